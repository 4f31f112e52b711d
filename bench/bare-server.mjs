/** A bare node:http server that gives one answer, kept whole in memory: what nothing in Node can be faster than. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [file, type, tag] = process.argv.slice(2)
const body = readFileSync(file)
const headers = { 'Content-Type': type, ETag: tag, 'Cache-Control': 'public, max-age=0, must-revalidate' }

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers)
    return response.end()
  }
  response.writeHead(200, { ...headers, 'Content-Length': body.length })
  return response.end(body)
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
