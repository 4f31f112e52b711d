import { sql } from 'drizzle-orm'
import {
  type Change,
  compareFields,
  type FieldConflict,
  formatChangeDocument,
  isSameValue,
  mergeFields,
  type Operation,
  parseChangeDocument,
} from '@/domain/change'
import type { AnyFields } from '@/domain/field'
import { getFields, type Problem, parseRecord } from '@/domain/record'
import type { Transaction } from './client'
import type { ChangeOutcome, Conflict, PublishResult, RecordProblem, SettledChange } from './publish-result'

/** Reads every change as its noun demands; a record may stand in a set only once. */
export function parseChanges(
  changes: readonly Change[],
): { ok: true; changes: Change[] } | { ok: false; problems: RecordProblem[] } {
  const problems: RecordProblem[] = []
  const seen = new Set<string>()
  const parsed = changes.map((change, at): Change => {
    const { noun, id } = change
    const report = (problem: Problem) => problems.push({ ...problem, at, noun, id })
    if (seen.has(toName(change))) report({ key: 'id', code: 'twice' })
    seen.add(toName(change))
    if (change.redact) report({ key: 'redact', code: 'unknown' })
    if (change.withdraw) {
      const reason = change.withdraw.reason.trim().normalize('NFC')
      if (reason === '') report({ key: 'reason', code: 'missing' })
      return { ...change, withdraw: { ...change.withdraw, reason } }
    }
    const record = parseRecord(noun, id, change.fields)
    if (!record.ok) record.problems.forEach(report)
    return record.ok ? { ...change, fields: record.fields } : change
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes: parsed }
}

/**
 * The newest document of a record, and the one a change was made from where that is older, with the keys of what was
 * redacted since.
 */
export type Latest = { edition: number; document: string; base_document: string | null; redacted: string[] | null }

/**
 * Sets each change on the current version of its record: new, changed, merged with what came since, or left out
 * because nothing would change. Refuses the whole set for a conflict or an id that is taken.
 */
export function settleChanges(
  changes: readonly Change[],
  latest: ReadonlyMap<string, Latest>,
):
  | { ok: true; changes: SettledChange[]; outcomes: ChangeOutcome[] }
  | { ok: false; result: PublishResult & { ok: false } } {
  const settled: SettledChange[] = []
  const outcomes: ChangeOutcome[] = []
  const conflicts: Conflict[] = []
  const problems: RecordProblem[] = []
  for (const [at, change] of changes.entries()) {
    const known = latest.get(toName(change))
    const outcome = known ? settleKnown(change, known) : settleNew(change)
    if (outcome.kind === 'conflict') conflicts.push(outcome.conflict)
    else if (outcome.kind === 'problem') problems.push({ ...outcome.problem, at, noun: change.noun, id: change.id })
    else if (outcome.kind === 'settled') settled.push(outcome.settled)
    outcomes.push(outcome.kind === 'settled' ? toOutcome(outcome.settled.operation) : 'same')
  }
  if (problems.length > 0) return { ok: false, result: { ok: false, error: 'invalid', problems } }
  if (conflicts.length > 0) return { ok: false, result: { ok: false, error: 'conflict', conflicts } }
  return { ok: true, changes: settled, outcomes }
}

type Settlement =
  | { kind: 'settled'; settled: SettledChange }
  | { kind: 'same' }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'problem'; problem: Problem }

function settleNew(change: Change): Settlement {
  if (change.base !== null) return { kind: 'problem', problem: { key: 'id', code: 'no-record' } }
  if (change.withdraw) return { kind: 'problem', problem: { key: 'id', code: 'no-record' } }
  return settle(change, 'create')
}

