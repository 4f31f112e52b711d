import { BODIES, HEADERS, KEYS, METHODS, NUMBERS, PAGES, PIECES, POSTED, VALUES } from './malformed-parts'
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
  const pieces = random() < 0.5 ? '' : many(random, 2, () => `/${pick(random, PIECES)}`).join('')
  const extension = pick(random, [
    '',
    '',
    '',
    '.json',
    '.csv',
    '.svg',
    '.png',
    '.card.png',
    '.xlsx',
    '.atom',
    '.txt',
    '.rsc',
    '/',
  ])
  const query = many(
    random,
    5,
    () => `${pick(random, KEYS)}${pick(random, ['=', '=', '=', '', '==', '[]=', '%3D'])}${pick(random, VALUES)}`,
  )
  const longer = random() < 0.02 ? `&${pick(random, KEYS)}=${'x'.repeat(5_000)}` : ''
  const crowd = random() < 0.02 ? `&${Array.from({ length: 500 }, (_, at) => `area=${at}`).join('&')}` : ''
  return `${prefix}/${page}${pieces}${extension}${query.length > 0 ? `?${query.join(pick(random, ['&', '&', '&', ';', '&&']))}` : ''}${longer}${crowd}`
}
