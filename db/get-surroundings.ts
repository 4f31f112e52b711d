import { sql } from 'drizzle-orm'
import type { AnyFields, Noun } from '@/domain/field'
import { type KnownFigure, toFigure } from '@/domain/figure-series'
import { listTests } from '@/domain/identity'
import { isSpan, parsePeriod } from '@/domain/period'
import { getReferences } from '@/domain/record'
import type { Reliability } from '@/domain/source'
import type { Surroundings } from '@/domain/warning'
import { read } from './client'

/** So many figures are asked about at once that the deadline of a query is never near. */
const TOGETHER_MOST = 2_500

/**
 * What stands around records in the newest edition: the figures that an identity holds together with theirs, the nearest
 * before and after each in its series, and the sources they cite. One query for sources, and one for so many figures each.
 */
export async function getSurroundings(records: readonly { noun: Noun; fields: AnyFields }[]): Promise<Surroundings> {
  const own = records.flatMap(({ noun, fields }) =>
    noun === 'observation' && fields.value !== undefined ? [toFigure(fields)] : [],
  )
  const cited = new Set(
    records.flatMap(({ noun, fields }) =>
      getReferences(noun, fields).flatMap((to) => (to.noun === 'source' ? [to.id] : [])),
    ),
  )
  const sources = cited.size === 0 ? [] : await listReliabilities([...cited])
  const figures = new Map<string, KnownFigure>()
  for (let from = 0; from < own.length; from += TOGETHER_MOST) {
    for (const figure of await listFigures(own.slice(from, from + TOGETHER_MOST))) figures.set(figure.id, figure)
  }
  return { figures, reliabilities: new Map(sources.map(({ id, reliability }) => [id, reliability])) }
}

function listFigures(own: readonly KnownFigure[]): Promise<KnownFigure[]> {
  const members = own.flatMap((figure) => listTests(figure).flatMap(({ total, parts }) => [total, ...parts]))
  const series = own.flatMap(({ indicator, area, period, frequency, claimant }) => {
    const span = isSpan(period) ? null : parsePeriod(period, frequency)
    return span ? [{ indicator, area, frequency, claimant, ...span }] : []
  })
  return read(async (database) => [
    ...(await database.execute<KnownFigure>(sql`
      select ${columns} from observation o
      where to_edition is null and value is not null
        and id in (select json_array_elements_text(${JSON.stringify([...new Set(members)])}::json) collate "C")
      union
      select ${columns}
      from json_to_recordset(${JSON.stringify(series)}::json)
        as wanted (indicator text, area text, frequency text, claimant text, start date, "end" date)
      cross join lateral (
        (select * from observation where ${ofSeries} and (period_start, period_end) < (wanted.start, wanted.end)
          order by period_start desc, period_end desc, id limit 1)
        union all
        (select * from observation where ${ofSeries} and (period_start, period_end) > (wanted.start, wanted.end)
          order by period_start, period_end, id limit 1)
      ) o`)),
  ])
}

const columns = sql`o.id, o.indicator, o.area, o.period, o.frequency, o.claimant, o.value::text as value`

// Of one frequency, who begins later ends later, and running totals of one year begin together: so the index on beginnings
// finds the nearest without looking at the whole series.
const ofSeries = sql`to_edition is null and value is not null and period not like '%--%'
  and indicator = wanted.indicator and area = wanted.area and frequency = wanted.frequency and claimant = wanted.claimant`

function listReliabilities(ids: readonly string[]): Promise<{ id: string; reliability: Reliability }[]> {
  return read(async (database) => [
    ...(await database.execute<{ id: string; reliability: Reliability }>(sql`
      select id, reliability from source
      where to_edition is null
        and id in (select json_array_elements_text(${JSON.stringify(ids)}::json) collate "C")`)),
  ])
}
