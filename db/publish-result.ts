import type { Change, FieldConflict, Operation } from '@/domain/change'
import type { Noun } from '@/domain/field'
import type { Problem } from '@/domain/record'

/** A problem with the change at `at` of the list that was given. */
export type RecordProblem = Problem & { at: number; noun: string; id: string }

/** A change that will be made: based on the current version, with what it does and its document. */
export type SettledChange = { change: Change; operation: Operation; document: string }

/** A changed record names another that is not there (any more). */
export type MissingReference = { noun: Noun; id: string; key: string; wants: Noun; wanted: string }
/** A record that still rests on one that is being withdrawn. */
export type Dependent = { noun: Noun; id: string; key: string; rests: Noun; on: string }

/** A change that meets another of the same field, made since: the edition that stands now, and each field's three values. */
export type Conflict = { noun: Noun; id: string; edition: number; withdrawn: boolean; fields: FieldConflict[] }
/** What a change came to; `same` made no difference. */
export type ChangeOutcome = 'new' | 'changed' | 'withdrawn' | 'same'

/**
 * The answer to a publication: the edition that was made, or why none was. `four-eyes` asks for somebody else to let it
 * pass; `decided` says that the proposal was decided or revised meanwhile.
 */
export type PublishResult =
  | { ok: true; edition: number; outcomes: ChangeOutcome[] }
  | { ok: false; error: 'forbidden' | 'busy' | 'unchanged' | 'no-summary' | 'four-eyes' | 'decided' }
  | { ok: false; error: 'invalid'; problems: RecordProblem[] }
  | { ok: false; error: 'conflict'; conflicts: Conflict[] }
  | { ok: false; error: 'missing'; missing: MissingReference[] }
  | { ok: false; error: 'rests'; dependents: Dependent[] }
