import { and, getTableColumns, isNull, type Name, or, type SQL, sql } from 'drizzle-orm'
import type { Field, Noun } from '@/domain/field'
import { listSpellings, splitWords } from '@/domain/find-text'
import { getFields } from '@/domain/record'
import { readDesk } from './client'
import { type RecordVersion, toVersion } from './list-records'
import { tables, toColumn } from './record-table'

/**
 * Current records of a noun in whose id, texts, references or in the names of what it refers to every word of `q` stands,
 * by id: «Guizhou 2024» finds the figures of that province and year.
 * @returns at most `limit` rows from `offset`, and how many there are in all (0 beyond the last)
 */
export async function searchRecords(
  noun: Noun,
  q: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: RecordVersion[]; total: number }> {
  const table = tables[noun]
  const words = splitWords(q)
  const rows = await readDesk((database) =>
    database
      .select({ ...getTableColumns(table), total: sql<number>`(count(*) over ())::int` })
      .from(table)
      .where(and(isNull(table.toEdition), ...words.map((word) => holdsWord(noun, word))))
      .orderBy(table.id)
      .offset(offset)
      .limit(limit),
  )
  return { rows: rows.map((row) => toVersion(noun, row)), total: rows[0]?.total ?? 0 }
}

/** A word in traditional characters also stands where its simplified ones do. */
function holdsWord(noun: Noun, word: string): SQL | undefined {
  return or(...listSpellings(word).map((spelling) => holdsSpelling(noun, spelling)))
}

function holdsSpelling(noun: Noun, word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return or(
    sql`${tables[noun].id} ilike ${pattern}`,
    ...getFields(noun).flatMap((field) => {
      const column = sql.identifier(toColumn(field.key))
      if (field.kind === 'reference')
        return [sql`${column} ilike ${pattern}`, refersToName(column, field.noun, pattern)]
      return isSearched(field) ? [sql`${column} ilike ${pattern}`] : []
    }),
  )
}

function isSearched({ kind }: Field): boolean {
  return kind === 'text' || kind === 'period' || kind === 'url'
}

/** Asked once for the whole table, not per row: the names are few. */
function refersToName(column: Name, to: Noun, pattern: string): SQL {
  const names = getFields(to).filter(({ key }) => /^(name|title)(En|Zh)?$/.test(key))
  if (names.length === 0) return sql`false`
  const matches = names.map(({ key }) => sql`named.${sql.identifier(toColumn(key))} ilike ${pattern}`)
  return sql`${column} in (
    select named.id from ${tables[to]} named where named.to_edition is null and (${sql.join(matches, sql` or `)}))`
}
