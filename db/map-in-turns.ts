import { setImmediate } from 'node:timers/promises'

const TURN = 1_000

/** Maps a list of any length, and lets everybody else have a turn after every thousand: readers do not wait for an import. */
export async function mapInTurns<One, Result>(
  all: readonly One[],
  map: (one: One, at: number) => Result,
): Promise<Result[]> {
  const results: Result[] = []
  for (const [at, one] of all.entries()) {
    if (at % TURN === TURN - 1) await setImmediate()
    results.push(map(one, at))
  }
  return results
}
