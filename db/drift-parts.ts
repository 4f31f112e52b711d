import { and, or, type SQL, sql } from 'drizzle-orm'
import type { RecordKey } from '@/domain/drift'
import { type Noun, nouns } from '@/domain/field'
import { refineMembers } from '@/domain/member-view'
import type { AnyView, View } from '@/domain/view'
import { asOf } from './as-of'
import { read } from './client'
import { toRestsOn } from './list-dependents'
import { toVersion } from './list-records'
import { tables } from './record-table'
import { getNoun, getWhere, type TablePage } from './view-queries'

/** Two editions, and the nouns of which anything was published between them: the others need not be asked for. */
export type EditionSpan = { a: number; b: number; nouns: ReadonlySet<Noun> }

/** Records of one noun: what chooses them in the older edition and in the newer, which may answer with other rows. */
export type Part = { noun: Noun; before: SQL; after: SQL }

export async function readSpan(a: number, b: number): Promise<EditionSpan> {
  const rows = await read((database) =>
    database.execute<{ noun: Noun }>(sql`
      select distinct noun from edition, jsonb_object_keys(tally) as noun where n > ${a} and n <= ${b}`),
  )
  return { a, b, nouns: new Set(rows.map(({ noun }) => noun)) }
}

/** The rows of a whole view. */
export async function toPartOfView(
  { a, b, nouns: touched }: EditionSpan,
  { page, view }: { page: TablePage; view: AnyView },
): Promise<Part[]> {
  const noun = getNoun(page)
  if (!touched.has(noun)) return []
  if (page === 'provinces') {
    const [before, after] = await Promise.all([a, b].map((at) => chooseMembers(view as View<'provinces'>, at)))
    return before && after ? [{ noun, before, after }] : []
  }
  const choose = (at: number) => getWhere(page, view, at) ?? sql`true`
  return [{ noun, before: choose(a), after: choose(b) }]
}

/** Which stays a view holds is not told by columns alone; there are few. */
async function chooseMembers(view: View<'provinces'>, at: number): Promise<SQL> {
  const table = tables.member
  const rows = await read((database) =>
    database
      .select()
      .from(table)
      .where(and(asOf(table, at), getWhere('provinces', view, at))),
  )
  const members = refineMembers(
    rows.map((row) => toVersion('member', row)),
    view,
  )
  return isAmong(
    'member',
    members.map(({ id }) => id),
  )
}

/** Everything that names or cites a record. */
export function toPartsResting({ nouns: touched }: EditionSpan, rests: RecordKey): Part[] {
  return toRestsOn(rests.noun, rests.id).flatMap(({ noun, where }) =>
    touched.has(noun) ? [{ noun, before: where, after: where }] : [],
  )
}

/** Some records by their ids. */
export function toPartsOfRecords({ nouns: touched }: EditionSpan, keys: readonly RecordKey[]): Part[] {
  return nouns.flatMap((noun) => {
    const ids = new Set(keys.flatMap((key) => (key.noun === noun ? [key.id] : [])))
    const where = isAmong(noun, [...ids])
    return touched.has(noun) && ids.size > 0 ? [{ noun, before: where, after: where }] : []
  })
}

/** Chooses records of a noun by their ids, however many. */
export function isAmong(noun: Noun, ids: readonly string[]): SQL {
  return sql`${tables[noun].id} in (select json_array_elements_text(${JSON.stringify(ids)}::json) collate "C")`
}

/** One part for each noun: a record that several hold is in it once. */
export function joinParts(parts: readonly Part[]): Part[] {
  return nouns.flatMap((noun) => {
    const own = parts.filter((part) => part.noun === noun)
    const [before, after] = [or(...own.map((part) => part.before)), or(...own.map((part) => part.after))]
    return before && after ? [{ noun, before, after }] : []
  })
}

/** What of a part chooses these records only. */
export function narrowPart({ noun, before, after }: Part, ids: readonly string[]): Part {
  const among = isAmong(noun, ids)
  return { noun, before: sql`(${before}) and ${among}`, after: sql`(${after}) and ${among}` }
}
