/** A server that tells what reached it, for the guard's tests. */
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

let closed = 0

const server = createServer(async (request, response) => {
  const storage = globalThis[Symbol.for('pot-and-iron.request')]
  let size = 0
  for await (const chunk of request) size += chunk.length
  if (request.url === '/closed') return response.end(String(closed))
  const store = storage.getStore()
  store.onClose.push(() => {
    closed += 1
  })
  if (request.url === '/slow') await sleep(10_000)
  if (request.url === '/failing') {
    response.statusCode = 503
    response.setHeader('Cache-Control', 'public, max-age=60')
    response.setHeader('CDN-Cache-Control', 'max-age=60')
    response.setHeader('ETag', '"1"')
    return response.end()
  }
  if (request.url?.startsWith('/broken')) {
    if (request.url === '/broken-database') store.isDatabaseAway = true
    response.statusCode = 500
    return response.end()
  }
  const { url, method, headers, rawHeaders } = request
  response.end(JSON.stringify({ url, method, size, headers, rawHeaders, inside: storage.getStore() === store }))
})
server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
