import { and, type SQL, sql } from 'drizzle-orm'
import { type Noun, nouns } from '@/domain/field'
import { getFields } from '@/domain/record'
import { asOf } from './as-of'
import { read } from './client'
import { type RecordVersion, toVersion } from './list-records'
import { tables, toColumn } from './record-table'

/** The records of one noun that rest on a record, and how many there are in all. */
export type Dependents = { noun: Noun; key: string; rows: RecordVersion[]; total: number }

/** The fields by which records of each noun can rest on a record, as a condition on the noun's table. */
export function toRestsOn(rests: Noun, id: string): { noun: Noun; key: string; where: SQL }[] {
  return nouns.flatMap((noun) =>
    getFields(noun).flatMap((field) => {
      const { key, kind } = field
      const column = sql.identifier(toColumn(key))
      if (kind === 'reference' && field.noun === rests) return [{ noun, key, where: sql`${column} = ${id}` }]
      if (kind !== 'citations' || rests !== 'source') return []
      return [{ noun, key, where: sql`${column} @> ${JSON.stringify([{ source: id }])}::jsonb` }]
    }),
  )
}

/** Everything that rests on a record in an edition, field by field: at most `limit` rows of each, with the full count. */
export async function listDependents(rests: Noun, id: string, edition: number, limit: number): Promise<Dependents[]> {
  const found = await Promise.all(
    toRestsOn(rests, id).map(async ({ noun, key, where: on }) => {
      const table = tables[noun]
      const where = and(on, asOf(table, edition))
      const [rows, counts] = await Promise.all([
        read((database) => database.select().from(table).where(where).orderBy(table.id).limit(limit)),
        read((database) => database.select({ total: sql<number>`count(*)::int` }).from(table).where(where)),
      ])
      return { noun, key, rows: rows.map((row) => toVersion(noun, row)), total: counts[0]?.total ?? 0 }
    }),
  )
  return found.filter(({ total }) => total > 0)
}
