import { asc, eq } from 'drizzle-orm'
import type { Noun } from '@/domain/field'
import { asOf } from './as-of'
import { read } from './client'
import { tables } from './record-table'
import { edition } from './schema/edition'

/** A record that has a page, and when the version that stands there was published. */
export type RecordAddress = { id: string; at: Date }

/** Some of the records of a noun in an edition, by id, and nothing of them but what a map of the site needs. */
export function listAddresses(
  noun: Noun,
  n: number,
  { offset, limit }: { offset: number; limit: number },
): Promise<RecordAddress[]> {
  const table = tables[noun]
  return read((database) =>
    database
      .select({ id: table.id, at: edition.at })
      .from(table)
      .innerJoin(edition, eq(edition.n, table.fromEdition))
      .where(asOf(table, n))
      .orderBy(asc(table.id))
      .limit(limit)
      .offset(offset),
  ) as Promise<RecordAddress[]>
}
