import { createServer, request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const CURRENT = Symbol.for('pot-and-iron.current-edition')
/** The number was read «just now» for as long as a slow machine needs. */
const LONG = 600_000
const current = { known: { n: 0, hash: '' }, readAt: 0 }

/** Answers as Next does for a kept view, and counts. */
let reached = 0
let headers = {}
let size = 10
let meanwhile = async () => {}
async function serve(asked, response) {
  reached += 1
  const body = `${asked.headers.rsc ? 'rsc' : 'html'} ${reached} `.padEnd(size, 'x')
  await meanwhile()
  const gzip = /gzip/.test(asked.headers['accept-encoding'] ?? '')
  response.statusCode = asked.url === '/missing' ? 404 : 200
  for (const [name, value] of Object.entries({
    'x-nextjs-cache': 'HIT',
    'X-Edition': '3',
    ETag: '"tag"',
    ...headers,
  })) {
    response.setHeader(name, value)
  }
  if (gzip) response.setHeader('Content-Encoding', 'gzip')
  response.write('')
  response.end(gzip ? gzipSync(body) : body)
}

let server
beforeAll(async () => {
  process.env.VIEW_MEMORY_MIB = '1'
  globalThis[CURRENT] = current
  const { answerAgain } = await import('./guard-answers.mjs')
  server = createServer((asked, response) => {
    if (!answerAgain(asked, response)) serve(asked, response)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => server.close())
beforeEach(() => {
  current.known = { n: current.known.n + 1, hash: '' }
  current.readAt = Date.now() + LONG
  reached = 0
  meanwhile = async () => {}
  headers = {}
  size = 10
})

function ask(path = '/debt', given = {}, method = 'GET') {
  return new Promise((done, fail) => {
    const sent = request({ port: server.address().port, path, method, headers: given, agent: false }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', fail)
    sent.end()
  })
}

test('what left once leaves again as it left', async () => {
  const first = await ask()
  const second = await ask()
  expect(reached).toBe(1)
  expect(second.body).toEqual(first.body)
  expect(second.headers).toMatchObject({ 'x-edition': '3', etag: '"tag"', 'content-length': '10' })
})

test('a new edition and an old reading of the number go the long way', async () => {
  await ask()
  current.known = { n: current.known.n + 1, hash: '' }
  await ask()
  expect(reached).toBe(2)
  current.readAt = Date.now() - 250
  await ask()
  expect(reached).toBe(3)
  current.readAt = Date.now() + LONG
  await ask()
  expect(reached).toBe(3)
})

test('an answer made while the edition changed is not kept', async () => {
  meanwhile = async () => {
    current.known = { n: current.known.n + 1, hash: '' }
    meanwhile = async () => {}
    await ask('/other')
  }
  await ask()
  await ask()
  expect(reached).toBe(3)
})

test('page and payload, plain and compressed stand apart', async () => {
  const kinds = [
    {},
    { rsc: '1' },
    { 'accept-encoding': 'gzip' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { host: 'other.example' },
  ]
  for (const kind of kinds) await ask('/debt', kind)
  expect(reached).toBe(5)
  expect(String((await ask('/debt', { rsc: '1' })).body)).toContain('rsc 2')
  expect(String((await ask()).body)).toContain('html 1')
  expect((await ask('/debt', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip')
  expect(reached).toBe(5)
})

test('not modified, and a head without a body', async () => {
  await ask()
  const same = await ask('/debt', { 'if-none-match': 'W/"old", W/"tag"' })
  expect([same.status, same.body.length, same.headers['content-length'], same.headers.etag]).toEqual([
    304,
    0,
    undefined,
    '"tag"',
  ])
  expect((await ask('/debt', { 'if-none-match': '"other"' })).status).toBe(200)
  const head = await ask('/debt', {}, 'HEAD')
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '10', 0])
  expect(reached).toBe(1)
})

test.each([
  ['a first drawing', { 'x-nextjs-cache': 'MISS' }, {}, '/debt'],
  ['an answer with a cookie', { 'Set-Cookie': 'a=b' }, {}, '/debt'],
  ['an error', {}, {}, '/missing'],
  ['a part', {}, { range: 'bytes=0-1' }, '/debt'],
])('%s is not kept', async (_, answered, given, path) => {
  headers = answered
  await ask(path, given)
  await ask(path, given)
  expect(reached).toBe(2)
})

test('the memory is bounded: the one not asked for longest goes', async () => {
  size = 100_000
  for (const path of ['/a', '/b', '/a', '/c']) await ask(path)
  expect(reached).toBe(3)
  await ask('/a')
  expect(reached).toBe(3)
  await ask('/b')
  expect(reached).toBe(4)
})
