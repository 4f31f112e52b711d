declare global {
  interface Window {
    /** What a reader did that brought the scripts of the page (scripts/first-intent). */
    firstIntent?: Event | undefined
  }
}

/** Milliseconds after which a reader who was not answered does something else. */
const LATE = 3_000

/** What brought the scripts, for the part of the page it was meant for: once, and not late. */
export function takeFirstIntent<T extends Event>(
  within: Node,
  Kind: abstract new (...parts: never) => T,
): T | undefined {
  const { firstIntent } = window
  if (!(firstIntent instanceof Kind && firstIntent.target instanceof Node && within.contains(firstIntent.target)))
    return
  window.firstIntent = undefined
  return performance.now() - firstIntent.timeStamp < LATE ? firstIntent : undefined
}
