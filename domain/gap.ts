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
