import { eq, inArray, sql } from 'drizzle-orm'
import type { Drift, DriftRow, RecordKey } from '@/domain/drift'
import type { AnyView } from '@/domain/view'
import { read } from './client'
import {
  type EditionSpan,
  joinParts,
  narrowPart,
  type Part,
  readSpan,
  toPartOfView,
  toPartsOfRecords,
  toPartsResting,
} from './drift-parts'
import { type Net, type NetRow, netVersions, readNetRows, toKey } from './net-versions'
import { edition, editor } from './schema/edition'
import type { TablePage } from './view-queries'

/**
 * What a page is drawn from: whole views, what rests on a record, and single records; `beside` are those it only names
 * or draws on. Records that either edition would draw belong here.
 */
export type Drawn = {
  views?: readonly { page: TablePage; view: AnyView }[]
  restsOn?: RecordKey
  records?: readonly RecordKey[]
  beside?: readonly RecordKey[]
}

const MARKS_MOST = 5_000
const ROWS_MOST = 100

/**
 * How far what a page draws in edition `a` is from edition `b`: counted whole, with the first 100 rows in full. Asks only
 * for records with a version that began or ended between the two, one query for each noun that was touched and a few
 * besides, however many records differ.
 */
export async function compareDrawn(
  { views = [], restsOn, records = [], beside = [] }: Drawn,
  a: number,
  b: number,
): Promise<Drift> {
  if (a === b) return { changed: 0, come: 0, gone: 0, rows: [], marks: [], beside: { total: 0, rows: [] } }
  const span = await readSpan(a, b)
  const ofViews = await Promise.all(views.map((one) => toPartOfView(span, one)))
  const resting = restsOn ? toPartsResting(span, restsOn) : []
  const parts = joinParts([...ofViews.flat(), ...resting, ...toPartsOfRecords(span, records)])
  const [nets, named] = await Promise.all([
    Promise.all(parts.map((part) => netVersions(span, part, MARKS_MOST))),
    Promise.all(toPartsOfRecords(span, beside).map((part) => netVersions(span, part, MARKS_MOST))),
  ])
  const others = await leaveTold(
    span,
    named.flatMap(({ first }) => first),
    parts,
  )
  const marked = nets.flatMap(({ first }) => first).slice(0, MARKS_MOST)
  const [rows, rowsBeside] = await Promise.all([
    readNetRows(
      span,
      marked.filter(({ kind }, at) => at < ROWS_MOST || kind === 'changed'),
    ),
    readNetRows(span, others.slice(0, ROWS_MOST)),
  ])
  const told = new Map(rows.map((row) => [toKey(row), row]))
  const first = rows.slice(0, ROWS_MOST)
  const causes = await getCauses([...first, ...rowsBeside], a, b)
  const withCause = (row: NetRow): DriftRow[] => {
    const cause = causes.get(toKey(row))
    return cause ? [{ ...row, ...cause }] : []
  }
  const count = (kind: DriftRow['kind']) => nets.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)
  return {
    changed: count('changed'),
    come: count('come'),
    gone: count('gone'),
    rows: first.flatMap(withCause),
    marks: marked.map((row) => ({
      id: row.id,
      kind: row.kind,
      keys: told.get(toKey(row))?.differences.map(({ key }) => key) ?? [],
    })),
    beside: { total: others.length, rows: rowsBeside.flatMap(withCause) },
  }
}

/** Of records that are named, those that differ but are not among what the parts hold and count already. */
async function leaveTold(span: EditionSpan, named: Net['first'], parts: readonly Part[]): Promise<Net['first']> {
  if (named.length === 0) return []
  const ids = named.map(({ id }) => id)
  const nets = await Promise.all(parts.map((part) => netVersions(span, narrowPart(part, ids), MARKS_MOST)))
  const told = new Set(nets.flatMap(({ first }) => first).map(toKey))
  return named.filter((row) => !told.has(toKey(row)))
}

type Cause = { edition: number; at: Date; authorName: string; summary: string }

/** The last edition up to `b` that changed each record. */
async function getCauses(keys: readonly RecordKey[], a: number, b: number): Promise<Map<string, Cause>> {
  if (keys.length === 0) return new Map()
  const wanted = JSON.stringify(keys.map(({ noun, id }) => ({ noun, id })))
  const last = await read((database) =>
    database.execute<RecordKey & { edition: number }>(sql`
      select c.noun, c.id, max(c.edition) as edition
      from json_to_recordset(${wanted}::json) as wanted (noun text, id text)
      join edition_change c on c.noun = wanted.noun and c.id = wanted.id
      where c.edition > ${a} and c.edition <= ${b} group by c.noun, c.id`),
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
    last.flatMap((row) => {
      const cause = byNumber.get(row.edition)
      return cause ? [[toKey(row), cause] as const] : []
    }),
  )
}
