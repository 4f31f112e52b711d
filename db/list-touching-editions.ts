import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { refineMembers } from '@/domain/member-view'
import type { AnyView, View } from '@/domain/view'
import { read } from './client'
import { toVersion } from './list-records'
import { tables } from './record-table'
import { edition, editor } from './schema/edition'
import { getNoun, getWhere, type TablePage } from './view-queries'

/** An edition that touched a view: when, by whom, what for, and how many of the view's records it began, changed or ended. */
export type TouchingEdition = { n: number; at: Date; authorName: string; summary: string; records: number }

/** How many of a view's records each edition touched, the newest edition first. */
type Touches = { n: number; records: number }[]

/**
 * The editions up to `last` in which a version that fits the view began or ended, newest first. A record that leaves
 * the view touches it as well: its older version ends.
 */
export async function listTouchingEditions(
  page: TablePage | 'editions',
  view: AnyView,
  last: number,
  limit: number,
): Promise<TouchingEdition[]> {
  const touches = await listTouches(page, view, last, limit)
  const records = new Map(touches.map((touch) => [touch.n, touch.records]))
  const rows = await read((database) =>
    database
      .select({ n: edition.n, at: edition.at, authorName: editor.name, summary: edition.summary })
      .from(edition)
      .innerJoin(editor, eq(editor.id, edition.author))
      .where(inArray(edition.n, [0, ...records.keys()]))
      .orderBy(desc(edition.n)),
  )
  return rows.map((row) => ({ ...row, records: records.get(row.n) ?? 0 }))
}

function listTouches(page: TablePage | 'editions', view: AnyView, last: number, limit: number): Promise<Touches> {
  if (page === 'editions') return listAllEditions(last, limit)
  return getNoun(page) === 'member' ? listMemberTouches(view, last, limit) : listVersionTouches(page, view, last, limit)
}

function listAllEditions(last: number, limit: number): Promise<Touches> {
  return read((database) =>
    database
      .select({ n: edition.n, records: edition.changes })
      .from(edition)
      .where(and(lte(edition.n, last), gt(edition.n, 0)))
      .orderBy(desc(edition.n))
      .limit(limit),
  )
}

async function listVersionTouches(page: TablePage, view: AnyView, last: number, limit: number): Promise<Touches> {
  const table = tables[getNoun(page)]
  const where = getWhere(page, view, last)
  return read((database) =>
    database.execute<Touches[number]>(sql`
      select n, count(distinct id)::int as records from (
        select ${table.id} as id, ${table.fromEdition} as n from ${table}
        where ${and(lte(table.fromEdition, last), where)}
        union all
        select ${table.id}, ${table.toEdition} from ${table} where ${and(lte(table.toEdition, last), where)}
      ) ends group by n order by n desc limit ${limit}`),
  )
}

/** Memberships are few, and whether one fits the view follows from its dates: all their versions are read. */
async function listMemberTouches(view: AnyView, last: number, limit: number): Promise<Touches> {
  const table = tables.member
  const rows = await read((database) =>
    database
      .select()
      .from(table)
      .where(and(lte(table.fromEdition, last), getWhere('provinces', view, last))),
  )
  const versions = rows.map((row) => ({
    ...toVersion('member', row),
    toEdition: (row as { toEdition?: unknown }).toEdition,
  }))
  const touched = new Map<number, Set<string>>()
  for (const { id, fromEdition, toEdition } of refineMembers(versions, view as View<'provinces'>)) {
    for (const n of [fromEdition, Number(toEdition ?? Number.POSITIVE_INFINITY)]) {
      if (n <= last) touched.set(n, (touched.get(n) ?? new Set()).add(id))
    }
  }
  return [...touched]
    .map(([n, ids]) => ({ n, records: ids.size }))
    .toSorted((a, b) => b.n - a.n)
    .slice(0, limit)
}
