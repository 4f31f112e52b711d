import { refuse } from './guard-refuse.mjs'

const LARGEST_BODY = 1024 * 1024
/**
 * Longer ones, from somebody who shows a session or a token; whether it is a good one is asked later. A table of 50,000
 * rows, and a file of 20 MiB that proves something, with a little more so that the form can say what is too large.
 */
const LONGER = [
  { paths: /^(\/zh)?\/edit\/import(\/[1-9]\d{0,8})?$|^\/api\/proposals$/, largest: 12 * LARGEST_BODY },
  { paths: /^(\/zh)?\/edit\/source\/[A-Za-z0-9_-]+\/files$/, largest: 24 * LARGEST_BODY },
]
/** Of all requests together. */
const LARGEST_HELD = 64 * LARGEST_BODY

let held = 0

/**
 * Calls `serve` once the whole body is there, so that one that grows too large is refused before anything was done with it,
 * whether or not it told its length: 413 above 1 MiB, or above what its address may hold.
 */
export function holdBody(request, response, serve) {
  const length = request.headers['content-length']
  const largest = getLargest(request)
  if (Number(length) > largest) return refuse(request, response, 413)
  if (request.headers['transfer-encoding'] === undefined && !(Number(length) > 0)) return serve()

  const chunks = []
  let size = 0
  const release = () => {
    held -= size
    size = 0
    delete request.push
  }
  request.once('close', release)
  request.push = (chunk) => {
    if (chunk === null) {
      release()
      isReadableForm(request, chunks).then((readable) => {
        if (!readable) return refuse(request, response, 400)
        for (const part of chunks) request.push(part)
        request.push(null)
        serve()
      })
      return false
    }
    size += chunk.length
    held += chunk.length
    if (size > largest || held > LARGEST_HELD) {
      const status = size > largest ? 413 : 503
      release()
      refuse(request, response, status, status === 503 ? { 'Retry-After': '5' } : {})
    } else {
      chunks.push(chunk)
    }
    return true
  }
}

function getLargest({ url, headers }) {
  if (!/session-token=/.test(headers.cookie ?? '') && !headers.authorization) return LARGEST_BODY
  const path = url.split('?', 1)[0]
  return LONGER.find(({ paths }) => paths.test(path))?.largest ?? LARGEST_BODY
}

/** Whether a body that says it is a form can be read as one: Next answers a broken one with a 500. Others are not looked at. */
async function isReadableForm(request, chunks) {
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data/i.test(type)) return true
  try {
    await new Response(Buffer.concat(chunks), { headers: { 'Content-Type': type } }).formData()
    return true
  } catch {
    return false
  }
}
