import { STATUS_CODES } from 'node:http'

/** How long, in milliseconds, a refused client may go on sending before the connection is closed. */
const LINGER = 1_000

/**
 * Answers with a bare status and closes. What the client still sends is read and thrown away for a moment: closing on unread
 * bytes resets the connection, and the client would never see the answer.
 */
export function refuse(request, response, status, headers = {}) {
  const body = status === 204 || request.method === 'HEAD' ? '' : `${status} ${STATUS_CODES[status]}\n`
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...headers,
  })
  response.write(body)
  const timer = setTimeout(() => response.end(), LINGER)
  const end = () => {
    clearTimeout(timer)
    response.end()
  }
  if (request.complete) return end()
  request.once('end', end)
  request.once('close', end)
  request.resume()
}

/** Headers that were set before it was known that there is no answer to cache. */
const FOR_CACHES = ['CDN-Cache-Control', 'X-Accel-Expires', 'ETag', 'Last-Modified']

const DATABASE = Symbol.for('pot-and-iron.database')

/**
 * Makes sure that no cache keeps a failure: Next answers one under the headers that were meant for the page. What fails
 * because the database did not answer is a 503.
 */
export function keepFailuresOut(response, store) {
  const { writeHead } = response
  response.writeHead = function (status, ...rest) {
    if (status < 500) return writeHead.call(this, status, ...rest)
    for (const name of FOR_CACHES) this.removeHeader(name)
    this.setHeader('Cache-Control', 'no-store')
    // What several wait for together is asked in the name of one of them: the breaker tells the others.
    const isDatabaseAway = store.isDatabaseAway || Date.now() < (globalThis[DATABASE]?.openUntil ?? 0)
    if (status !== 500 || !isDatabaseAway) return writeHead.call(this, status, ...rest)
    this.setHeader('Retry-After', '30')
    return writeHead.call(this, 503, ...rest)
  }
}

/** CONNECT comes with a bare socket instead of a response. */
export function refuseConnect(socket, headers) {
  const lines = Object.entries({ ...headers, 'Content-Length': 0, Connection: 'close' }).map(
    ([k, v]) => `${k}: ${v}\r\n`,
  )
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 405 ${STATUS_CODES[405]}\r\n${lines.join('')}\r\n`)
}
