import { sql } from 'drizzle-orm'
import { type Change, compareFields, type FieldConflict, type Operation, parseChangeDocument } from '@/domain/change'
import type { AnyFields } from '@/domain/field'
import { listConflicts, type Version } from '@/domain/rebase'
import { getFields } from '@/domain/record'
import { readDesk } from './client'
import type { EditionChange } from './list-editions'

/** A change that waits, held against its record as it stands now. `newest` is null where there is no such record yet. */
export type WaitingChange = EditionChange & {
  change: Change
  base: Version | null
  newest: Version | null
  /** Whether somebody changed the record since the change was made; `conflicts` are the fields both changed. */
  isStale: boolean
  conflicts: FieldConflict[]
}

/** What changes that wait would do to the record as it stands now, in their order. */
export async function describeChanges(changes: readonly Change[]): Promise<WaitingChange[]> {
  const standings = await getStandings(changes)
  return changes.map((change, at) => {
    const { base, newest } = standings.get(at) ?? { base: null, newest: null }
    const keys = getFields(change.noun).map(({ key }) => key)
    const isStale = newest !== null && newest.edition !== change.base
    return {
      ...{ noun: change.noun, id: change.id, change, base, newest, isStale },
      operation: toOperation(change, newest),
      differences: change.fields ? compareFields(keys, newest?.fields ?? {}, change.fields) : [],
      conflicts: newest && isStale ? listConflicts(change, base, newest, keys) : [],
      fields: change.fields ?? newest?.fields ?? {},
      ...(change.withdraw ? { reason: change.withdraw.reason } : {}),
    }
  })
}

function toOperation(change: Change, newest: Version | null): Operation {
  if (change.withdraw) return 'withdraw'
  if (newest === null) return 'create'
  return newest.fields ? 'update' : 'restore'
}

/** The version each change was made from, by its place in the list; absent where it was made from none. */
export async function listBases(changes: readonly Change[]): Promise<Map<number, Version>> {
  const standings = await getStandings(changes.filter(({ base }) => base !== null))
  const based = changes.flatMap(({ base }, at) => (base === null ? [] : [at]))
  return new Map([...standings].flatMap(([at, { base }]) => (base ? [[based[at] ?? at, base]] : [])))
}

type StandingRow = { at: number; edition: number; document: string; base_document: string | null }
type Standing = { base: Version | null; newest: Version }

/** So many are asked about at once that the deadline of a query is never near. */
const TOGETHER_MOST = 2_500

async function getStandings(changes: readonly Change[]): Promise<Map<number, Standing>> {
  const standings = new Map<number, Standing>()
  for (let from = 0; from < changes.length; from += TOGETHER_MOST) {
    const wanted = changes.slice(from, from + TOGETHER_MOST).map(({ noun, id, base }, at) => {
      return { at: from + at, noun, id, base }
    })
    for (const { at, edition, document, base_document } of await listStandings(wanted)) {
      const base =
        base_document === null ? null : { edition: changes[at]?.base ?? 0, fields: readFields(base_document) }
      standings.set(at, { base, newest: { edition, fields: readFields(document) } })
    }
  }
  return standings
}

function listStandings(wanted: readonly { at: number; noun: string; id: string; base: number | null }[]) {
  return readDesk((database) =>
    database.execute<StandingRow>(sql`
      select wanted.at, newest.edition, newest.document, base.document as base_document
      from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted (at int, noun text, id text, base int)
      cross join lateral (
        select edition, document from edition_change c
        where c.noun = wanted.noun and c.id = wanted.id order by edition desc limit 1
      ) newest
      left join edition_change base
        on base.noun = wanted.noun and base.id = wanted.id and base.edition = wanted.base`),
  )
}

function readFields(document: string): AnyFields | null {
  return parseChangeDocument(document).fields ?? null
}
