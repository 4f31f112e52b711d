import { and, or, type SQL, sql } from 'drizzle-orm'
import type { RecordKey } from '@/domain/drift'
import { type Noun, nouns } from '@/domain/field'
import { refineMembers } from '@/domain/member-view'
import type { AnyView, View } from '@/domain/view'
import { asOf, changedBetween } from './as-of'
import { read } from './client'
import { toRestsOn } from './list-dependents'
import { type RecordVersion, toVersion } from './list-records'
import { tables } from './record-table'
import { getNoun, getWhere, type TablePage } from './view-queries'

/** Two editions, and the nouns of which anything was published between them: the others need not be asked for. */
export type EditionSpan = { a: number; b: number; nouns: ReadonlySet<Noun> }

/** Of some rows the versions that stand in the older edition and in the newer, where they were touched in between. */
export type Touched = { before: RecordVersion[]; after: RecordVersion[] }

const UNTOUCHED: Touched = { before: [], after: [] }

export async function readSpan(a: number, b: number): Promise<EditionSpan> {
  const rows = await read((database) =>
    database.execute<{ noun: Noun }>(sql`
      select distinct noun from edition, jsonb_object_keys(tally) as noun where n > ${a} and n <= ${b}`),
  )
  return { a, b, nouns: new Set(rows.map(({ noun }) => noun)) }
}

/** Of a whole view, which each edition may answer with other rows. */
export async function listTouchedOfView(
  { a, b, nouns: touched }: EditionSpan,
  { page, view }: { page: TablePage; view: AnyView },
): Promise<Touched> {
  const noun = getNoun(page)
  if (!touched.has(noun)) return UNTOUCHED
  const list = async (at: number) => {
    const rows = await listVersions(
      noun,
      and(asOf(tables[noun], at), changedBetween(tables[noun], a, b), getWhere(page, view, at)),
    )
    return noun === 'member' && page === 'provinces' ? refineMembers(rows, view as View<'provinces'>) : rows
  }
  const [before, after] = await Promise.all([list(a), list(b)])
  return { before, after }
}

/** Of everything that names or cites a record, one query for each noun that was touched. */
export function listTouchedResting(span: EditionSpan, rests: RecordKey): Promise<Touched> {
  const conditions = toRestsOn(rests.noun, rests.id)
  return listTouchedWhere(span, (noun) => or(...conditions.flatMap((one) => (one.noun === noun ? [one.where] : []))))
}

/** Of some records, one query for each noun that was touched. */
export function listTouchedRecords(span: EditionSpan, keys: readonly RecordKey[]): Promise<Touched> {
  return listTouchedWhere(span, (noun) => {
    const ids = new Set(keys.flatMap((key) => (key.noun === noun ? [key.id] : [])))
    if (ids.size === 0) return undefined
    return sql`${tables[noun].id} in (select json_array_elements_text(${JSON.stringify([...ids])}::json) collate "C")`
  })
}

/** A noun without a condition is not asked for. */
async function listTouchedWhere(
  { a, b, nouns: touched }: EditionSpan,
  toWhere: (noun: Noun) => SQL | undefined,
): Promise<Touched> {
  const found = await Promise.all(
    nouns.map((noun) => {
      const table = tables[noun]
      const where = touched.has(noun) ? toWhere(noun) : undefined
      return where
        ? listVersions(noun, and(where, changedBetween(table, a, b), or(asOf(table, a), asOf(table, b))))
        : []
    }),
  )
  const versions = found.flat()
  return {
    before: versions.filter(({ fromEdition }) => fromEdition <= a),
    after: versions.filter(({ fromEdition }) => fromEdition > a),
  }
}

async function listVersions(noun: Noun, where: SQL | undefined): Promise<RecordVersion[]> {
  const table = tables[noun]
  const rows = await read((database) => database.select().from(table).where(where).orderBy(table.id, table.fromEdition))
  return rows.map((row) => toVersion(noun, row))
}
