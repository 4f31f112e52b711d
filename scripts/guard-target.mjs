/** A view has at most 2,000 characters; a Chinese one takes nine bytes for each. Beyond this Node itself refuses (16 KiB). */
const LONGEST_TARGET = 12_000

/**
 * Sees that the request target is a path this server can have: `/…`, decodable, without control characters.
 * Raw UTF-8, which some clients send, is escaped in place.
 * @returns {boolean} false when the request must be refused
 */
export function cleanTarget(request) {
  const target = escapeBytes(request.url)
  if (!target.startsWith('/') || target.length > LONGEST_TARGET || /[^\x21-\x7e]|\\/.test(target)) return false
  const path = target.split('?', 1)[0]
  let decoded
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return false
  }
  if (/\p{Cc}/u.test(decoded)) return false
  request.url = target
  return true
}

/** Node hands the bytes of a target over as Latin-1. */
function escapeBytes(target) {
  return target.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}
