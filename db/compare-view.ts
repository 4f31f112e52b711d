import { and, eq, inArray, sql } from 'drizzle-orm'
import { compareFields } from '@/domain/change'
import type { Drift, DriftRow } from '@/domain/drift'
import type { Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import type { AnyView } from '@/domain/view'
import { asOf, changedBetween } from './as-of'
import { read } from './client'
import { type RecordVersion, toVersion } from './list-records'
import { tables } from './record-table'
import { edition, editor } from './schema/edition'
import { getNoun, getWhere, type TablePage } from './view-queries'

const NO_DIFFERENCE: Drift = { changed: 0, come: 0, gone: 0, rows: [], marks: [] }
const MARKS_MOST = 5_000

const ROWS_MOST = 100

/**
 * How far a view of edition `a` is from edition `b`: counted over the whole view, with the first 100 rows in full.
 * Asks only for records with a version that began or ended between the two, netted per record.
 */
export async function compareView(page: TablePage, view: AnyView, a: number, b: number): Promise<Drift> {
  if (a === b) return NO_DIFFERENCE
  const noun = getNoun(page)
  const [before, after] = await Promise.all([
    listTouched(noun, a, b, a, getWhere(page, view, a)),
    listTouched(noun, a, b, b, getWhere(page, view, b)),
  ])
  return toDifference(noun, a, b, before, after)
}

/** The same for one record. */
export async function compareRecord(noun: Noun, id: string, a: number, b: number): Promise<Drift> {
  if (a === b) return NO_DIFFERENCE
  const only = eq(tables[noun].id, id)
  const [before, after] = await Promise.all([listTouched(noun, a, b, a, only), listTouched(noun, a, b, b, only)])
  return toDifference(noun, a, b, before, after)
}

async function listTouched(
  noun: Noun,
  a: number,
  b: number,
  at: number,
  where: ReturnType<typeof getWhere>,
): Promise<Map<string, RecordVersion>> {
  const table = tables[noun]
  const rows = await read((database) =>
    database
      .select()
      .from(table)
      .where(and(asOf(table, at), changedBetween(table, a, b), where))
      .orderBy(table.id),
  )
  return new Map(rows.map((row) => [String(row.id), toVersion(noun, row)]))
}

async function toDifference(
  noun: Noun,
  a: number,
  b: number,
  before: ReadonlyMap<string, RecordVersion>,
  after: ReadonlyMap<string, RecordVersion>,
): Promise<Drift> {
  const keys = getFields(noun).map((field) => field.key)
  const rows = [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const older = before.get(id)
    const newer = after.get(id)
    const differences = older && newer ? compareFields(keys, older.fields, newer.fields) : []
    if (older && newer && differences.length === 0) return []
    const kind: DriftRow['kind'] = older && newer ? 'changed' : newer ? 'come' : 'gone'
    return [{ noun, id, kind, fields: (newer ?? older)?.fields ?? {}, differences }]
  })
  const count = (kind: DriftRow['kind']) => rows.filter((row) => row.kind === kind).length
  const first = rows.slice(0, ROWS_MOST)
  const causes = await getCauses(
    noun,
    first.map((row) => row.id),
    a,
    b,
  )
  return {
    changed: count('changed'),
    come: count('come'),
    gone: count('gone'),
    rows: first.flatMap((row) => {
      const cause = causes.get(row.id)
      return cause ? [{ ...row, ...cause }] : []
    }),
    marks: rows
      .slice(0, MARKS_MOST)
      .map(({ id, kind, differences }) => ({ id, kind, keys: differences.map(({ key }) => key) })),
  }
}

type Cause = { edition: number; at: Date; authorName: string; summary: string }

/** The last edition up to `b` that changed each record. */
async function getCauses(noun: Noun, ids: readonly string[], a: number, b: number): Promise<Map<string, Cause>> {
  if (ids.length === 0) return new Map()
  const last = await read((database) =>
    database.execute<{ id: string; edition: number }>(sql`
      select id, max(edition) as edition from edition_change
      where noun = ${noun} and id in (select json_array_elements_text(${JSON.stringify(ids)}::json) collate "C")
        and edition > ${a} and edition <= ${b} group by id`),
  )
  const editions = await read((database) =>
    database
      .select({ edition: edition.n, at: edition.at, authorName: editor.name, summary: edition.summary })
      .from(edition)
      .innerJoin(editor, eq(editor.id, edition.author))
      .where(inArray(edition.n, [0, ...last.map((row) => row.edition)])),
  )
  const byNumber = new Map(editions.map((row) => [row.edition, row]))
  return new Map(
    last.flatMap(({ id, edition: n }) => {
      const cause = byNumber.get(n)
      return cause ? [[id, cause] as const] : []
    }),
  )
}
