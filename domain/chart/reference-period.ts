import { type Frequency, parsePeriod } from '@/domain/period'
import { getBounds } from '@/domain/view'

/** A reference period of a view, and how many of the compared places have a figure for it. */
export type ReferencePeriod = { period: string; frequency: Frequency; places: number }

/** So nearly as many places as at the best date are enough: a date short of one or two is not passed over for an old one. */
const ENOUGH = 0.9

/**
 * The period at which places are compared: the newest that is about as complete as the best one. A newer one that few
 * have reported for yet is for the reader to choose.
 * @param periods newest first
 */
export function chooseReference(periods: readonly ReferencePeriod[]): ReferencePeriod | undefined {
  const most = Math.max(...periods.map(({ places }) => places))
  return periods.find(({ places }) => places >= ENOUGH * most)
}

/** Whether a period ends between the bounds a view sets. */
export function isWithin(
  { period, frequency }: Pick<ReferencePeriod, 'period' | 'frequency'>,
  view: { from?: string | undefined; to?: string | undefined },
): boolean {
  const { first, last } = getBounds(view)
  const end = parsePeriod(period, frequency)?.end
  return end !== undefined && (first === undefined || end >= first) && (last === undefined || end <= last)
}

export function isSamePeriod(
  a: Pick<ReferencePeriod, 'period' | 'frequency'>,
  b: Pick<ReferencePeriod, 'period' | 'frequency'>,
): boolean {
  return a.period === b.period && a.frequency === b.frequency
}
