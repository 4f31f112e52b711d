import { getTableName, type SQL, type SQLChunk, sql } from 'drizzle-orm'
import type { Operation } from '@/domain/change'
import type { Noun } from '@/domain/field'
import type { SettledChange } from './publish-result'
import { tables, toRow } from './record-table'
import type { Tally, Totals } from './schema/edition'

/** The statements that close the versions which the changes take the place of and insert the new ones, one each per noun. */
export function describeVersions(n: number, changes: readonly SettledChange[]): SQL[] {
  return [...groupByNoun(changes)].flatMap(([noun, ofNoun]) => {
    const table = sql.identifier(getTableName(tables[noun]))
    const idsOf = (...operations: Operation[]) =>
      ofNoun.filter(({ operation }) => operations.includes(operation)).map(({ change }) => change.id)
    // A redaction leaves a record as it stands, or withdrawn as it is: what it closes is what it writes again.
    const redacted = ofNoun.filter(({ operation }) => operation === 'redact').map(({ change }) => change)
    const closed = [...idsOf('update', 'withdraw'), ...redacted.flatMap(({ id, fields }) => (fields ? [id] : []))]
    const restored = [...idsOf('restore'), ...redacted.flatMap(({ id, withdraw }) => (withdraw ? [id] : []))]
    const rows = ofNoun.flatMap(({ change }) => (change.fields ? [toRow(noun, change.id, n, change.fields)] : []))
    const stones = ofNoun.flatMap(({ change: { id, withdraw } }) =>
      withdraw ? [{ noun, id, from_edition: n, to_edition: null, ...withdraw }] : [],
    )
    const statements = [
      closed.length > 0 && sql`update ${table} set to_edition = ${n} where to_edition is null and ${isOneOf(closed)}`,
      restored.length > 0 &&
        sql`update tombstone set to_edition = ${n} where to_edition is null and noun = ${noun} and ${isOneOf(restored)}`,
      rows.length > 0 && insertRows(table, rows),
      stones.length > 0 && insertRows(sql.identifier('tombstone'), stones),
    ]
    return statements.filter((statement) => statement !== false)
  })
}

/** The ids go as one text, and as an array into the condition, so that the index on current versions is used. */
function isOneOf(ids: readonly string[]): SQL {
  return sql`id = any (array(select json_array_elements_text(${JSON.stringify(ids)}::json) collate "C"))`
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

function groupByNoun(changes: readonly SettledChange[]): Map<Noun, SettledChange[]> {
  const groups = new Map<Noun, SettledChange[]>()
  for (const settled of changes) {
    const group = groups.get(settled.change.noun)
    if (group) group.push(settled)
    else groups.set(settled.change.noun, [settled])
  }
  return groups
}
