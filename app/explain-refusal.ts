import { getHistory } from '@/db/get-record'
import type { Conflict } from '@/db/publish-result'
import type { SubmitResult } from '@/db/submit'
import { type Change, isSameValue } from '@/domain/change'
import type { EditState } from '@/domain/edit-state'
import type { Language } from '@/domain/field'
import { getFields } from '@/domain/record'
import { toFormValues, toInputProblem } from '@/domain/record-form'
import { readNamed } from './name-records'

type Refused = (SubmitResult & { ok: false }) | { ok: false; error: 'not-replaceable' | 'too-many' }
const DEPENDENTS_SHOWN = 20

type Told = Partial<NonNullable<EditState>>

/** What a refusal says at the inputs: codes by input name, and after a conflict the form set on the newest version. */
export async function explainRefusal(
  result: Refused,
  change: Change,
  { reason, language }: { reason: string; language: Language },
): Promise<Told> {
  switch (result.error) {
    case 'invalid': {
      const problems = toProblems(change, result.problems)
      const isTaken = result.problems.some(({ code }) => code === 'taken')
      return {
        problems: { ...problems, ...(reason === '' ? { reason: 'missing' } : {}) },
        ...(isTaken ? { taken: change.id } : {}),
      }
    }
    case 'missing':
      return {
        problems: toProblems(
          change,
          result.missing.map(({ key }) => ({ key, code: 'reference' })),
        ),
      }
    case 'no-summary':
      return { problems: { reason: 'missing' } }
    case 'rests':
      return {
        dependents: {
          total: result.dependents.length,
          records: await readNamed(result.dependents.slice(0, DEPENDENTS_SHOWN), language),
        },
      }
    case 'conflict':
      return explainConflict(result.conflicts, change)
    default:
      return {}
  }
}

/** Whatever is wrong with records that rest on a withdrawn one is wrong with what they shall rest on instead. */
function toProblems(change: Change, problems: readonly { key: string; code: string }[]): Record<string, string> {
  return Object.fromEntries(
    problems.map((problem) => {
      const { name, code } = toInputProblem(change.noun, problem)
      if (!change.withdraw || name === 'successor' || name === 'reason') return [name, code]
      return ['replacement', code === 'id' ? 'reference' : code]
    }),
  )
}

/**
 * What a stale form is told: which fields differ, who changed the record since and why, and the form set on the newest
 * version. A field only they changed takes their value; what was typed stays, all of it where they withdrew the record.
 */
async function explainConflict(conflicts: readonly Conflict[], change: Change): Promise<Told> {
  const { noun, id, base, fields } = change
  const conflict = conflicts.find((one) => one.noun === noun && one.id === id)
  if (!conflict) return {}
  const history = await getHistory(noun, id, conflict.edition)
  const meanwhile = history
    .filter(({ edition }) => edition > (base ?? 0))
    .map(({ edition, at, authorName, summary }) => ({ edition, at: at.toISOString(), authorName, summary }))
  const told = { base: conflict.edition, conflicts: conflict.fields, meanwhile, gone: conflict.withdrawn }
  if (!fields) return told
  const theirs = history.at(-1)?.fields ?? fields
  const old = history.find(({ edition }) => edition === base)?.fields ?? {}
  const rebased = Object.fromEntries(
    getFields(noun).map(({ key }) => [key, isSameValue(old[key], fields[key]) ? theirs[key] : fields[key]]),
  )
  return {
    ...told,
    problems: Object.fromEntries(conflict.fields.map(({ key }) => [key, 'conflict'])),
    values: { id, ...toFormValues(noun, rebased) },
  }
}
