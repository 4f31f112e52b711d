import type { FieldConflict } from './change'
import type { FormValues } from './record-form'
import type { Warning } from './warning'

/** Why a record was not published. `unreachable` is found in the browser: no answer came. */
export type EditError =
  | 'invalid'
  | 'conflict'
  | 'unchanged'
  | 'busy'
  | 'forbidden'
  | 'signed-out'
  | 'unavailable'
  | 'unreachable'
  | 'missing'
  | 'rests'
  | 'no-summary'
  | 'malformed'
  | 'not-replaceable'
  | 'too-many'
  | 'four-eyes'
  | 'factor-needed'
  | 'decided'
  | 'warnings'

/** Who changed the record since, in which edition, when (ISO 8601) and why. */
export type Meanwhile = { edition: number; at: string; authorName: string; summary: string }

/** A record by its name, as a form lists it; `lang` where the name is not in the reader's language. */
export type ListedRecord = { id: string; href: string; text: string; lang?: string }

/**
 * What an action on a record answers; where it succeeds it redirects instead. `problems` is a code by input name.
 * `values` is all that was typed, after a conflict set on the newest version, whose edition is `base`; `gone` says that
 * this version is a withdrawal. `taken` is the id that a new record cannot have. `review` says that somebody was asked to look first. `rows` is there where nothing was to be
 * published yet and the form only changed its number of rows. `warnings` are what asks for a note.
 */
export type EditState = {
  error: EditError
  values: FormValues
  reason: string
  problems: { [name: string]: string }
  base: number | null
  rows?: number
  warnings?: Warning[]
  review?: boolean
  taken?: string
  conflicts?: FieldConflict[]
  meanwhile?: Meanwhile[]
  gone?: boolean
  /** The first of what still rests on a record, and how many there are. */
  dependents?: { total: number; records: ListedRecord[] }
} | null
