import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { AuditEvent } from '@/domain/audit'

/**
 * One line of the audit log. `actor` is a person's id, null for somebody not known; `subject` what it was done to: a
 * person, an edition, a record, a proposal, a policy, as `noun id`. `address` is a keyed hash, never a network address.
 */
export type AuditLine = {
  actor: string | null
  event: AuditEvent
  subject?: string
  detail?: string
  address?: string
}

/** The statement that writes lines, for use inside the transaction that does what they say. */
export function describeAudit(lines: readonly AuditLine[]): SQL {
  return sql`insert into desk.audit (actor, event, subject, detail, address)
    select actor, event, subject, detail, address
    from json_populate_recordset(null::desk.audit, ${JSON.stringify(lines)}::json)`
}

/** Writes a line inside a transaction: it stands if and only if what it says was done. */
export async function writeAudit(transaction: Pick<Transaction, 'execute'>, line: AuditLine): Promise<void> {
  await transaction.execute(describeAudit([line]))
}
