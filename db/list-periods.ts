import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { ReferencePeriod } from '@/domain/chart/reference-period'
import type { Frequency } from '@/domain/period'
import type { View } from '@/domain/view'
import { asOf } from './as-of'
import { read } from './client'
import { type RecordVersion, toVersion } from './list-records'
import { observation } from './schema/record'
import { getWhere } from './view-queries'

const PERIODS_MOST = 48

/** The periods for which a view has figures of the given places, newest first; spans of their own are left out. */
export async function listPeriods(
  view: View<'debt'>,
  edition: number,
  places: readonly string[],
): Promise<ReferencePeriod[]> {
  const rows = await read((database) =>
    database
      .select({
        period: observation.period,
        frequency: observation.frequency,
        places: sql<number>`count(distinct ${observation.area})::int`,
      })
      .from(observation)
      .where(
        and(
          asOf(observation, edition),
          getWhere('debt', view, edition),
          inArray(observation.area, [...places]),
          isNotNull(observation.value),
          sql`${observation.period} not like '%--%'`,
        ),
      )
      .groupBy(observation.period, observation.frequency, observation.periodEnd)
      .orderBy(desc(observation.periodEnd), observation.frequency)
      .limit(PERIODS_MOST),
  )
  return rows.map((row) => ({ ...row, frequency: row.frequency as Frequency }))
}

/** The figures of one indicator of a view for one period, in the given places, largest first. */
export async function listCompared(
  view: View<'debt'>,
  edition: number,
  { period, frequency }: Pick<ReferencePeriod, 'period' | 'frequency'>,
  places: readonly string[],
): Promise<RecordVersion[]> {
  const rows = await read((database) =>
    database
      .select()
      .from(observation)
      .where(
        and(
          asOf(observation, edition),
          getWhere('debt', view, edition),
          eq(observation.period, period),
          eq(observation.frequency, frequency),
          inArray(observation.area, [...places]),
          isNotNull(observation.value),
        ),
      )
      .orderBy(desc(observation.value), observation.id)
      .limit(500),
  )
  return rows.map((row) => toVersion('observation', row))
}
