/** A view has at most 2,000 characters, and most are plain. Beyond 16 KiB Node itself refuses. */
const LONGEST_TARGET = 12_000

/**
 * Whether a request target is one this server can have: `/…`, a path that can be decoded, no control characters.
 * Raw bytes beyond ASCII were refused by Node's parser already.
 */
export function isGoodTarget(target) {
  if (!target.startsWith('/') || target.length > LONGEST_TARGET || target.includes('\\')) return false
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(target.split('?', 1)[0]))
  } catch {
    return false
  }
}
