import { and, isNull, sql } from 'drizzle-orm'
import { type Noun, nouns } from '@/domain/field'
import { readDesk } from './client'
import { type RecordVersion, toVersion } from './list-records'
import { tables } from './record-table'

/** The current versions of records of any nouns, by noun and id; what is withdrawn is left out. */
export async function getCurrentRecords(records: readonly { noun: Noun; id: string }[]): Promise<RecordVersion[]> {
  const found = await Promise.all(
    nouns.map(async (noun) => {
      const ids = records.filter((record) => record.noun === noun).map(({ id }) => id)
      if (ids.length === 0) return []
      const table = tables[noun]
      const rows = await readDesk((database) =>
        database
          .select()
          .from(table)
          .where(
            and(
              isNull(table.toEdition),
              sql`${table.id} in (select json_array_elements_text(${JSON.stringify(ids)}::json) collate "C")`,
            ),
          )
          .orderBy(table.id),
      )
      return rows.map((row) => toVersion(noun, row))
    }),
  )
  return found.flat()
}
