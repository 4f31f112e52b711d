import { and, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { type FigureKey, identityIndicators } from '@/domain/identity'
import type { Frequency } from '@/domain/period'
import { asOf } from './as-of'
import { copyOut } from './copy-out'
import { observation } from './schema/record'

/** A figure that can be tested: its key, its id and its value. */
export type CheckableFigure = FigureKey & { id: string; value: string }

/** So many are read at most, that the page of a very large record is drawn at all. */
export const CHECKABLE_MOST = 200_000

/**
 * The figures of an edition that any identity can test: those of the sums and limits, and every month and running total.
 * At most 200,000, by id.
 */
export async function listCheckable(edition: number): Promise<CheckableFigure[]> {
  const isTested = or(
    inArray(observation.indicator, [...identityIndicators]),
    inArray(observation.frequency, ['M', 'YTD']),
  )
  const where = and(asOf(observation, edition), isNotNull(observation.value), isTested)
  const lines = await copyOut(sql`
    select id, indicator, area, period, frequency, claimant, value from ${observation}
    where ${where} order by ${observation.id} limit ${CHECKABLE_MOST}`)
  // Ids, codes, periods and figures: nothing in such a line is escaped.
  return lines.map((line) => {
    const [id = '', indicator = '', area = '', period = '', frequency, claimant = '', value = ''] = line.split(',')
    return { id, indicator, area, period, frequency: frequency as Frequency, claimant, value }
  })
}
