import { sql } from 'drizzle-orm'
import { type Change, formatChangeDocument, parseChangeDocument } from '@/domain/change'
import type { Noun } from '@/domain/field'
import { listMarked, type Marks, markChange } from '@/domain/redaction'
import { getSqlState, type Transaction, transact } from './client'
import { sha256 } from './hash'
import { holdPublishLock, makeEditions } from './make-editions'

/**
 * Why nothing was done: `repeats` says that the reason holds the very value, `absent` that no version holds any of the
 * fields, `not-redactable` that a field may not be redacted, `two-admins` that whoever asked cannot confirm.
 */
export type RedactionRefusal = {
  ok: false
  error:
    | 'forbidden'
    | 'unknown'
    | 'no-summary'
    | 'not-redactable'
    | 'absent'
    | 'repeats'
    | 'two-admins'
    | 'decided'
    | 'busy'
}

/** Thrown to roll back; what it carries is the answer. */
class Rollback extends Error {
  constructor(readonly refusal: RedactionRefusal) {
    super('rolled back')
  }
}

/**
 * Redacts what another admin asked for: one edition that says so, and marks in every earlier version, in one transaction.
 * The database checks for itself that two active admins stand behind it; see desk.redact in drizzle/.
 */
export async function confirmRedaction({
  by,
  n,
}: {
  by: string
  n: number
}): Promise<{ ok: true; edition: number } | RedactionRefusal> {
  try {
    return await transact((transaction) => redact(transaction, by, n))
  } catch (error) {
    if (error instanceof Rollback) return error.refusal
    const state = getSqlState(error)
    if (state === '55P03' || state === '40P01') return { ok: false, error: 'busy' }
    // Who asked has lost their role meanwhile.
    if (state === '42501') return { ok: false, error: 'two-admins' }
    throw error
  }
}

async function redact(
  transaction: Transaction,
  by: string,
  n: number,
): Promise<{ ok: true; edition: number } | RedactionRefusal> {
  await holdPublishLock(transaction)
  if (!(await isAdmin(transaction, by))) return { ok: false, error: 'forbidden' }
  const [asked] = await transaction.execute<AskedRow>(sql`
    select noun, id, marks, reason, asked_by, state from desk.redaction where n = ${n} for update`)
  if (!asked) return { ok: false, error: 'unknown' }
  if (asked.state !== 'open') return { ok: false, error: 'decided' }
  if (asked.asked_by === by) return { ok: false, error: 'two-admins' }
  const { noun, id, marks, reason, asked_by } = asked
  const versions = await listVersions(transaction, noun, id)
  const newest = versions.at(-1)
  if (!newest) return { ok: false, error: 'unknown' }
  const documents = toMarkedDocuments(versions, marks)
  const sealed = Object.fromEntries(Object.entries(documents).map(([edition, text]) => [edition, sha256(text)]))
  const change: Change = {
    ...markChange(toStanding(newest.change), marks),
    base: newest.edition,
    redact: { keys: listMarked(noun, marks), versions: sealed },
  }
  const also = [{ id: by, part: 'reviewed' as const }]
  const publication = {
    author: asked_by,
    publisher: by,
    also,
    summary: reason,
    changes: [change],
    redacts: true as const,
  }
  const [made] = await makeEditions(transaction, [publication])
  if (!made?.ok) throw new Rollback({ ok: false, error: made?.error === 'forbidden' ? 'two-admins' : 'busy' })
  await transaction.execute(
    sql`select desk.redact(${n}::int, ${by}::text, ${made.edition}::int, ${JSON.stringify(documents)}::jsonb)`,
  )
  return { ok: true, edition: made.edition }
}

type AskedRow = { noun: Noun; id: string; marks: Marks; reason: string; asked_by: string; state: string }
type StoredVersion = { edition: number; change: Change }

/** The record as it stands, without what a change says of itself. */
function toStanding({ redact: _redact, ...change }: Change): Change {
  return change as Change
}

/** The text of each version that marks change, by edition. */
function toMarkedDocuments(versions: readonly StoredVersion[], marks: Marks): { [edition: string]: string } {
  return Object.fromEntries(
    versions
      .filter(({ change }) => isChanged(change, marks))
      .map(({ edition, change }) => [String(edition), formatChangeDocument(markChange(change, marks))]),
  )
}

/** Whether a version holds anything that the marks take away. */
export function isChanged(change: Change, marks: Marks): boolean {
  return formatChangeDocument(markChange(change, marks)) !== formatChangeDocument(change)
}

/** Every version of a record, the first first. */
export async function listVersions(transaction: Transaction, noun: Noun, id: string): Promise<StoredVersion[]> {
  const rows = await transaction.execute<{ edition: number; document: string }>(sql`
    select edition, document from edition_change where noun = ${noun} and id = ${id} order by edition`)
  return rows.map(({ edition, document }) => ({ edition, change: parseChangeDocument(document) }))
}

/** Whether somebody is an active admin, held until the end of the transaction. */
export async function isAdmin(transaction: Transaction, person: string): Promise<boolean> {
  const rows = await transaction.execute(sql`
    select from desk."user" where id = ${person} and role = 'admin' and not disabled for share`)
  return rows.length > 0
}