function settleKnown(change: Change, known: Latest): Settlement {
  const theirs = parseChangeDocument(known.document)
  const keys = getFields(change.noun).map((field) => field.key)
  if (change.base === null) return { kind: 'problem', problem: { key: 'id', code: 'taken' } }
  const base = known.edition
  if (change.redact) return change.base === base ? settle(change, 'redact') : toConflict(change, base, theirs, [])
  if (change.withdraw || theirs.withdraw) {
    if (change.withdraw && theirs.withdraw) return { kind: 'same' }
    if (change.base !== base) return toConflict(change, base, theirs, [])
    return settle({ ...change, base }, change.withdraw ? 'withdraw' : 'restore')
  }
  if (change.base === base) {
    const same = compareFields(keys, theirs.fields, change.fields).length === 0
    return same ? { kind: 'same' } : settle(change, 'update')
  }
  const ours = known.base_document === null ? null : parseChangeDocument(known.base_document)
  if (!ours?.fields) return toConflict(change, base, theirs, [])
  const merged = mergeFields(keys, ours.fields, theirs.fields, change.fields)
  const returned = listReturned(known.redacted ?? [], ours.fields, theirs.fields, change.fields)
  const met = merged.ok ? [] : merged.conflicts
  const more = returned.filter(({ key }) => !met.some((one) => one.key === key))
  if (!merged.ok || more.length > 0) return toConflict(change, base, theirs, [...met, ...more])
  return settleMerged(change, base, keys, theirs.fields, merged.fields)
}

/**
 * What a form that was opened before a redaction would put back: the version it was made from has a mark there now, so
 * that what nobody typed looks like a change.
 */
function listReturned(
  redacted: readonly string[],
  base: AnyFields,
  theirs: AnyFields,
  yours: AnyFields,
): FieldConflict[] {
  return redacted
    .filter((key) => !isSameValue(yours[key], base[key]) && !isSameValue(yours[key], theirs[key]))
    .map((key) => ({ key, base: base[key], theirs: theirs[key], yours: yours[key] }))
}

/** A merge of two good versions can still be a bad one, so it is read again as a whole. */
function settleMerged(change: Change, base: number, keys: string[], theirs: AnyFields, merged: AnyFields): Settlement {
  if (compareFields(keys, theirs, merged).length === 0) return { kind: 'same' }
  const record = parseRecord(change.noun, change.id, merged)
  const [problem] = record.ok ? [] : record.problems
  if (problem) return { kind: 'problem', problem }
  return settle({ noun: change.noun, id: change.id, base, fields: merged }, 'update')
}

function settle(change: Change, operation: Operation): Settlement {
  return { kind: 'settled', settled: { change, operation, document: formatChangeDocument(change) } }
}

function toConflict(change: Change, edition: number, theirs: Change, fields: Conflict['fields']): Settlement {
  const { noun, id } = change
  return { kind: 'conflict', conflict: { noun, id, edition, withdrawn: theirs.withdraw !== undefined, fields } }
}

function toOutcome(operation: Operation): ChangeOutcome {
  return operation === 'withdraw' ? 'withdrawn' : operation === 'update' || operation === 'redact' ? 'changed' : 'new'
}

function toName({ noun, id }: { noun: string; id: string }): string {
  return `${noun} ${id}`
}

/** What is known of each record that is changed, by noun and id; a record that never was is not in it. */
export async function getLatest(transaction: Transaction, changes: readonly Change[]): Promise<Map<string, Latest>> {
  const wanted = JSON.stringify(changes.map(({ noun, id, base }) => ({ noun, id, base })))
  const rows = await transaction.execute<Latest & { noun: string; id: string }>(sql`
    select wanted.noun, wanted.id, latest.edition, latest.document, older.document as base_document, redaction.redacted
    from json_to_recordset(${wanted}::json) as wanted (noun text, id text, base int)
    cross join lateral (
      select edition, document from edition_change c
      where c.noun = wanted.noun and c.id = wanted.id order by edition desc limit 1
    ) latest
    left join lateral (
      select document from edition_change c
      where c.noun = wanted.noun and c.id = wanted.id and c.edition = wanted.base limit 1
    ) older on wanted.base <> latest.edition
    left join lateral (
      select json_agg(distinct key) as redacted
      from edition_change c cross join lateral jsonb_array_elements_text(c.document::jsonb #> '{redact,keys}') key
      where c.noun = wanted.noun and c.id = wanted.id and c.edition > wanted.base and c.operation = 'redact'
    ) redaction on wanted.base <> latest.edition`)
  return new Map(rows.map((row) => [toName(row), row]))
}
