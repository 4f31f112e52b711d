import type { Field } from './field'
import type { Reliability } from './source'

/** What the record lacks or has doubtful, each kind with a list of the records in which it is mended. */
export const gapKinds = ['overdue', 'weak', 'untranslated', 'unarchived'] as const
export type GapKind = (typeof gapKinds)[number]

/** How long after the day a figure was to be expected it counts as overdue. */
const GRACE_DAYS = 45

/**
 * Whether a series is overdue: its figures came every so many days on average, and the next one should have come, with
 * as long again and some grace for publishing it.
 * @param newest day number of the newest period's end
 * @param rhythm average days from one figure to the next
 */
export function isOverdue({ newest, rhythm }: { newest: number; rhythm: number }, today: number): boolean {
  return today > newest + 2 * rhythm + GRACE_DAYS
}

/** Whether a field is a name or a title that should be there in both languages. Quotations are not translated. */
export function isTranslatable({ key, language }: Field): boolean {
  return language !== undefined && /^(name|title|definition)(En|Zh)$/.test(key)
}

/** The key of the same text in the other language. */
export function getTwin(key: string): string {
  return key.endsWith('En') ? key.replace(/En$/, 'Zh') : key.replace(/Zh$/, 'En')
}

export const WEAKEST: Reliability = 'C'

/** Whether citations are weak, by the reliability of each one's source: one only, and that of the lowest. */
export function isWeak(reliabilities: readonly (Reliability | undefined)[]): boolean {
  return reliabilities.length === 1 && reliabilities[0] === WEAKEST
}
