import { asc } from 'drizzle-orm'
import type { Noun } from '@/domain/field'
import { asOf } from './as-of'
import { read } from './client'
import { type RecordVersion, toVersion } from './list-records'
import { tables } from './record-table'

const MOST = 500

/** The records of a small noun in an edition, by id: for choosing from. At most 500. */
export async function listAll(noun: Noun, edition: number): Promise<RecordVersion[]> {
  const table = tables[noun]
  const rows = await read((database) =>
    database.select().from(table).where(asOf(table, edition)).orderBy(asc(table.id)).limit(MOST),
  )
  return rows.map((row) => toVersion(noun, row))
}
