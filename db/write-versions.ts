import { getTableName, type SQL, type SQLChunk, sql } from 'drizzle-orm'
import type { Operation } from '@/domain/change'
import type { Noun } from '@/domain/field'
import type { SettledChange } from './publish-result'
import { tables, toRow } from './record-table'
import type { Tally, Totals } from './schema/edition'

/** A settled change and the edition it is made in. */
type MadeChange = SettledChange & { edition: number }

/** The statements that close the versions which the changes take the place of and insert the new ones, one each per noun. */
export function describeVersions(changes: readonly MadeChange[]): SQL[] {
  return [...groupByNoun(changes)].flatMap(([noun, ofNoun]) => {
    const table = sql.identifier(getTableName(tables[noun]))
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
    const statements = [
      closed.length > 0 && endVersions(table, closed),
      restored.length > 0 && sql`${endVersions(sql.identifier('tombstone'), restored)} and old.noun = ${noun}`,
      rows.length > 0 && insertRows(table, rows),
      stones.length > 0 && insertRows(sql.identifier('tombstone'), stones),
    ]
    return statements.filter((statement) => statement !== false)
  })
}

type End = { id: string; n: number }

function toEnd({ change: { id }, edition }: MadeChange): End {
  return { id, n: edition }
}

function endVersions(table: SQLChunk, ends: readonly End[]): SQL {
  return sql`
    update ${table} old set to_edition = made.n
    from json_to_recordset(${JSON.stringify(ends)}::json) as made (id text collate "C", n int)
    where old.id = made.id and old.to_edition is null`
}

function insertRows(table: SQLChunk, rows: readonly object[]): SQL {
  return sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${JSON.stringify(rows)}::json)`
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
