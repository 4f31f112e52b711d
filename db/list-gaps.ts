import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { Noun } from '@/domain/field'
import { nouns } from '@/domain/field'
import { type GapKind, isOverdue, isTranslatable, WEAKEST } from '@/domain/gap'
import { getFields } from '@/domain/record'
import { readDesk } from './client'
import { tables, toColumn } from './record-table'

/** A record in which something is to be mended: `detail` is a field, or the newest period of a series. */
export type Gap = { noun: Noun; id: string; detail: string }
export type Gaps = { rows: Gap[]; total: number }

/** The records with one kind of gap, by noun and id (overdue series: longest waiting first), and how many there are. */
export function listGaps(kind: GapKind, { limit, offset = 0 }: { limit: number; offset?: number }): Promise<Gaps> {
  if (kind === 'overdue') return listOverdue(limit, offset)
  const parts = kind === 'weak' ? findWeak() : kind === 'untranslated' ? findUntranslated() : [findUnarchived()]
  return readDesk(async (database) => {
    const rows = await database.execute<Gap & { total: number }>(sql`
      select noun, id, detail, count(*) over ()::int as total
      from (${sql.join(parts, sql` union all `)}) gap
      order by noun, id, detail limit ${limit} offset ${offset}`)
    return { rows: rows.map(({ noun, id, detail }) => ({ noun, id, detail })), total: rows[0]?.total ?? 0 }
  })
}

/** One citation only, and that of a source of the lowest reliability. */
function findWeak(): SQL[] {
  return nouns
    .filter((noun) => getFields(noun).some(({ kind }) => kind === 'citations'))
    .map(
      (noun) => sql`
        select ${noun}::text as noun, r.id, r.citations -> 0 ->> 'source' as detail
        from ${sql.identifier(getTableName(tables[noun]))} r
        join source on source.id = r.citations -> 0 ->> 'source' and source.to_edition is null
        where r.to_edition is null and jsonb_array_length(r.citations) = 1 and source.reliability = ${WEAKEST}`,
    )
}

/** A name or a title in one language whose other is missing. Quotations are not translated, so they are none. */
function findUntranslated(): SQL[] {
  return nouns.flatMap((noun) =>
    getFields(noun)
      .filter((field) => isTranslatable(field) && !field.required)
      .map(
        ({ key }) => sql`
          select ${noun}::text as noun, id, ${key}::text as detail
          from ${sql.identifier(getTableName(tables[noun]))}
          where to_edition is null and ${sql.identifier(toColumn(key))} is null`,
      ),
  )
}

function findUnarchived(): SQL {
  return sql`select 'source'::text as noun, id, url as detail from source where to_edition is null and archive_url is null and files is null`
}

const SERIES_LEAST = 3

type Series = { indicator: string; area: string; frequency: string; claimant: string; newest: number }

/** Series of months, years or days that stopped: the id of their newest figure, so that the next one can be made like it. */
function listOverdue(limit: number, offset: number): Promise<Gaps> {
  return readDesk(async (database) => {
    const series = await database.execute<Series & { rhythm: number; today: number }>(sql`
      select indicator, area, frequency, claimant, max(period_end) - date '1970-01-01' as newest,
        (max(period_end) - min(period_end))::float / (count(*) - 1) as rhythm,
        current_date - date '1970-01-01' as today
      from observation
      where to_edition is null and frequency <> 'YTD' and status = 'official'
      group by indicator, area, frequency, claimant
      having count(*) >= ${SERIES_LEAST}
      order by newest, indicator, area, frequency, claimant`)
    const overdue = series.filter((one) => isOverdue(one, one.today))
    const shown = JSON.stringify(overdue.slice(offset, offset + limit).map((one, at) => ({ ...one, at })))
    const rows = await database.execute<{ id: string; period: string }>(sql`
      select figure.id, figure.period
      from json_to_recordset(${shown}::json)
        as series (indicator text, area text, frequency text, claimant text, newest int, at int)
      cross join lateral (
        select id, period from observation o
        where o.to_edition is null and o.status = 'official' and o.indicator = series.indicator and o.area = series.area
          and o.frequency = series.frequency and o.claimant = series.claimant
          and o.period_end = date '1970-01-01' + series.newest
        order by id limit 1
      ) figure
      order by series.at`)
    return { rows: rows.map(({ id, period }) => ({ noun: 'observation', id, detail: period })), total: overdue.length }
  })
}
