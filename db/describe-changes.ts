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
      ...(change.withdraw ? { reason: change.withdraw.reason } : {}),
    }
  })
}

function toOperation(change: Change, newest: Version | null): Operation {
  if (change.withdraw) return 'withdraw'
  if (newest === null) return 'create'
  return newest.fields ? 'update' : 'restore'
}

type StandingRow = { at: number; edition: number; document: string; base_document: string | null }

async function getStandings(changes: readonly Change[]) {
  const wanted = JSON.stringify(changes.map(({ noun, id, base }, at) => ({ at, noun, id, base })))
  const rows = await readDesk((database) =>
    database.execute<StandingRow>(sql`
      select wanted.at, newest.edition, newest.document, base.document as base_document
      from json_to_recordset(${wanted}::json) as wanted (at int, noun text, id text, base int)
      cross join lateral (
        select edition, document from edition_change c
        where c.noun = wanted.noun and c.id = wanted.id order by edition desc limit 1
      ) newest
      left join edition_change base
        on base.noun = wanted.noun and base.id = wanted.id and base.edition = wanted.base`),
  )
  return new Map(
    rows.map(({ at, edition, document, base_document }) => [
      at,
      {
        newest: { edition, fields: readFields(document) },
        base: base_document === null ? null : { edition: changes[at]?.base ?? 0, fields: readFields(base_document) },
      },
    ]),
  )
}

function readFields(document: string): AnyFields | null {
  return parseChangeDocument(document).fields ?? null
}
