import type { RecordWarning } from '@/components/desk/proposal-warnings'
import { listBases } from '@/db/describe-changes'
import { findWarnings } from '@/db/find-warnings'
import { getHistory } from '@/db/get-record'
import type { Change } from '@/domain/change'
import { countWarnings, type Doubtful } from '@/domain/doubtful'
import type { Warning } from '@/domain/warning'

/** What is doubtful about a record that is being changed, because of the change. */
export async function readWarnings(change: Change): Promise<Warning[]> {
  const { noun, id, base } = change
  const history = base === null ? [] : await getHistory(noun, id, base)
  // Restoring a record brings about nothing that it did not have when it was withdrawn.
  const based = { change, base: history.findLast(({ fields }) => fields)?.fields ?? null }
  return (await findWarnings([based]))[0] ?? []
}

/** The first warnings, and how many there are of each kind. */
export type WaitingWarnings = { counts: Doubtful['counts']; shown: RecordWarning[] }

const SHOWN_MOST = 100

/** What is doubtful about changes that wait, as all of them together would leave the record. */
export async function readWaitingWarnings(changes: readonly Change[]): Promise<WaitingWarnings> {
  const bases = await listBases(changes)
  const found = await findWarnings(changes.map((change, at) => ({ change, base: bases.get(at)?.fields ?? null })))
  const all = changes.flatMap(({ noun, id, fields }, at) =>
    (found[at] ?? []).map((warning): RecordWarning => ({ noun, id, fields: fields ?? {}, warning })),
  )
  return { counts: countWarnings(found.flat()), shown: all.slice(0, SHOWN_MOST) }
}
