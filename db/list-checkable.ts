import { and, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { type FigureKey, identityIndicators } from '@/domain/identity'
import type { Frequency } from '@/domain/period'
import { asOf } from './as-of'
import { read } from './client'
import { observation } from './schema/record'

/** A figure that can be tested: its key, its id and its value. */
export type CheckableFigure = FigureKey & { id: string; value: string }

const MOST = 200_000

/**
 * The figures of an edition that any identity can test: those of the sums and limits, and every month and running total.
 * At most 200,000, by id.
 */
export async function listCheckable(edition: number): Promise<CheckableFigure[]> {
  const rows = await read((database) =>
    database
      .select({
        id: observation.id,
        indicator: observation.indicator,
        area: observation.area,
        period: observation.period,
        frequency: observation.frequency,
        claimant: observation.claimant,
        value: sql<string>`${observation.value}`,
      })
      .from(observation)
      .where(
        and(
          asOf(observation, edition),
          isNotNull(observation.value),
          or(inArray(observation.indicator, [...identityIndicators]), inArray(observation.frequency, ['M', 'YTD'])),
        ),
      )
      .orderBy(observation.id)
      .limit(MOST),
  )
  return rows.map((row) => ({ ...row, frequency: row.frequency as Frequency }))
}
