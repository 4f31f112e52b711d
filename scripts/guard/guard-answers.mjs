/**
 * The memory of answers that may leave again as they left: bytes and headers of kept views, for as long as the current
 * edition is known to be the one they were made in. What a view says follows from its edition, so nothing else can
 * make it stale. While `db/current-edition.ts` has asked the database within the last 250 ms, a request that was
 * answered before needs neither Next nor the database; the next one after that goes the long way and asks again.
 */
const CURRENT = Symbol.for('pot-and-iron.current-edition')
const FRESH_MS = 250
/** A quarter of what `VIEW_MEMORY_MIB` allows the views themselves. */
const BYTES_MOST = (Number(process.env.VIEW_MEMORY_MIB || 128) * 1024 * 1024) / 4
const ANSWER_MOST = 1024 * 1024
const KEY_MOST = 8_000
/** What else of a request decides about an answer; `Range` and conditions other than `If-None-Match` go the long way. */
const DECIDING = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'rsc', 'next-url']
const LONG_WAY = [
  'range',
  'if-range',
  'if-match',
  'if-modified-since',
  'if-unmodified-since',
  'authorization',
  'next-action',
]
/** These belong to one connection, or are made anew. */
const NOT_KEPT = /^(connection|keep-alive|transfer-encoding|date|content-length)$/i

/** @type {{ n: number, bytes: number, answers: Map<string, Answer> }} */
const memory = { n: 0, bytes: 0, answers: new Map() }

/** @typedef {{ headers: string[], body: Buffer, etag: string | undefined }} Answer headers as name, value, name, value … */

/** Answers from memory where it can; else sees that the answer is kept. @returns {boolean} whether it answered */
export function answerAgain(request, response) {
  const key = toKey(request)
  const current = globalThis[CURRENT]
  if (key === null || !current?.known.n) return false
  if (memory.n !== current.known.n) forgetAll(current.known.n)
  const answer = memory.answers.get(key)
  if (!answer) {
    if (request.method === 'GET') keepAnswer(key, current.known.n, response)
    return false
  }
  if (Date.now() - current.readAt >= FRESH_MS) return false
  memory.answers.delete(key)
  memory.answers.set(key, answer)
  send(request, response, answer)
  return true
}

function toKey({ method, url, headers }) {
  if (method !== 'GET' && method !== 'HEAD') return null
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return null
  if (LONG_WAY.some((name) => headers[name] !== undefined)) return null
  const router = Object.keys(headers)
    .filter((name) => name.startsWith('next-router-'))
    .sort()
  const deciding = [...DECIDING, ...router].map((name) => `${name}:${headers[name] ?? ''}`)
  const key = [url, toCoding(headers['accept-encoding'] ?? ''), ...deciding].join('\n')
  return key.length > KEY_MOST ? null : key
}

/** The codings a client names, without their weights: browsers differ in few ways. */
function toCoding(accepted) {
  return /;\s*q\s*=/.test(accepted) ? accepted : accepted.replace(/\s/g, '').split(',').sort().join(',')
}

function send({ method, headers: asked }, response, { headers, body, etag }) {
  if (etag !== undefined && hasTag(asked['if-none-match'], etag)) {
    response.writeHead(304, withoutContent(headers))
    return response.end()
  }
  response.writeHead(200, [...headers, 'Content-Length', String(body.length)])
  return response.end(method === 'HEAD' ? undefined : body)
}

function hasTag(given, etag) {
  const bare = etag.replace(/^W\//, '')
  return (given ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === bare)
}

function withoutContent(headers) {
  return headers.filter((_, at) => !/^content-(type|encoding|length|disposition)$/i.test(headers[at - (at % 2)]))
}

/** Collects an answer as it leaves, and keeps it when it came from the memory of drawn views: it was asked for twice. */
function keepAnswer(key, n, response) {
  const { write, end } = response
  let chunks = []
  let size = 0
  const collect = (chunk, encoding) => {
    if (chunk === undefined || chunk === null || typeof chunk === 'function' || chunks === null) return
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8') : chunk
    size += bytes.length
    if (size > ANSWER_MOST || !mayBeKept(response)) chunks = null
    else chunks.push(bytes)
  }
  response.write = function writing(chunk, encoding, done) {
    collect(chunk, encoding)
    return write.call(this, chunk, encoding, done)
  }
  response.end = function ending(chunk, encoding, done) {
    collect(chunk, encoding)
    if (chunks !== null && mayBeKept(response)) keep(key, n, response, Buffer.concat(chunks))
    chunks = null
    return end.call(this, chunk, encoding, done)
  }
}

function mayBeKept(response) {
  return (
    response.statusCode === 200 &&
    response.getHeader('x-nextjs-cache') === 'HIT' &&
    response.getHeader('x-edition') !== undefined &&
    !response.hasHeader('set-cookie')
  )
}

function keep(key, n, response, body) {
  if (memory.n !== n || memory.answers.has(key)) return
  const headers = response
    .getRawHeaderNames()
    .filter((name) => !NOT_KEPT.test(name))
    .flatMap((name) => [response.getHeader(name)].flat().flatMap((value) => [name, String(value)]))
  const answer = { headers, body, etag: response.getHeader('etag') }
  memory.answers.set(key, answer)
  memory.bytes += measure(key, answer)
  for (const [oldest, old] of memory.answers) {
    if (memory.bytes <= BYTES_MOST) break
    memory.answers.delete(oldest)
    memory.bytes -= measure(oldest, old)
  }
}

function measure(key, { headers, body }) {
  return body.length + 2 * (key.length + headers.join('').length) + 512
}

function forgetAll(n) {
  memory.answers.clear()
  memory.bytes = 0
  memory.n = n
}
