import { eq, inArray, sql } from 'drizzle-orm'
import { compareFields } from '@/domain/change'
import type { Drift, DriftRow, RecordKey } from '@/domain/drift'
import { nouns } from '@/domain/field'
import { getFields } from '@/domain/record'
import type { AnyView } from '@/domain/view'
import { read } from './client'
import type { RecordVersion } from './list-records'
import { listTouchedOfView, listTouchedRecords, listTouchedResting, readSpan, type Touched } from './list-touched'
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
 * for records with a version that began or ended between the two, netted per record: at most two queries for each
 * view, one for each other part and noun that was touched, and three besides.
 */
export async function compareDrawn(
  { views = [], restsOn, records = [], beside = [] }: Drawn,
  a: number,
  b: number,
): Promise<Drift> {
  if (a === b) return { changed: 0, come: 0, gone: 0, rows: [], marks: [], beside: { total: 0, rows: [] } }
  const span = await readSpan(a, b)
  const [ofViews, resting, single, named] = await Promise.all([
    Promise.all(views.map((one) => listTouchedOfView(span, one))),
    restsOn ? listTouchedResting(span, restsOn) : [],
    listTouchedRecords(span, records),
    listTouchedRecords(span, beside),
  ])
  const rows = netVersions([...ofViews, single].concat(resting))
  const told = new Set(rows.map(toKey))
  const others = netVersions([named]).filter((row) => !told.has(toKey(row)))
  const first = rows.slice(0, ROWS_MOST)
  const firstBeside = others.slice(0, ROWS_MOST)
  const causes = await getCauses([...first, ...firstBeside], a, b)
  const withCause = (row: NetRow): DriftRow[] => {
    const cause = causes.get(toKey(row))
    return cause ? [{ ...row, ...cause }] : []
  }
  const count = (kind: DriftRow['kind']) => rows.filter((row) => row.kind === kind).length
  return {
    changed: count('changed'),
    come: count('come'),
    gone: count('gone'),
    rows: first.flatMap(withCause),
    marks: rows
      .slice(0, MARKS_MOST)
      .map(({ id, kind, differences }) => ({ id, kind, keys: differences.map(({ key }) => key) })),
    beside: { total: others.length, rows: firstBeside.flatMap(withCause) },
  }
}

type NetRow = Pick<DriftRow, 'noun' | 'id' | 'kind' | 'fields' | 'differences'>

/** What changed and changed back is no difference; of several parts that hold a record it counts once. */
function netVersions(parts: readonly Touched[]): NetRow[] {
  const toMap = (versions: readonly RecordVersion[]) => new Map(versions.map((version) => [toKey(version), version]))
  const before = toMap(parts.flatMap((part) => part.before))
  const after = toMap(parts.flatMap((part) => part.after))
  const rows = [...new Map([...before, ...after])].flatMap(([key, { noun, id }]) => {
    const older = before.get(key)
    const newer = after.get(key)
    const keys = getFields(noun).map((field) => field.key)
    const differences = older && newer ? compareFields(keys, older.fields, newer.fields) : []
    if (older && newer && differences.length === 0) return []
    const kind: DriftRow['kind'] = older && newer ? 'changed' : newer ? 'come' : 'gone'
    return [{ noun, id, kind, fields: (newer ?? older)?.fields ?? {}, differences }]
  })
  return rows.sort((a, b) => nouns.indexOf(a.noun) - nouns.indexOf(b.noun) || (a.id < b.id ? -1 : 1))
}

function toKey({ noun, id }: RecordKey): string {
  return `${noun} ${id}`
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
