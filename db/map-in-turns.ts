import { setImmediate } from 'node:timers/promises'
import { tellProgress } from './progress'

const TURN = 1_000

/**
 * Maps a list of any length, and lets everybody else have a turn after every thousand: readers do not wait for an import.
 * Who follows it hears then how much of this part of an import is done.
 */
export async function mapInTurns<One, Result>(
  all: readonly One[],
  map: (one: One, at: number) => Result,
  stage: 'reading' | 'comparing' | 'judging',
): Promise<Result[]> {
  const results: Result[] = []
  for (const [at, one] of all.entries()) {
    if (at % TURN === TURN - 1) {
      tellProgress(stage, at / all.length)
      await setImmediate()
    }
    results.push(map(one, at))
  }
  tellProgress(stage, 1)
  return results
}
