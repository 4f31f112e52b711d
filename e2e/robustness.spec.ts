import { expect, test } from '@playwright/test'
import { makeRandom, makeRequest } from './testing/malformed'
import { isBrokenOff, type RawAnswer, type RawRequest, send, sendBytes } from './testing/raw-request'

const SEED = 20_240_831
const CASES = 6_000
const AT_ONCE = 6

let site = ''
test.beforeEach(({ baseURL }) => {
  site = baseURL ?? ''
})

/** A site that is well answers every request, if only to refuse it; one that breaks off in its body may be dropped. */
function isWell({ status }: RawAnswer, request: RawRequest): boolean {
  return (status >= 100 && status < 500) || (status === 0 && isBrokenOff(request))
}

test(`of ${CASES} malformed requests none is answered with an error of the site's own`, async () => {
  test.setTimeout(300_000)
  const random = makeRandom(SEED)
  const requests = Array.from({ length: CASES }, () => makeRequest(random, site))
  const failed: string[] = []
  const counts: Record<number, number> = {}
  await sendAll(requests, site, (request, answer) => {
    counts[answer.status] = (counts[answer.status] ?? 0) + 1
    if (!isWell(answer, request)) failed.push(`${answer.status} ${JSON.stringify(request).slice(0, 600)}`)
    if (/^set-cookie: a=b/m.test(answer.head)) failed.push(`a header was smuggled in: ${JSON.stringify(request)}`)
    if (/^location: (https?:)?\/\/(?!localhost)/m.test(answer.head)) failed.push(`led away: ${JSON.stringify(request)}`)
  })
  expect(failed).toEqual([])
  for (const status of [200, 307, 400, 401, 403, 404, 405]) expect(counts[status], `${status}`).toBeGreaterThan(10)
  expect((await send({ method: 'GET', target: '/debt' }, site)).status).toBe(200)
})

