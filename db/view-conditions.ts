import { and, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { listSpellings, splitWords } from '@/domain/find-text'
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

type VersionedTable = PgTable & { fromEdition: PgColumn; toEdition: PgColumn }

/** Where words are looked for: texts of a record, and the names of the place it is of. */
type Searched = { columns: readonly PgColumn[]; area?: PgColumn }

/**
 * Records of a table that hold what is looked for, whatever the case and the width of letters: the words as a whole or,
 * where no record of the edition holds them so, each of them somewhere in it, traditional characters also as simplified
 * ones. The whole comes first, so that an address found by it holds the same rows for ever (docs/decisions/0048).
 */
export function holding(
  table: VersionedTable,
  q: string | undefined,
  edition: number,
  searched: Searched,
): SQL | undefined {
  if (q === undefined) return undefined
  const whole = holdsText(q, searched, edition)
  const words = splitWords(q).map(listSpellings)
  if (words.length === 1 && words[0]?.length === 1 && words[0][0] === q) return whole
  const each = and(...words.map((spellings) => or(...spellings.map((word) => holdsText(word, searched, edition)))))
  const nowhere = sql`not exists (select 1 from ${table} where ${asOf(table, edition)} and ${whole})`
  return or(whole, and(nowhere, each))
}

function holdsText(text: string, { columns, area: place }: Searched, edition: number): SQL | undefined {
  const pattern = toPattern(text)
  return or(
    ...columns.map((column) => sql`normalize(${column}, nfkc) ilike ${pattern}`),
    place && isOfAreaCalled(place, pattern, edition),
  )
}

/** The place of a record has the words in its name or id. */
function isOfAreaCalled(column: PgColumn, pattern: string, edition: number): SQL {
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
