import { type Change, compareFields, type FieldConflict, isSameValue } from './change'
import type { AnyFields, Noun } from './field'

/** How a record stood: as it was published, or gone. Null where it was not there yet. */
export type Standing = { edition: number; fields: AnyFields | null } | null

/** A record an edition touched: how it stood before, as the edition left it, and how it stands now. */
export type Touched = {
  noun: Noun
  id: string
  before: Standing
  made: Standing
  now: NonNullable<Standing>
}

/** What later changes keep from being taken back: these fields, or, without fields, the whole record. */
export type UndoObstacle = { noun: Noun; id: string; edition: number; fields: FieldConflict[] }

/**
 * The changes that take back what an edition did to its records, and what later changes stand in the way. A record that
 * is still as the edition left it goes back whole; of one that was changed since, the fields go back in which it is
 * still as the edition left it, and the others are obstacles.
 */
export function describeUndo(
  touched: readonly Touched[],
  keysOf: (noun: Noun) => readonly string[],
  reason: string,
): { changes: Change[]; obstacles: UndoObstacle[] } {
  const changes: Change[] = []
  const obstacles: UndoObstacle[] = []
  for (const record of touched) {
    const { noun, id, before, made, now } = record
    if (now.edition === made?.edition) {
      // A redaction changes nothing that is not marked before it as well.
      if (isSame(before, now, keysOf(noun))) continue
      changes.push(toChange(record, before?.fields ?? null, reason))
      continue
    }
    if (!before?.fields || !made?.fields || !now.fields) {
      if (isAsBefore(before, now)) continue
      obstacles.push({ noun, id, edition: now.edition, fields: [] })
      continue
    }
    const { fields, conflicts } = takeBack(keysOf(noun), before.fields, made.fields, now.fields)
    if (conflicts.length > 0) obstacles.push({ noun, id, edition: now.edition, fields: conflicts })
    if (compareFields(keysOf(noun), now.fields, fields).length > 0)
      changes.push({ noun, id, base: now.edition, fields })
  }
  return { changes, obstacles }
}

function isSame(before: Standing, now: NonNullable<Standing>, keys: readonly string[]): boolean {
  if (!before) return false
  if (!before.fields || !now.fields) return !before.fields && !now.fields
  return compareFields(keys, before.fields, now.fields).length === 0
}

function toChange({ noun, id, now }: Touched, fields: AnyFields | null, reason: string): Change {
  const base = now.edition
  return fields ? { noun, id, base, fields } : { noun, id, base, withdraw: { reason } }
}

/** Gone before and gone now: nothing is left to take back. */
function isAsBefore(before: Standing, now: NonNullable<Standing>): boolean {
  return !before?.fields && !now.fields
}

function takeBack(
  keys: readonly string[],
  before: AnyFields,
  made: AnyFields,
  now: AnyFields,
): { fields: AnyFields; conflicts: FieldConflict[] } {
  const fields: AnyFields = { ...now }
  const conflicts: FieldConflict[] = []
  for (const { key } of compareFields(keys, before, made)) {
    if (isSameValue(now[key], before[key])) continue
    if (isSameValue(now[key], made[key])) {
      delete fields[key]
      const old = before[key]
      if (old !== undefined) fields[key] = old
    } else conflicts.push({ key, base: made[key], theirs: now[key], yours: before[key] })
  }
  return { fields, conflicts }
}
