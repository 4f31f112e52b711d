import type { FieldConflict } from './change'
import type { Noun } from './field'
import type { FormValues } from './record-form'

/** Why a record was not published. */
export type EditError =
  | 'invalid'
  | 'conflict'
  | 'unchanged'
  | 'busy'
  | 'forbidden'
  | 'signed-out'
  | 'unavailable'
  | 'missing'
  | 'rests'
  | 'no-summary'
  | 'malformed'
  | 'not-replaceable'
  | 'too-many'

/** Who changed the record since, in which edition, when (ISO 8601) and why. */
export type Meanwhile = { edition: number; at: string; authorName: string; summary: string }

/**
 * What an action on a record answers; where it succeeds it redirects instead. `problems` is a code by input name.
 * `values` is all that was typed, after a conflict set on the newest version, whose edition is `base`.
 */
export type EditState = {
  error: EditError
  values: FormValues
  reason: string
  problems: { [name: string]: string }
  base: number | null
  rows?: number
  conflicts?: FieldConflict[]
  meanwhile?: Meanwhile[]
  dependents?: { noun: Noun; id: string; key: string }[]
} | null
