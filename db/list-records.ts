import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { AnyFields, Noun } from '@/domain/field'
import type { AnyView } from '@/domain/view'
import { asOf } from './as-of'
import { read } from './client'
import { tables, toFields } from './record-table'
import { edition as editions } from './schema/edition'
import { getNoun, getOrder, getWhere, type TablePage } from './view-queries'

/** One version of a record: its fields, and the edition it began in. */
export type RecordVersion = { noun: Noun; id: string; fromEdition: number; fields: AnyFields }

export type Listing = { rows: RecordVersion[]; total: number }

/**
 * The rows of a view in an edition, in the view's order, and how many there are in all.
 * @param slice how many rows to skip and how many to take
 */
export async function listRecords(
  page: TablePage,
  view: AnyView,
  edition: number,
  slice: { offset: number; limit: number },
): Promise<Listing> {
  const noun = getNoun(page)
  const table = tables[noun]
  const where = getWhere(page, view, edition)
  const [rows, total] = await Promise.all([
    read((database) =>
      database
        .select()
        .from(table)
        .where(and(asOf(table, edition), where))
        .orderBy(...getOrder(page, view.sort as string | undefined, table.id, edition))
        .limit(slice.limit)
        .offset(slice.offset),
    ),
    where === undefined ? getTotal(noun, edition) : countRecords(noun, edition, where),
  ])
  return { rows: rows.map((row) => toVersion(noun, row)), total }
}

export function toVersion(noun: Noun, row: Record<string, unknown>): RecordVersion {
  return {
    noun,
    id: String(row.id),
    fromEdition: Number(row.fromEdition ?? row.from_edition),
    fields: toFields(noun, row),
  }
}

async function countRecords(noun: Noun, edition: number, where: SQL): Promise<number> {
  const table = tables[noun]
  const [row] = await read((database) =>
    database
      .select({ total: sql<number>`count(*)::int` })
      .from(table)
      .where(and(asOf(table, edition), where)),
  )
  return row?.total ?? 0
}

/** How many records of a noun an edition holds, as publish wrote it down: nothing is counted. */
async function getTotal(noun: Noun, edition: number): Promise<number> {
  const [row] = await read((database) =>
    database.select({ totals: editions.totals }).from(editions).where(eq(editions.n, edition)),
  )
  return row?.totals[noun] ?? 0
}

const BATCH = 5_000

/**
 * All rows of a view in batches of 5,000, in the order of their ids: each batch is a query of its own, so a slow
 * reader holds no connection, and the edition keeps them consistent without a transaction.
 */
export async function* streamRecords(page: TablePage, view: AnyView, edition: number): AsyncGenerator<RecordVersion[]> {
  const noun = getNoun(page)
  const table = tables[noun]
  let after = ''
  for (;;) {
    const rows = await read((database) =>
      database
        .select()
        .from(table)
        .where(and(asOf(table, edition), getWhere(page, view, edition), sql`${table.id} > ${after}`))
        .orderBy(table.id)
        .limit(BATCH),
    )
    if (rows.length === 0) return
    yield rows.map((row) => toVersion(noun, row))
    if (rows.length < BATCH) return
    after = String(rows.at(-1)?.id)
  }
}
