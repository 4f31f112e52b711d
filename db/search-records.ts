import { and, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import { readDesk } from './client'
import { type RecordVersion, toVersion } from './list-records'
import { tables, toColumn } from './record-table'

/**
 * Current records of a noun whose id or any text or reference holds every word of `q`, by id.
 * @returns at most `limit` rows from `offset`, and whether there are more
 */
export async function searchRecords(
  noun: Noun,
  q: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: RecordVersion[]; more: boolean }> {
  const table = tables[noun]
  const columns = getFields(noun).filter(
    ({ kind }) => kind === 'text' || kind === 'reference' || kind === 'period' || kind === 'url',
  )
  const words = q
    .normalize('NFKC')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
  const conditions = words.map((word): SQL | undefined => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return or(
      sql`${table.id} ilike ${pattern}`,
      ...columns.map(({ key }) => sql`${sql.identifier(toColumn(key))} ilike ${pattern}`),
    )
  })
  const rows = await readDesk((database) =>
    database
      .select()
      .from(table)
      .where(and(isNull(table.toEdition), ...conditions))
      .orderBy(table.id)
      .offset(offset)
      .limit(limit + 1),
  )
  return { rows: rows.slice(0, limit).map((row) => toVersion(noun, row)), more: rows.length > limit }
}
