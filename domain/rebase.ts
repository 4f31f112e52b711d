import { type Change, type FieldConflict, isSameValue, mergeFields } from './change'
import type { AnyFields } from './field'

/** A version a change is held against: its fields, null where it is a withdrawal. */
export type Version = { edition: number; fields: AnyFields | null }

/** Whose text stands in a field that both changed. */
export type Side = 'theirs' | 'yours'

/**
 * A change set on the newest version of its record. A field that only one side changed takes that side's value; where
 * both did, `choose` says whose stands. A withdrawal stands as it is, and a record withdrawn meanwhile comes back if
 * `choose('')` says yours. Null where nothing is left to change.
 */
export function rebaseChange(
  change: Change,
  base: Version | null,
  newest: Version,
  keys: readonly string[],
  choose: (key: string) => Side,
): Change | null {
  const { noun, id } = change
  if (change.withdraw) {
    return newest.fields && choose('') === 'yours'
      ? { noun, id, base: newest.edition, withdraw: change.withdraw }
      : null
  }
  if (!newest.fields) return choose('') === 'yours' ? { ...change, base: newest.edition } : null
  const theirs = newest.fields
  const merged: AnyFields = {}
  for (const key of keys) {
    const value = pick(key, base?.fields ?? {}, theirs, change.fields, choose)
    if (value !== undefined) merged[key] = value
  }
  const isSame = keys.every((key) => isSameValue(merged[key], theirs[key]))
  return isSame ? null : { noun, id, base: newest.edition, fields: merged }
}

function pick(key: string, base: AnyFields, theirs: AnyFields, yours: AnyFields, choose: (key: string) => Side) {
  if (isSameValue(base[key], yours[key])) return theirs[key]
  if (isSameValue(base[key], theirs[key]) || isSameValue(theirs[key], yours[key])) return yours[key]
  return choose(key) === 'yours' ? yours[key] : theirs[key]
}

/** The fields for which somebody must choose before the change can be set on the newest version. */
export function listConflicts(
  change: Change,
  base: Version | null,
  newest: Version,
  keys: readonly string[],
): FieldConflict[] {
  if (!change.fields || !newest.fields) return []
  const merged = mergeFields(keys, base?.fields ?? {}, newest.fields, change.fields)
  return merged.ok ? [] : merged.conflicts
}
