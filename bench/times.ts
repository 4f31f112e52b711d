/** How often something happened a second and how long it took, in milliseconds. */
export type Times = { perSecond: number; p50: number; p99: number }

export function describeTimes(took: readonly number[], seconds: number): Times {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) }
}

/** The run in the middle by how often a second. */
export function pickMedian<T extends { perSecond: number }>(runs: readonly T[]): T {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('nothing was measured')
  return middle
}
