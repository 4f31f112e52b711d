import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** @returns the child under the guard and its port */
async function startGuarded(environment = {}) {
  const fixture = fileURLToPath(new URL('./guard-fixture.mjs', import.meta.url))
  const child = spawn(process.execPath, ['--import', new URL('./guard.mjs', import.meta.url).href, fixture], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TRUSTED_PROXIES: '0', ...environment },
  })
  const [line] = await once(child.stdout, 'data')
  return { child, port: Number(String(line)) }
}

let bare
let proxied
beforeAll(async () => {
  bare = await startGuarded()
  proxied = await startGuarded({ TRUSTED_PROXIES: '2' })
})
afterAll(() => {
  bare.child.kill()
  proxied.child.kill()
})

/** Writes bytes to the socket as they are; resolves with all that came back. */
async function send(port, bytes) {
  const socket = connect(port, '127.0.0.1')
  const parts = []
  socket.on('data', (part) => parts.push(part))
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  const text = Buffer.concat(parts).toString('latin1')
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head, body }
}

const request = (line, headers = {}, body = '') =>
  Buffer.from(
    `${line} HTTP/1.1\r\n${Object.entries({ Host: 'localhost', Connection: 'close', ...headers })
      .flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}\r\n`))
      .join('')}\r\n${body}`,
    'latin1',
  )

const get = (port, target, headers) => send(port, request(`GET ${target}`, headers))

describe('methods', () => {
  test.each(['GET', 'POST', 'OPTIONS'])('%s passes', async (method) => {
    const answer = await send(bare.port, request(`${method} /`))
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body).method).toBe(method)
  })

  test.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'CONNECT'])(
    '%s is refused with the list',
    async (method) => {
      const answer = await send(bare.port, request(`${method} ${method === 'CONNECT' ? 'localhost:1' : '/'}`))
      expect(answer.status).toBe(405)
      expect(answer.head).toContain('Allow: GET, HEAD, POST, OPTIONS')
    },
  )

  test.each(['/_next/image', '/_next', '/%5Fnext/image', '/favicon.ico', '/icon.svg?x=1', '/robots.txt'])(
    'nothing is posted to %s',
    async (target) => {
      expect((await send(bare.port, request(`POST ${target}`))).status).toBe(405)
      expect((await get(bare.port, target)).status).toBe(200)
    },
  )

  test('OPTIONS of the server as a whole', async () => {
    expect((await send(bare.port, request('OPTIONS *'))).status).toBe(204)
  })

  test('an upgrade is served as the plain request it is', async () => {
    const answer = await get(bare.port, '/', { Connection: 'Upgrade, close', Upgrade: 'websocket' })
    expect(answer.status).toBe(200)
  })
})

describe('targets', () => {
  test.each([
    'http://example.org/',
    '*',
    '/%',
    '/%E0%A4%A',
    '/a%00b',
    '/a%0d%0aSet-Cookie:x',
    '/%c2%85',
    '/\\example.org',
    `/${'a'.repeat(12_000)}`,
  ])('%s is refused', async (target) => {
    expect((await get(bare.port, target)).status).toBe(400)
  })

  test.each(['/', '/debt?area=CN-GZ', '/zh/debt?q=%E8%B4%B5%E5%B7%9E', '/debt?q=%', '/@128/debt', '/a%20b'])(
    '%s passes as it is',
    async (target) => {
      expect(JSON.parse((await get(bare.port, target)).body).url).toBe(target)
    },
  )

  test('raw bytes are refused', async () => {
    expect((await get(bare.port, Buffer.from('/zh/贵').toString('latin1'))).status).toBe(400)
  })
})

describe('malformed requests', () => {
  test.each([
    ['garbage', 'garbage\r\n\r\n'],
    ['an unknown method', 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a length beside chunks', request('POST /', { 'Content-Length': 3, 'Transfer-Encoding': 'chunked' }, 'abc')],
    ['a bad chunk', request('POST /', { 'Transfer-Encoding': 'chunked' }, 'zz\r\n')],
    ['two Hosts', request('GET /', { Host: ['localhost', 'example.org'] })],
    ['a Host with a path', request('GET /', { Host: 'localhost/evil' })],
    ['a Host with a name and a password', request('GET /', { Host: 'a:b@localhost' })],
    ['an unclosed address', request('GET /', { Host: '[::1' })],
    ['a router state that is no JSON', request('GET /', { RSC: '1', 'Next-Router-State-Tree': 'x' })],
    ['a router state that is no list', request('GET /', { RSC: '1', 'Next-Router-State-Tree': '%7B%7D' })],
    ['a router state that cannot be decoded', request('GET /', { RSC: '1', 'Next-Router-State-Tree': '%' })],
  ])('%s: 400', async (_what, bytes) => {
    expect((await send(bare.port, bytes)).status).toBe(400)
  })

  test('HTTP/1.0 without Host passes', async () => {
    expect((await send(bare.port, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(200)
  })
})

describe('bodies', () => {
  const large = 2 * 1024 * 1024
  const chunked = (size) => {
    const part = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`
    return `${part.repeat(size / 65_536)}0\r\n\r\n`
  }

  test('2 MB that tell their length: 413', async () => {
    const answer = await send(bare.port, request('POST /', { 'Content-Length': large }, 'x'.repeat(large)))
    expect(answer.status).toBe(413)
  })

  test('2 MB that do not: 413', async () => {
    const answer = await send(bare.port, request('POST /', { 'Transfer-Encoding': 'chunked' }, chunked(large)))
    expect(answer.status).toBe(413)
  })

  test('exactly 1 MiB passes whole, either way', async () => {
    const most = 1024 * 1024
    const told = await send(bare.port, request('POST /', { 'Content-Length': most }, 'x'.repeat(most)))
    expect(JSON.parse(told.body).size).toBe(most)
    const untold = await send(bare.port, request('POST /', { 'Transfer-Encoding': 'chunked' }, chunked(most)))
    expect(JSON.parse(untold.body).size).toBe(most)
  })

  test('one byte more: 413', async () => {
    const answer = await send(bare.port, request('POST /', { 'Content-Length': 1_048_577 }, 'x'.repeat(1_048_577)))
    expect(answer.status).toBe(413)
  })

  test('2 MB to be imported pass from who shows a session or a token, and from nobody else', async () => {
    const body = 'x'.repeat(large)
    const post = (path, more) => send(bare.port, request(`POST ${path}`, { 'Content-Length': large, ...more }, body))
    expect(JSON.parse((await post('/zh/edit/import/7', { Cookie: 'next-auth.session-token=x' })).body).size).toBe(large)
    expect(JSON.parse((await post('/api/proposals?noun=area', { Authorization: 'Bearer x' })).body).size).toBe(large)
    expect((await post('/edit/import', {})).status).toBe(413)
    expect((await post('/edit/area/new', { Cookie: 'next-auth.session-token=x' })).status).toBe(413)
  })

  test.each([
    ['no boundary', 'multipart/form-data', 'junk', 400],
    ['another boundary', 'multipart/form-data; boundary=a', '--b\r\n\r\n', 400],
    ['cut short', 'multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="x"\r\n\r\n1', 400],
    [
      'whole',
      'multipart/form-data; boundary=a',
      '--a\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--a--\r\n',
      200,
    ],
  ])('a form that is %s', async (_, type, body, status) => {
    const headers = { 'Content-Type': type, 'Content-Length': String(body.length) }
    expect((await send(bare.port, request('POST /', headers, body))).status).toBe(status)
  })

  test('a body given up half-way leaves the server well', async () => {
    const socket = connect(bare.port, '127.0.0.1')
    socket.write(request('POST /', { 'Content-Length': 1000 }, 'half'))
    await sleep(50)
    socket.destroy()
    expect((await get(bare.port, '/')).status).toBe(200)
  })

  test('two requests on one connection are answered in order', async () => {
    const first = request('POST /first', { 'Content-Length': 3, Connection: 'keep-alive' }, 'abc')
    const answer = await send(bare.port, Buffer.concat([first, request('GET /second')]))
    const text = answer.head + answer.body
    expect(text).toContain('"url":"/first","method":"POST","size":3')
    expect(text).not.toContain('/second"')
    const socket = connect(bare.port, '127.0.0.1')
    let all = ''
    socket.on('data', (part) => {
      all += part
    })
    socket.write(Buffer.concat([first, request('GET /second')]))
    await once(socket, 'close')
    expect(all.indexOf('"url":"/first"')).toBeGreaterThan(0)
    expect(all.indexOf('"url":"/second"')).toBeGreaterThan(all.indexOf('"url":"/first"'))
  })
})

