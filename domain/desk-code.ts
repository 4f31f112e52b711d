import type { FileProblem } from './file-content'
import type { PasswordProblem } from './password'
import type { NameProblem } from './person'

/** Why the desk refuses something, in the order of its words. */
export type DeskError =
  | 'wrong'
  | 'wrong-current'
  | 'throttled'
  | 'malformed'
  | 'unavailable'
  | 'signed-out'
  | 'forbidden'
  | 'void'
  | 'void-step'
  | 'email'
  | 'email-taken'
  | 'repeat'
  | 'unknown-person'
  | 'last-admin'
  | 'two-editors'
  | 'own-factor'
  | 'factor-needed'
  | 'unproved'
  | 'code'
  | 'decided'
  | 'unknown'
  | 'note'
  | 'four-eyes'
  | 'conflict'
  | 'busy'
  | 'unchanged'
  | 'invalid'
  | 'missing'
  | 'rests'
  | 'no-summary'
  | 'warnings'
  | 'note-long'
  | 'not-redactable'
  | 'absent'
  | 'repeats'
  | 'two-admins'
  | 'obstacles'
  | 'too-many-tokens'
  | 'file-missing'
  | 'file-kept'
  | FileProblem
  | NameProblem
  | PasswordProblem

/** What the desk has done. */
export type DeskDone =
  | 'signed-out'
  | 'password-set'
  | 'password-changed'
  | 'name-changed'
  | 'session-ended'
  | 'sessions-ended'
  | 'invited'
  | 'invitation-withdrawn'
  | 'role-changed'
  | 'disabled'
  | 'enabled'
  | 'reset-made'
  | 'published'
  | 'changes-wanted'
  | 'declined'
  | 'taken-over'
  | 'taken-back'
  | 'rebased'
  | 'factor-added'
  | 'factor-removed'
  | 'codes-made'
  | 'proved'
  | 'policy-changed'
  | 'token-made'
  | 'token-revoked'
  | 'redaction-withdrawn'

/**
 * What an action of the desk answers: codes, for which components find the words. `field` names the input that was refused,
 * `values` what was typed (never a password), `address` a link or a token and `codes` are what is shown this once. Null before anything was sent.
 */
export type DeskState =
  | { ok: true; done: DeskDone; address?: string; codes?: string[] }
  | { ok: false; error: DeskError; field?: string; values?: { [name: string]: string } }
  | null
