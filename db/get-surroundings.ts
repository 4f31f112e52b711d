import { sql } from 'drizzle-orm'
import type { AnyFields, Noun } from '@/domain/field'
import { listTests } from '@/domain/identity'
import { isSpan, parsePeriod } from '@/domain/period'
import { getReferences } from '@/domain/record'
import type { Reliability } from '@/domain/source'
import { type KnownFigure, type Surroundings, toFigure } from '@/domain/warning'
import { read } from './client'

/**
 * What stands around records in the newest edition, in one query for figures and one for sources: the figures that an
 * identity holds together with theirs, the nearest before and after each in its series, and the sources they cite.
 */
export async function getSurroundings(records: readonly { noun: Noun; fields: AnyFields }[]): Promise<Surroundings> {
  const own = records.flatMap(({ noun, fields }) =>
    noun === 'observation' && fields.value !== undefined ? [toFigure(fields)] : [],
  )
  const cited = records.flatMap(({ noun, fields }) => getReferences(noun, fields).filter((to) => to.noun === 'source'))
  const [figures, sources] = await Promise.all([
    own.length === 0 ? [] : listFigures(own),
    cited.length === 0 ? [] : listReliabilities([...new Set(cited.map(({ id }) => id))]),
  ])
  return {
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    reliabilities: new Map(sources.map(({ id, reliability }) => [id, reliability])),
  }
}

function listFigures(own: readonly KnownFigure[]): Promise<KnownFigure[]> {
  const members = own.flatMap((figure) => listTests(figure).flatMap(({ total, parts }) => [total, ...parts]))
  const series = own.flatMap(({ indicator, area, period, frequency, claimant }) => {
    const end = isSpan(period) ? undefined : parsePeriod(period, frequency)?.end
    return end === undefined ? [] : [{ indicator, area, frequency, claimant, end }]
  })
  return read(async (database) => [
    ...(await database.execute<KnownFigure>(sql`
      select ${columns} from observation o
      where to_edition is null and value is not null
        and id in (select json_array_elements_text(${JSON.stringify([...new Set(members)])}::json) collate "C")
      union
      select ${columns}
      from json_to_recordset(${JSON.stringify(series)}::json)
        as wanted (indicator text, area text, frequency text, claimant text, "end" date)
      cross join lateral (
        (select * from observation where ${ofSeries} and period_end < wanted.end order by period_end desc, id limit 1)
        union all
        (select * from observation where ${ofSeries} and period_end > wanted.end order by period_end, id limit 1)
      ) o`)),
  ])
}

const columns = sql`o.id, o.indicator, o.area, o.period, o.frequency, o.claimant, o.value::text as value`

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