describe('headers', () => {
  const forged = {
    'X-Forwarded-For': '198.51.100.1, 203.0.113.7, 192.0.2.44:5000',
    'X-Forwarded-Host': 'evil.example, record.example.org',
    'X-Forwarded-Proto': 'gopher, https',
    'X-Forwarded-Port': '1',
    Forwarded: 'for=1.2.3.4',
    'X-Real-IP': '1.2.3.4',
    'X-Client-Address': '1.2.3.4',
    'X-Middleware-Subrequest': 'proxy:proxy',
    'X-Invoke-Path': '/edit',
    'X-Nextjs-Data': '1',
    'X-Prerender-Revalidate': '1',
    'Next-Resume': '1',
    'Next-Router-Prefetch': '1',
  }
  const ownNames = (answer) =>
    Object.keys(JSON.parse(answer.body).headers).filter((name) => name !== 'host' && name !== 'connection')

  test('without proxies, nothing forged is left and the true address is there', async () => {
    const answer = await get(bare.port, '/', forged)
    expect(ownNames(answer)).toEqual(['next-router-prefetch', 'x-client-address'])
    const { headers, rawHeaders } = JSON.parse(answer.body)
    expect(headers['x-client-address']).toBe('127.0.0.1')
    expect(rawHeaders.join()).not.toMatch(/1\.2\.3\.4|evil|invoke|subrequest/i)
  })

  test('behind two proxies, what they wrote is believed and no more', async () => {
    const { headers } = JSON.parse((await get(proxied.port, '/', forged)).body)
    expect(headers).toMatchObject({
      'x-client-address': '203.0.113.7',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': 'record.example.org',
      'x-forwarded-proto': 'https',
    })
    expect(JSON.stringify(headers)).not.toMatch(/198\.51|192\.0\.2|evil|gopher|1\.2\.3\.4/)
    expect(headers['x-forwarded-port']).toBeUndefined()
  })

  test('a chain shorter than the proxies that should have written it is not believed', async () => {
    const { headers } = JSON.parse((await get(proxied.port, '/', { 'X-Forwarded-For': '198.51.100.1' })).body)
    expect(headers['x-client-address']).toBe('127.0.0.1')
    expect(headers['x-forwarded-for']).toBeUndefined()
  })

  test.each([
    ['nonsense, 10.0.0.1', '127.0.0.1'],
    ['[2001:db8::7]:443, 10.0.0.1', '2001:db8::7'],
    ['::ffff:203.0.113.9, 10.0.0.1', '203.0.113.9'],
  ])('X-Forwarded-For «%s» is %s', async (chain, address) => {
    const { headers } = JSON.parse((await get(proxied.port, '/', { 'X-Forwarded-For': chain })).body)
    expect(headers['x-client-address']).toBe(address)
  })

  test('a malformed host from a proxy is not passed on', async () => {
    const { headers } = JSON.parse((await get(proxied.port, '/', { 'X-Forwarded-Host': 'a/b' })).body)
    expect(headers['x-forwarded-host']).toBeUndefined()
  })
})

