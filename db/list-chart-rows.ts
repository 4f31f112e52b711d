import { and, asc, inArray, sql } from 'drizzle-orm'
import type { ChartExtent } from '@/domain/chart/chart-choice'
import { POINTS_MOST } from '@/domain/chart/chart-choice'
import { findParts } from '@/domain/identity'
import type { Frequency } from '@/domain/period'
import type { View } from '@/domain/view'
import { asOf } from './as-of'
import { read } from './client'
import type { RecordVersion } from './list-records'
import { toVersion } from './list-records'
import { observation } from './schema/record'
import { getWhere } from './view-queries'

/** The figures of a view that a chart needs, or only their extent where there are more than a chart shows. */
export type ChartRows = { extent: ChartExtent; rows: RecordVersion[] }

/** Above this many rows the database counts and only one frequency's rows are loaded. */
const LOADED_MOST = 2_000

/**
 * What the chart of a `/debt` view is made of. A view that names no single indicator and is large is not counted
 * through: that it holds several indicators is known.
 * @param total how many rows the view has
 */
export async function listChartRows(view: View<'debt'>, edition: number, total: number): Promise<ChartRows> {
  const where = and(asOf(observation, edition), getWhere('debt', view, edition))
  const isDrawable = view.indicator.length === 1 || findParts(view.indicator) !== null
  if (total > LOADED_MOST && !isDrawable) {
    return { extent: { indicators: Math.max(2, view.indicator.length), spans: 0, frequencies: [] }, rows: [] }
  }
  const extent = await getExtent(where)
  const drawable = extent.frequencies.filter(({ count }) => count <= POINTS_MOST).map(({ frequency }) => frequency)
  if (drawable.length === 0 || (extent.indicators !== 1 && !isDrawable)) return { extent, rows: [] }
  const rows = await read((database) =>
    database
      .select()
      .from(observation)
      .where(and(where, inArray(observation.frequency, drawable)))
      .orderBy(asc(observation.periodEnd), asc(observation.id))
      .limit(POINTS_MOST * drawable.length),
  )
  return { extent, rows: rows.map((row) => toVersion('observation', row)) }
}

async function getExtent(where: ReturnType<typeof and>): Promise<ChartExtent> {
  const isSpan = sql<boolean>`${observation.period} like '%--%'`
  const rows = await read((database) =>
    database
      .select({
        frequency: observation.frequency,
        indicator: observation.indicator,
        span: isSpan,
        count: sql<number>`count(*)::int`,
        areas: sql<number>`count(distinct ${observation.area})::int`,
      })
      .from(observation)
      .where(where)
      .groupBy(observation.indicator, observation.frequency, isSpan),
  )
  const drawn = rows.filter((row) => !row.span)
  return {
    indicators: new Set(rows.map((row) => row.indicator)).size,
    spans: rows.filter((row) => row.span).reduce((sum, row) => sum + row.count, 0),
    frequencies: [...new Set(drawn.map((row) => row.frequency))].map((frequency) => {
      const same = drawn.filter((row) => row.frequency === frequency)
      return {
        frequency: frequency as Frequency,
        count: same.reduce((sum, row) => sum + row.count, 0),
        areas: Math.max(...same.map((row) => row.areas)),
      }
    }),
  }
}
