import type { RecordWarning } from '@/components/desk/proposal-warnings'
import type { WaitingChange } from '@/db/describe-changes'
import { getHistory } from '@/db/get-record'
import { getSurroundings } from '@/db/get-surroundings'
import type { Change } from '@/domain/change'
import { type BasedChange, listCausedWarnings, type Warning } from '@/domain/warning'

/** What is doubtful about a record that is being changed, because of the change. */
export async function readWarnings(change: Change): Promise<Warning[]> {
  const { noun, id, base } = change
  const history = base === null ? [] : await getHistory(noun, id, base)
  // Restoring a record brings about nothing that it did not have when it was withdrawn.
  const based = { change, base: history.findLast(({ fields }) => fields)?.fields ?? null }
  return (await read([based]))[0] ?? []
}

/** What is doubtful about changes that wait, as all of them together would leave the record. */
export async function readWaitingWarnings(waiting: readonly WaitingChange[]): Promise<RecordWarning[]> {
  const found = await read(waiting.map(({ change, base }) => ({ change, base: base?.fields ?? null })))
  return waiting.flatMap(({ noun, id, change }, at) =>
    (found[at] ?? []).map((warning) => ({ noun, id, fields: change.fields ?? {}, warning })),
  )
}

async function read(changes: readonly BasedChange[]): Promise<Warning[][]> {
  const records = changes.flatMap(({ change: { noun, fields }, base }) =>
    [fields, base].flatMap((one) => (one ? [{ noun, fields: one }] : [])),
  )
  return listCausedWarnings(changes, await getSurroundings(records))
}
