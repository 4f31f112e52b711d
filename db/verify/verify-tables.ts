import { getTableName, sql } from 'drizzle-orm'
import { read } from '@/db/client'
import { tables, toFields } from '@/db/record-table'
import { tombstone } from '@/db/schema/record'
import { compareFields, type Withdrawal } from '@/domain/change'
import { type AnyFields, type Noun, nouns } from '@/domain/field'
import { getFields } from '@/domain/record'
import { type Fault, Found } from './verify-fault'

/** A version as the documents make it. */
export type Version = {
  noun: Noun
  id: string
  from: number
  fields: AnyFields | null
  withdraw: Withdrawal | null
  to: number | null
}

type Row = Record<string, unknown>

const PAGE = 5_000

/** Every version the documents make stands in its table with the same fields and end, and the tables hold no other. */
export async function compareTables(versions: readonly Version[]): Promise<void> {
  const faults: Fault[] = []
  const wanted = new Map(versions.map((version) => [`${version.noun} ${version.id} ${version.from}`, version]))
  for (const noun of nouns) {
    const keys = getFields(noun).map((field) => field.key)
    for await (const row of readRows(getTableName(tables[noun]))) {
      const {
        id,
        from_edition: from,
        to_edition: to,
      } = row as { id: string; from_edition: number; to_edition: number | null }
      const name = `${noun} ${id} ${from}`
      const version = wanted.get(name)
      wanted.delete(name)
      if (!version?.fields) faults.push({ edition: from, noun, id, fault: 'rows-more' })
      else if (version.to !== to) faults.push({ edition: from, noun, id, fault: 'row-end' })
      else {
        const [different] = compareFields(keys, version.fields, toFields(noun, row))
        if (different) faults.push({ edition: from, noun, id, fault: 'row-differs', detail: different.key })
      }
    }
  }
  await compareTombstones(wanted, faults)
  for (const { noun, id, from } of wanted.values()) faults.push({ edition: from, noun, id, fault: 'row-missing' })
  const [first] = faults.sort((a, b) => a.edition - b.edition)
  if (first) throw new Found(first)
}

async function compareTombstones(wanted: Map<string, Version>, faults: Fault[]): Promise<void> {
  const stones = await read((database) => database.select().from(tombstone))
  for (const { noun, id, fromEdition, toEdition, reason, successor } of stones) {
    const name = `${noun} ${id} ${fromEdition}`
    const version = wanted.get(name)
    wanted.delete(name)
    const fault = { edition: fromEdition, noun, id }
    if (!version?.withdraw) faults.push({ ...fault, fault: 'rows-more' })
    else if (version.to !== toEdition) faults.push({ ...fault, fault: 'row-end' })
    else if (version.withdraw.reason !== reason) faults.push({ ...fault, fault: 'row-differs', detail: 'reason' })
    else if ((version.withdraw.successor ?? null) !== successor)
      faults.push({ ...fault, fault: 'row-differs', detail: 'successor' })
  }
}

/** All versions of a table, 5,000 a query, by key. */
async function* readRows(tableName: string): AsyncGenerator<Row> {
  const table = sql.identifier(tableName)
  let after: { id: string; from: number } = { id: '', from: 0 }
  for (;;) {
    const rows: Row[] = await read((database) =>
      database.execute(sql`
        select * from ${table} where (id, from_edition) > (${after.id} collate "C", ${after.from})
        order by id, from_edition limit ${PAGE}`),
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = { id: String(last.id), from: Number(last.from_edition) }
  }
}
