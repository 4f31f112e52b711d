import type { RawRequest } from './raw-request'

/** Numbers from 0 up to 1, the same ones for the same seed on every machine (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
const many = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, make)

const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']
const PAGES = [
  'debt',
  'mentions',
  'areas',
  'provinces',
  'sources',
  'editions',
  'claimants',
  'about',
  'home',
  'files',
  'en',
  'unkept',
  'missing',
  'unavailable',
  '_next',
  'api',
  '_next/data',
  '_next/image',
  'favicon.ico',
  ...INHERITED,
]
const NUMBERS = [
  '0',
  '-1',
  '1',
  '2',
  '4',
  '1e9',
  '99999999999',
  '9007199254740993',
  '0x10',
  '1.5',
  'NaN',
  'Infinity',
  '٣',
  '²',
  '+1',
  ' 1',
  '',
]
const KEYS = [
  'indicator',
  'area',
  'frequency',
  'from',
  'to',
  'claimant',
  'status',
  'kind',
  'measure',
  'list',
  'on',
  'q',
  'sort',
  'page',
  'ignored',
  '_rsc',
  'nxtPpage',
  'nxtPview',
  'utm_source',
  'fbclid',
  '',
  '%00',
  ...INHERITED,
]
const VALUES = [
  'CN-GZ',
  'CN',
  '2024',
  '2024-13',
  '2024-02-30',
  '0000',
  '-',
  '..',
  '../../etc/passwd',
  '%',
  '%2',
  '%zz',
  '%E0%A4%A',
  '%00',
  '%0d%0aSet-Cookie:%20a=b',
  '%F0%9F%8D%B2',
  '%ED%A0%80',
  '%EF%BB%BF',
  '%E2%80%AE',
  "'%20or%201=1--",
  '%3Cscript%3E',
  '{{7*7}}',
  '$%7Bjndi:x%7D',
  '%5B%5D',
  '%7B%22a%22:1%7D',
  'a'.repeat(120),
  'null',
  'undefined',
  'true',
  ...NUMBERS,
  ...INHERITED,
]
const PIECES = [
  '%2e%2e',
  '%2F',
  '%5c',
  '%00',
  '%25',
  '%2525',
  '%',
  '%E8%B4%B5',
  '@0',
  '@1',
  '@4',
  '@5',
  '@99999999999',
  '@-1',
  '@',
  '@1e1',
  'zh',
  'ZH',
  'en',
  '.',
  '..',
  ' ',
  '%20',
  ';a=b',
  '*',
  '~',
  '\\',
  '|',
  '"',
  '<x>',
  '-',
  '4',
  '2-4',
  '4-2',
  '0',
  'YXJlYT1DTg',
  'CN-GZ',
  'x.json',
  '.json',
  '.csv',
  '.svg',
  'debt.json.csv',
  'index',
  'page.txt',
  ...INHERITED,
]
const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['RSC', ['1', '0', 'x']],
  [
    'Next-Router-State-Tree',
    [
      'x',
      '%',
      '[]',
      '%5B%5D',
      '%5B%22%22%2C%7B%7D%2Cnull%2Cnull%2Ctrue%5D',
      '{}',
      '[[[[',
      'null',
      '[1,2,3]',
      '["",{"children":[["__proto__","x","d"],{}]}]',
    ],
  ],
  ['Next-Router-Prefetch', ['1', '2', 'x']],
  ['Next-Router-Segment-Prefetch', ['/_tree', '/_index', '/../x', '%', '/a/b/c', '__proto__']],
  ['Next-Url', ['/debt', '%', '//', 'http://evil.example', '/[[...id]]']],
  ['Next-Action', ['x', '0'.repeat(42), '00'.repeat(21), '__proto__', 'a'.repeat(4000), '%']],
  ['X-Forwarded-Host', ['evil.example', 'a/b', '%', ',,,']],
  ['X-Forwarded-Proto', ['gopher', 'https', ',']],
  ['X-Forwarded-For', ['1.2.3.4', '::', 'x'.repeat(500)]],
  ['X-Forwarded-Port', ['99999', 'x']],
  ['X-Middleware-Subrequest', ['proxy:proxy:proxy:proxy:proxy', 'middleware:middleware']],
  ['X-Middleware-Rewrite', ['/edit', 'http://evil.example/']],
  ['X-Middleware-Next', ['1']],
  ['X-Invoke-Path', ['/edit', '/_error']],
  ['X-Invoke-Status', ['500', '404']],
  ['X-Nextjs-Data', ['1']],
  ['X-Matched-Path', ['/edit', '%']],
  ['X-Now-Route-Matches', ['1=%']],
  ['X-Prerender-Revalidate', ['x']],
  ['Next-Resume', ['1']],
  ['Purpose', ['prefetch']],
  ['Accept', ['', 'text/x-component', '*/*;q=x', 'a'.repeat(3000), 'image/avif']],
  ['Accept-Language', ['zh', '%', 'xx-'.repeat(300)]],
  ['Accept-Encoding', ['identity;q=0', 'br', 'x', '*;q=0']],
  ['Origin', ['null', 'https://evil.example', 'http://', 'localhost', '%']],
  ['Referer', ['x', 'http://%', 'https://evil.example/']],
  [
    'Cookie',
    [
      'next-auth.session-token=x',
      '__prerender_bypass=x',
      '%=%',
      'a'.repeat(3000),
      '__proto__=1; constructor=2',
      ';;;===',
    ],
  ],
  ['If-None-Match', ['*', 'W/"x"', '"', ',,,']],
  ['If-Modified-Since', ['x', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  ['Range', ['bytes=0-', 'bytes=9-1', 'x']],
  ['Host', ['evil.example', 'localhost:99999', '[::1', 'a b', '', 'x'.repeat(300)]],
  [
    'Content-Type',
    [
      'text/plain',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary=x',
      'application/json',
      'application/x-www-form-urlencoded',
      '%',
    ],
  ],
  ['Content-Length', ['0', '-1', 'x', '5']],
  ['Transfer-Encoding', ['chunked', 'gzip', 'x']],
  ['Expect', ['100-continue', 'x']],
  ['Upgrade', ['websocket', 'h2c']],
  ['X-Http-Method-Override', ['DELETE']],
  ['Authorization', ['Basic %', 'Bearer x']],
  ['Bad Name', ['x']],
  ['__proto__', ['x']],
]
const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'OPTIONS',
  'CONNECT',
  'PROPFIND',
  'BREW',
  'get',
  '',
]
const BODIES = [
  '',
  'x',
  '{}',
  '[]',
  '["$K1"]',
  '[{"__proto__":{}}]',
  '--x\r\nContent-Disposition: form-data; name="1_$ACTION_REF_1"\r\n\r\n\r\n--x--\r\n',
  '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_00"\r\n\r\n\r\n--x--\r\n',
  '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$F1"]\r\n--x--\r\n',
  '--x',
  '$ACTION_ID_x=1',
  'a=%',
  'email=a&password=b',
  '5\r\nabc',
  'a'.repeat(20_000),
]
const POSTED = [
  '/',
  '/debt',
  '/edit',
  '/zh/edit',
  '/edit/area',
  '/edit/area/CN-GZ',
  '/sign-in',
  '/welcome/x',
  '/api/sign-in',
  '/api/sign-out',
  '/api/welcome',
  '/api/auth/session',
  '/api/auth/callback/credentials',
  '/api/auth/signin',
  '/api/auth/_log',
  '/api/auth/x',
  '/unavailable',
  '/files/4/json/debt/-',
]

