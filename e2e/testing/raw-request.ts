import { connect } from 'node:net'

export type RawRequest = {
  method: string
  target: string
  headers?: readonly (readonly [string, string])[]
  body?: string
}

/** What came back: the status of the first line, its headers in lower case, the body; status 0 where nothing came. */
export type RawAnswer = { status: number; head: string; body: string }

const PATIENCE_MS = 20_000

/** A request as bytes: what `fetch` would put right or refuse to send goes out as it is written. */
export function toBytes({ method, target, headers = [], body = '' }: RawRequest, host: string): Buffer {
  const named = new Set(headers.map(([name]) => name.toLowerCase()))
  const own = [
    ...(named.has('host') ? [] : [['Host', host] as const]),
    ...(named.has('connection') ? [] : [['Connection', 'close'] as const]),
    ...(body === '' || named.has('content-length') || named.has('transfer-encoding')
      ? []
      : [['Content-Length', String(Buffer.byteLength(body))] as const]),
  ]
  const lines = [...own, ...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines}\r\n`, 'latin1'), Buffer.from(body)])
}

/**
 * Writes bytes to the site's socket; resolves with what came back before the connection closed. `hangUp` ends our side
 * at once, as a client does that goes away.
 */
export function sendBytes(bytes: Buffer, baseUrl: string, hangUp = false): Promise<RawAnswer> {
  const { port } = new URL(baseUrl)
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1')
    const parts: Buffer[] = []
    const timer = setTimeout(() => socket.destroy(), PATIENCE_MS)
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('error', () => {})
    socket.once('close', () => {
      clearTimeout(timer)
      const [head = '', ...body] = Buffer.concat(parts).toString('latin1').split('\r\n\r\n')
      resolve({ status: Number(head.split(' ')[1] ?? 0), head: head.toLowerCase(), body: body.join('\r\n\r\n') })
    })
    socket.write(bytes)
    if (hangUp) socket.end()
  })
}

/** Whether a request tells of a body by its own words, which may never come. */
export function isBrokenOff({ headers = [] }: RawRequest): boolean {
  return headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))
}

export function send(request: RawRequest, baseUrl: string): Promise<RawAnswer> {
  return sendBytes(toBytes(request, new URL(baseUrl).host), baseUrl, isBrokenOff(request))
}
