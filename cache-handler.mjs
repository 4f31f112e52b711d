/**
 * The memory of drawn views: least recently used out first, by size. It lives on `globalThis` so that `proxy.ts` can
 * ask whether a view is kept, which Next's own handler does not tell.
 */
const BYTES_MOST = Number(process.env.VIEW_MEMORY_MIB || 128) * 1024 * 1024

/** @type {{ entries: Map<string, { entry: object, bytes: number }>, paths: Map<string, number>, bytes: number }} */
const kept = getKept()

function getKept() {
  const key = Symbol.for('pot-and-iron.views')
  globalThis[key] ??= { entries: new Map(), paths: new Map(), bytes: 0 }
  return globalThis[key]
}

export default class CacheHandler {
  async get(key) {
    const found = kept.entries.get(key)
    if (!found) return null
    kept.entries.delete(key)
    kept.entries.set(key, found)
    return found.entry
  }

  async set(key, value, context) {
    forget(key)
    if (!value || value.status >= 500) return
    const bytes = measure(value)
    if (bytes > BYTES_MOST / 4) return
    kept.entries.set(key, { entry: { value, lastModified: Date.now(), cacheControl: context.cacheControl }, bytes })
    kept.bytes += bytes
    const path = toPath(key)
    kept.paths.set(path, (kept.paths.get(path) ?? 0) + 1)
    for (const oldest of kept.entries.keys()) {
      if (kept.bytes <= BYTES_MOST) break
      forget(oldest)
    }
  }

  async revalidateTag() {}

  resetRequestCache() {}
}

function forget(key) {
  const found = kept.entries.get(key)
  if (!found) return
  kept.entries.delete(key)
  kept.bytes -= found.bytes
  const path = toPath(key)
  const count = (kept.paths.get(path) ?? 1) - 1
  if (count > 0) kept.paths.set(path, count)
  else kept.paths.delete(path)
}

/** Behind the mark in a key stands the path that was asked for. */
function toPath(key) {
  const mark = key.indexOf('/$/')
  return mark === -1 ? key : key.slice(mark + 2)
}

/** Bytes of what an entry holds; a JavaScript string takes two a character. */
function measure(value) {
  let bytes = 512
  for (const part of Object.values(value)) {
    if (typeof part === 'string') bytes += part.length * 2
    else if (part?.byteLength) bytes += part.byteLength
    else if (part instanceof Map) for (const one of part.values()) bytes += one.byteLength ?? 0
  }
  return bytes
}