/** One request that no honest client sends. Most are refused before anything is drawn. */
export function makeRequest(random: Random, origin: string): RawRequest {
  const method = pick(random, METHODS)
  const isPost = method === 'POST'
  const target = isPost && random() < 0.7 ? pick(random, POSTED) : makeTarget(random)
  const headers = many(random, 3, () => {
    const [name, values] = pick(random, HEADERS)
    return [name, pick(random, values)] as const
  })
  const own = isPost && random() < 0.6 ? [['Origin', origin] as const] : []
  const action = isPost && random() < 0.4 ? [['Next-Action', '0'.repeat(42)] as const] : []
  const cookie = isPost && random() < 0.4 ? [['Cookie', 'next-auth.session-token=x'] as const] : []
  return {
    method,
    target,
    headers: [...own, ...action, ...cookie, ...headers],
    body: isPost ? pick(random, BODIES) : '',
  }
}

function makeTarget(random: Random): string {
  const prefix = pick(random, [
    '',
    '',
    '',
    '/zh',
    '/@4',
    '/zh/@2',
    `/@${pick(random, NUMBERS)}`,
    '//',
    '/en',
    '/.',
    '/%',
  ])
  const page = pick(random, PAGES)
  const pieces = many(random, 2, () => `/${pick(random, PIECES)}`).join('')
  const extension = pick(random, ['', '', '', '.json', '.csv', '.svg', '.txt', '.rsc', '/'])
  const query = many(
    random,
    5,
    () => `${pick(random, KEYS)}${pick(random, ['=', '=', '=', '', '==', '[]=', '%3D'])}${pick(random, VALUES)}`,
  )
  const longer = random() < 0.02 ? `&${pick(random, KEYS)}=${'x'.repeat(5_000)}` : ''
  const crowd = random() < 0.02 ? `&${Array.from({ length: 500 }, (_, at) => `area=${at}`).join('&')}` : ''
  return `${prefix}/${page}${pieces}${extension}${query.length > 0 ? `?${query.join(pick(random, ['&', '&', '&', ';', '&&']))}` : ''}${longer}${crowd}`
}
