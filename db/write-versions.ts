import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Operation } from '@/domain/change'
import type { Noun } from '@/domain/field'
import { insertInParts } from './insert-rows'
import type { SettledChange } from './publish-result'
import { tables, toRow } from './record-table'
import type { Tally, Totals } from './schema/edition'
import { tombstone } from './schema/record'

/** A settled change and the edition it is made in. */
type MadeChange = SettledChange & { edition: number }

/** The statements that close the versions which the changes take the place of and insert the new ones, noun by noun. */
export function* describeVersions(changes: readonly MadeChange[]): Generator<SQL> {
  for (const [noun, ofNoun] of groupByNoun(changes)) {
    const table = tables[noun]
    const listEnds = (...operations: Operation[]) =>
      ofNoun.filter(({ operation }) => operations.includes(operation)).map(toEnd)
    // A redaction leaves a record as it stands, or withdrawn as it is: what it closes is what it writes again.
    const redacted = ofNoun.filter(({ operation }) => operation === 'redact')
    const closed = [...listEnds('update', 'withdraw'), ...redacted.filter(({ change }) => change.fields).map(toEnd)]
    const restored = [...listEnds('restore'), ...redacted.filter(({ change }) => change.withdraw).map(toEnd)]
    const rows = ofNoun.flatMap(({ change, edition }) =>
      change.fields ? [toRow(noun, change.id, edition, change.fields)] : [],
    )
    const stones = ofNoun.flatMap(({ change: { id, withdraw }, edition }) =>
      withdraw ? [{ noun, id, from_edition: edition, to_edition: null, ...withdraw }] : [],
    )
    if (closed.length > 0) yield endVersions(table, closed)
    if (restored.length > 0) yield sql`${endVersions(tombstone, restored)} and old.noun = ${noun}`
    yield* insertInParts(table, rows)
    yield* insertInParts(tombstone, stones)
  }
}

type End = { id: string; n: number }

function toEnd({ change: { id }, edition }: MadeChange): End {
  return { id, n: edition }
}

function endVersions(table: PgTable, ends: readonly End[]): SQL {
  return sql`
    update ${table} old set to_edition = made.n
    from json_to_recordset(${JSON.stringify(ends)}::json) as made (id text collate "C", n int)
    where old.id = made.id and old.to_edition is null`
}

const steps: Record<Operation, number> = { create: 1, update: 0, withdraw: -1, restore: 1, redact: 0 }

/** How many records of each noun there are after the changes. */
export function toTotals(before: Totals, changes: readonly SettledChange[]): Totals {
  const totals: Totals = { ...before }
  for (const { change, operation } of changes) {
    totals[change.noun] = (totals[change.noun] ?? 0) + steps[operation]
  }
  return totals
}

/** How often each operation was done to each noun. */
export function toTally(changes: readonly SettledChange[]): Tally {
  const tally: Tally = {}
  for (const { change, operation } of changes) {
    const ofNoun = tally[change.noun] ?? {}
    tally[change.noun] = { ...ofNoun, [operation]: (ofNoun[operation] ?? 0) + 1 }
  }
  return tally
}

function groupByNoun(changes: readonly MadeChange[]): Map<Noun, MadeChange[]> {
  const groups = new Map<Noun, MadeChange[]>()
  for (const settled of changes) {
    const group = groups.get(settled.change.noun)
    if (group) group.push(settled)
    else groups.set(settled.change.noun, [settled])
  }
  return groups
}
