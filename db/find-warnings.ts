import { countWarnings, type Doubtful, formatWarningMark } from '@/domain/doubtful'
import { type BasedChange, makeJudge, type Warning } from '@/domain/warning'
import { getSurroundings } from './get-surroundings'
import { sha256 } from './hash'
import { mapInTurns } from './map-in-turns'

const MARK_LENGTH = 16

/** For each change what it makes doubtful, in the record as all of them together would leave it. */
export async function findWarnings(changes: readonly BasedChange[]): Promise<Warning[][]> {
  const records = changes.flatMap(({ change: { noun, fields }, base }) =>
    [fields, base].flatMap((one) => (one ? [{ noun, fields: one }] : [])),
  )
  return mapInTurns(changes, makeJudge(changes, await getSurroundings(records)), 'judging')
}

/** What the warnings of {@link findWarnings} come to; null where there are none. */
export function describeDoubtful(
  changes: readonly BasedChange[],
  found: readonly (readonly Warning[])[],
): Doubtful | null {
  const keys = changes.flatMap(({ change: { noun, id } }, at) =>
    (found[at] ?? []).map((warning) => `${noun} ${id} ${formatWarningMark(warning)}`),
  )
  if (keys.length === 0) return null
  // A file whose rows were only put into another order says the same.
  return { counts: countWarnings(found.flat()), warned: sha256(keys.sort().join('\n')).slice(0, MARK_LENGTH) }
}
