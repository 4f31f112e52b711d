import { and, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { getBounds } from '@/domain/view'
import { asOf } from './as-of'
import { area, indicator, observation } from './schema/record'

/** By how many citations a record has. */
export function countSources(citations: PgColumn): SQL {
  return sql`jsonb_array_length(${citations})`
}

/** Figures by the unit of their indicator: the indicators are put in order once, not looked up for every row. */
export function byUnit(edition: number): SQL {
  return sql`array_position((
    select array_agg(${indicator.id} order by ${indicator.unit}, ${indicator.unitMult}, ${indicator.id})
    from ${indicator} where ${asOf(indicator, edition)}), ${observation.indicator})`
}

/** One of the values; undefined where none is asked for. */
export function anyOf(column: PgColumn, values: readonly string[]): SQL | undefined {
  return values.length > 0 ? inArray(column, [...values]) : undefined
}

/** Between the bounds of a view, by where a period or a doubtful date ends. */
export function within(
  column: PgColumn,
  view: { from?: string | undefined; to?: string | undefined },
): SQL | undefined {
  const { first, last } = getBounds(view)
  return and(first === undefined ? undefined : gte(column, first), last === undefined ? undefined : lte(column, last))
}

/** The words stand in one of the columns, whatever the case and the width of its letters and marks. */
export function contains(q: string | undefined, columns: readonly PgColumn[]): SQL | undefined {
  return q === undefined
    ? undefined
    : or(...columns.map((column) => sql`normalize(${column}, nfkc) ilike ${toPattern(q)}`))
}

/** The place of a record has the words in its name or id. */
export function inAreaCalled(column: PgColumn, q: string | undefined, edition: number): SQL | undefined {
  if (q === undefined) return undefined
  const pattern = toPattern(q)
  return sql`${column} in (select ${area.id} from ${area} where ${asOf(area, edition)}
    and (${area.nameEn} ilike ${pattern} or ${area.nameZh} ilike ${pattern} or ${area.id} ilike ${pattern}))`
}

function toPattern(q: string): string {
  return `%${q.replace(/[\\%_]/g, '\\$&')}%`
}

/** The places asked for and all below them. A statistical remainder is nobody's child: only its own name finds it. */
export function atOrBelow(column: PgColumn, ids: readonly string[], edition: number): SQL | undefined {
  if (ids.length === 0) return undefined
  const asked = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  return sql`${column} in (
    with recursive below (id) as (
      select unnest(array[${asked}]::text[]) collate "C"
      union
      select ${area.id} from ${area} join below on ${area.parent} = below.id
      where ${asOf(area, edition)} and ${area.kind} <> 'statistical'
    ) select id from below)`
}
