import type { Change } from '@/domain/change'
import type { EditState } from '@/domain/edit-state'
import { parseRecord } from '@/domain/record'
import type { FormValues } from '@/domain/record-form'
import { isAnswered, joinNote, NOTE_NAME, WARNED_NAME, type Warning } from '@/domain/warning'
import { readWarnings } from './read-warnings'

type Told = Pick<NonNullable<EditState>, 'warnings' | 'problems'>

/** The reason to publish with, its note behind it; or what is doubtful and not answered yet. */
export type WarningAnswer = { ok: true; summary: string } | { ok: false; error: 'warnings' | 'invalid'; told: Told }

/** Whether a form answers what its change makes doubtful. A change that is wrong, or has no reason, is not asked. */
export async function answerWarnings(change: Change, reason: string, values: FormValues): Promise<WarningAnswer> {
  const parsed = parseRecord(change.noun, change.id, change.fields)
  if (!parsed.ok || reason === '') return { ok: true, summary: reason }
  const { noun, id, base } = change
  return answerNote(await readWarnings({ noun, id, base, fields: parsed.fields }), reason, values)
}

/** Whether the note of a form answers these warnings. */
export function answerNote(warnings: Warning[], reason: string, values: FormValues): WarningAnswer {
  if (warnings.length === 0) return { ok: true, summary: reason }
  const note = (values[NOTE_NAME] ?? '').trim()
  if (isAnswered(warnings, values)) {
    const summary = joinNote(reason, note)
    if (summary !== null) return { ok: true, summary }
    return { ok: false, error: 'invalid', told: { warnings, problems: { [NOTE_NAME]: 'long' } } }
  }
  const wasAsked = values[WARNED_NAME] !== undefined && note === ''
  return { ok: false, error: 'warnings', told: { warnings, problems: wasAsked ? { [NOTE_NAME]: 'missing' } : {} } }
}
