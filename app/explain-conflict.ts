import { getHistory } from '@/db/get-record'
import type { Conflict } from '@/db/publish'
import { type Change, isSameValue } from '@/domain/change'
import type { EditState } from '@/domain/edit-state'
import { getFields } from '@/domain/record'
import { toFormValues } from '@/domain/record-form'

/**
 * What a stale form is told: which fields differ, who changed the record since and why, and the form set on the newest
 * version. A field only they changed takes their value; what was typed stays.
 */
export async function explainConflict(
  conflicts: readonly Conflict[],
  change: Change,
): Promise<Partial<NonNullable<EditState>>> {
  const { noun, id, base, fields } = change
  const conflict = conflicts.find((one) => one.noun === noun && one.id === id)
  if (!conflict) return {}
  const history = await getHistory(noun, id, conflict.edition)
  const meanwhile = history
    .filter(({ edition }) => edition > (base ?? 0))
    .map(({ edition, at, authorName, summary }) => ({ edition, at: at.toISOString(), authorName, summary }))
  const theirs = history.at(-1)?.fields ?? {}
  const old = history.find(({ edition }) => edition === base)?.fields ?? {}
  const rebased = fields
    ? Object.fromEntries(
        getFields(noun).map(({ key }) => [key, isSameValue(old[key], fields[key]) ? theirs[key] : fields[key]]),
      )
    : {}
  return {
    base: conflict.edition,
    conflicts: conflict.fields,
    meanwhile,
    problems: Object.fromEntries(conflict.fields.map(({ key }) => [key, 'conflict'])),
    ...(fields ? { values: { id, ...toFormValues(noun, rebased) } } : {}),
  }
}
