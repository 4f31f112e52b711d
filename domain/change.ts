import { type Canonical, formatCanonicalJson } from './canonical-json'
import type { AnyFields, Noun } from './field'
import type { Redaction } from './redaction'

/** What a change does to a record. */
export const operations = ['create', 'update', 'withdraw', 'restore', 'redact'] as const
export type Operation = (typeof operations)[number]

/** Why a record is gone, and the id of the record of the same noun that took its place. */
export type Withdrawal = { reason: string; successor?: string }

/**
 * One change: the whole record as it shall stand, or its withdrawal. `base` is the edition of the version it was made
 * from; null says the record is new. `redact` is there where the change is a redaction; only db/redactions.ts makes one.
 */
export type Change = { noun: Noun; id: string; base: number | null; redact?: Redaction } & (
  | { fields: AnyFields; withdraw?: undefined }
  | { withdraw: Withdrawal; fields?: undefined }
)

/** The canonical text of a change: what is published, salted, hashed and kept for ever. */
export function formatChangeDocument({ noun, id, base, fields, withdraw, redact }: Change): string {
  return formatCanonicalJson({ v: 1, noun, id, base, fields, withdraw, redact } as Canonical)
}

/** The change a document holds; documents are written by {@link formatChangeDocument} only. */
export function parseChangeDocument(text: string): Change {
  const { v: _version, ...change } = JSON.parse(text) as Change & { v: number }
  return change
}

/** One field in which two versions differ; undefined where a version lacks it. */
export type FieldDifference = { key: string; old: AnyFields[string]; new: AnyFields[string] }

/** The fields in which two versions of a record differ, in the order of the keys given. */
export function compareFields(keys: readonly string[], older: AnyFields, newer: AnyFields): FieldDifference[] {
  return keys
    .filter((key) => !isSameValue(older[key], newer[key]))
    .map((key) => ({ key, old: older[key], new: newer[key] }))
}

/** The values that the fields which differ had before. */
export function getOldFields({ differences }: { differences: readonly FieldDifference[] }): AnyFields {
  const old = differences.flatMap((one) => (one.old === undefined ? [] : [[one.key, one.old] as const]))
  return Object.fromEntries(old)
}

export function isSameValue(a: AnyFields[string], b: AnyFields[string]): boolean {
  if (a === undefined || b === undefined) return a === b
  return formatCanonicalJson(a as Canonical) === formatCanonicalJson(b as Canonical)
}

/** A field both sides changed, each to something else. */
export type FieldConflict = {
  key: string
  base: AnyFields[string]
  theirs: AnyFields[string]
  yours: AnyFields[string]
}

/**
 * Three-way merge of one record by field: a field that only one side changed takes that side's value; a field both
 * changed differently is a conflict, and then nothing is merged.
 */
export function mergeFields(
  keys: readonly string[],
  base: AnyFields,
  theirs: AnyFields,
  yours: AnyFields,
): { ok: true; fields: AnyFields } | { ok: false; conflicts: FieldConflict[] } {
  const merged: AnyFields = {}
  const conflicts: FieldConflict[] = []
  for (const key of keys) {
    const weChanged = !isSameValue(base[key], yours[key])
    if (weChanged && !isSameValue(base[key], theirs[key]) && !isSameValue(theirs[key], yours[key])) {
      conflicts.push({ key, base: base[key], theirs: theirs[key], yours: yours[key] })
    }
    const value = weChanged ? yours[key] : theirs[key]
    if (value !== undefined) merged[key] = value
  }
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, fields: merged }
}