/** Names every object has, and numbers nobody counts to, wherever an address takes a name or a number. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '..%2f', '%F0%9F%8D%B2', 'a'.repeat(1900)]
const numbers = ['0', '-1', '1e9', '1.5', '99999999999', '999999999', '٣', '0x4']
const addresses = [
  ...names.flatMap((name) => [
    `/${name}`,
    `/${name}.json`,
    `/debt/${name}`,
    `/debt/${name}.csv`,
    `/${name}/CN`,
    `/zh/@2/${name}`,
    `/debt?${name}=1`,
    `/debt?area=${name}&indicator=${name}&claimant=${name}`,
    `/debt.json?area=${name}`,
    `/mentions?q=${name}&kind=${name}&sort=${name}`,
    `/files/4/json/${name}/-`,
    `/en/4/${name}/-`,
    `/en/4/debt/${name}`,
    `/edit/${name}`,
    `/edit/${name}/new`,
    `/api/${name}`,
    `/api/auth/${name}`,
    `/welcome/${name}`,
  ]),
  ...numbers.flatMap((number) => [
    `/@${number}/debt`,
    `/@${number}/debt.json`,
    `/debt?page=${number}`,
    `/debt.csv?page=${number}`,
    `/mentions?q=a&page=${number}`,
    `/editions/${number}`,
    `/editions/${number}.csv`,
    `/en/${number}/debt/-`,
    `/files/${number}/json/debt/-`,
  ]),
]

test('a name every object has and a number nobody counts to are names and numbers like others', async () => {
  test.setTimeout(120_000)
  const failed: string[] = []
  const requests = addresses.map((target) => ({ method: 'GET', target }))
  await sendAll(requests, site, (request, answer) => {
    if (!isWell(answer, request)) failed.push(`${answer.status} ${request.target}`)
  })
  expect(failed).toEqual([])
})

test('what is too large is refused with its name', async () => {
  const padding = (size: number) => 'x'.repeat(size)
  const cases: [RawRequest, number[]][] = [
    [{ method: 'GET', target: `/debt?q=${padding(5_000)}` }, [307]],
    [{ method: 'GET', target: `/debt.json?area=${padding(5_000)}` }, [400]],
    [{ method: 'GET', target: `/debt?${Array.from({ length: 500 }, (_, at) => `area=${at}`).join('&')}` }, [307]],
    [{ method: 'GET', target: `/${padding(13_000)}` }, [400]],
    [{ method: 'GET', target: `/${padding(100_000)}` }, [414, 431]],
    [{ method: 'GET', target: '/debt', headers: [['X-Large', padding(40_000)]] }, [431]],
    [
      { method: 'GET', target: '/debt', headers: Array.from({ length: 3_000 }, (_, at) => [`X-${at}`, 'x']) },
      [200, 431],
    ],
    [{ method: 'POST', target: '/edit', headers: [['Origin', site]], body: padding(2_000_000) }, [413]],
    [{ method: 'POST', target: '/api/sign-in', headers: [['Content-Length', '99999999999']], body: 'x' }, [413]],
  ]
  for (const [request, statuses] of cases) {
    const answer = await send(request, site)
    expect(statuses, `${request.method} ${request.target.slice(0, 60)}`).toContain(answer.status)
  }
})

test('bytes that are no request are refused, and the next reader is served', async () => {
  const garbage = [
    Buffer.from('GET /debt\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n', 'latin1'),
    Buffer.from('GET /\u0001 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 'latin1'),
    Buffer.from('GET /zh/贵州 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
    Buffer.from('GET /debt HTTP/1.1\r\nHost: localhost\r\nX-A: a\u0000b\r\n\r\n', 'latin1'),
    Buffer.from('GET /debt HTTP/9.9\r\nHost: localhost\r\n\r\n'),
    Buffer.from('\u0016\u0003\u0001\u0002', 'latin1'),
    Buffer.from(`PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`),
    Buffer.from(
      'GET /debt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ),
  ]
  for (const bytes of garbage) {
    const { status } = await sendBytes(bytes, site)
    expect(status, bytes.toString('latin1').slice(0, 40)).toBe(400)
  }
  expect((await send({ method: 'GET', target: '/' }, site)).status).toBe(200)
})

test('forged headers change nothing that is said', async () => {
  const get = async (headers: RawRequest['headers'] = []) =>
    (await send({ method: 'GET', target: '/@4/areas/CN-GZ', headers }, site)).body.replace(/^[\da-f]+$/gm, '')
  const plain = await get()
  for (const [name, value] of [
    ['X-Forwarded-Host', 'evil.example'],
    ['Host', 'evil.example'],
    ['X-Middleware-Rewrite', '/edit'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Invoke-Status', '500'],
    ['Accept-Language', 'zh'],
    ['Cookie', 'next-auth.session-token=x; __prerender_bypass=x'],
  ] as const) {
    const forged = await get([[name, value]])
    expect(forged.length, name).toBe(plain.length)
    expect(forged, name).not.toContain('evil.example')
  }
})

test('an action nobody knows is refused, with and without a session cookie', async () => {
  for (const id of ['x', '0'.repeat(42), '__proto__', 'constructor']) {
    for (const cookie of [[], [['Cookie', 'next-auth.session-token=x'] as const]]) {
      for (const target of ['/edit', '/zh/edit/area/CN-GZ', '/edit/people', '/sign-in', '/debt']) {
        const headers = [['Origin', site] as const, ['Next-Action', id] as const, ...cookie]
        const answer = await send({ method: 'POST', target, headers, body: '["$F1",{"__proto__":1}]' }, site)
        expect(answer.status, `${target} ${id}`).toBeGreaterThanOrEqual(303)
        expect(answer.status, `${target} ${id}`).toBeLessThan(500)
      }
    }
  }
})

/** Sends them a few at a time; where one is led on, it goes there with the same headers. */
async function sendAll(
  requests: readonly RawRequest[],
  baseUrl: string,
  judge: (request: RawRequest, answer: RawAnswer) => void,
): Promise<void> {
  const queue = [...requests]
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const answer = await send(next, baseUrl)
      judge(next, answer)
      const target = answer.status === 307 ? /^location: (\/.*)$/m.exec(answer.head)?.[1] : undefined
      if (target && next.method === 'GET') judge(next, await send({ ...next, target }, baseUrl))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