test('a failure is for no cache, whatever was said before it was one', async () => {
  const { status, head } = await get(bare.port, '/failing')
  expect(status).toBe(503)
  expect(head).toContain('Cache-Control: no-store')
  expect(head).not.toMatch(/CDN-Cache-Control|ETag|public/i)
})

test('what breaks because the database did not answer is tried again later; what breaks by itself is a fault', async () => {
  const away = await get(bare.port, '/broken-database')
  expect([away.status, /Retry-After: \d+/.test(away.head)]).toEqual([503, true])
  const fault = await get(bare.port, '/broken')
  expect([fault.status, /Retry-After/.test(fault.head)]).toEqual([500, false])
})

describe('the store of a request', () => {
  const closed = async () => Number((await get(bare.port, '/closed')).body)

  test('its functions are called once, when the response is done', async () => {
    const before = await closed()
    expect(JSON.parse((await get(bare.port, '/')).body).inside).toBe(true)
    await sleep(50)
    expect(await closed()).toBe(before + 1)
  })

  test('and when the client is gone before', async () => {
    const before = await closed()
    const socket = connect(bare.port, '127.0.0.1')
    socket.write(request('GET /slow'))
    await sleep(100)
    socket.destroy()
    await sleep(100)
    expect(await closed()).toBe(before + 1)
  })
})

test('a server whose launcher is gone ends by itself', async () => {
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('./guard.mjs', import.meta.url).href,
      fileURLToPath(new URL('./guard-fixture.mjs', import.meta.url)),
    ],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, LAUNCHER_PID: String(process.pid) } },
  )
  await once(child.stdout, 'data')
  child.disconnect()
  const [code, signal] = await once(child, 'exit')
  expect(signal ?? code).toBe('SIGTERM')
})
