import { isIP } from 'node:net'

/** What a proxy says about the client, and what Next says to itself: nobody else's to send. */
const OURS =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-client-address|x-(middleware|invoke|nextjs|now|vercel|next|prerender|action|matched|invocation|rewrite|original)-.*|next-resume|next-hmr-refresh)$/

const HOST = /^([A-Za-z0-9._-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?$/

/**
 * Takes forged headers out of a request, and puts in `x-client-address`, the address of the client.
 * @param {number} hops how many proxies in front are believed; their `x-forwarded-for`, `-host` and `-proto` stay, cut down
 *   to what the believed ones wrote
 * @returns {boolean} false when the request must be refused
 */
export function cleanHeaders(request, hops) {
  const sent = request.headers
  if (!hasGoodHost(request) || !hasGoodRouterState(sent)) return false
  const believed = hops > 0 ? fromProxies(sent, hops) : {}
  const address = believed['x-forwarded-for'] ?? plainAddress(request.socket.remoteAddress ?? '')
  const raw = []
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i].toLowerCase()
    if (OURS.test(name)) delete sent[name]
    else raw.push(request.rawHeaders[i], request.rawHeaders[i + 1])
  }
  for (const [name, value] of Object.entries({ ...believed, 'x-client-address': address })) {
    sent[name] = value
    raw.push(name, value)
  }
  request.rawHeaders.splice(0, Infinity, ...raw)
  return true
}

function hasGoodHost(request) {
  const hosts = request.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length === 0) request.headers.host = 'localhost' // HTTP/1.0
  return hosts.length <= 1 && HOST.test(request.headers.host)
}

/** Next answers a router state it cannot read with a 500. */
function hasGoodRouterState(headers) {
  const state = headers['next-router-state-tree']
  if (state === undefined) return true
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(state)))
  } catch {
    return false
  }
}

/** Every hop adds to the right of each list, so the right end is what the nearest one wrote. */
function fromProxies(sent, hops) {
  const believed = {}
  const chain = listOf(sent['x-forwarded-for'])
  const client = plainAddress(chain.at(-hops) ?? '')
  if (chain.length >= hops && isIP(client)) believed['x-forwarded-for'] = client
  const host = listOf(sent['x-forwarded-host']).at(-1)
  if (host && HOST.test(host)) believed['x-forwarded-host'] = host
  const proto = listOf(sent['x-forwarded-proto']).at(-1)?.toLowerCase()
  if (proto === 'http' || proto === 'https') believed['x-forwarded-proto'] = proto
  return believed
}

function listOf(header) {
  return (header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

/** `::ffff:192.0.2.1`, `192.0.2.1:4711` and `[2001:db8::1]:4711` without what is not the address. */
function plainAddress(written) {
  const bare = /^\[(.+)\](:\d+)?$/.exec(written)?.[1] ?? written.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}
