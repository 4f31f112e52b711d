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

/** Series of months, years or days that stopped: the id of their newest figure, so that the next one can be made like it. */
function listOverdue(limit: number, offset: number): Promise<Gaps> {
  return readDesk(async (database) => {
    const rows = await database.execute<{
      id: string
      period: string
      newest: number
      rhythm: number
      today: number
    }>(sql`
      select (array_agg(id order by period_end desc, id))[1] as id,
        (array_agg(period order by period_end desc, id))[1] as period,
        max(period_end) - date '1970-01-01' as newest,
        (max(period_end) - min(period_end))::float / (count(*) - 1) as rhythm,
        current_date - date '1970-01-01' as today
      from observation
      where to_edition is null and frequency <> 'YTD' and status = 'official'
      group by indicator, area, frequency, claimant
      having count(*) >= ${SERIES_LEAST}
      order by max(period_end), 1`)
    const overdue = rows.filter((row) => isOverdue(row, row.today))
    const shown = overdue.slice(offset, offset + limit)
    return {
      rows: shown.map(({ id, period }) => ({ noun: 'observation', id, detail: period })),
      total: overdue.length,
    }
  })
}
