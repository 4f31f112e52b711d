import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { readDesk } from '@/db/client'

/** The switches an admin can set. `four-eyes`: nobody publishes what they had a hand in. `second-factor`: editors and admins need one. */
export const policyNames = ['four-eyes', 'second-factor'] as const
export type PolicyName = (typeof policyNames)[number]
export type Policies = Record<PolicyName, boolean>

/** The switches as they stand; one nobody has set is off. */
export function getPolicies(): Promise<Policies> {
  return readDesk((database) => readPolicies(database))
}

/** {@link getPolicies} inside a transaction: they cannot be changed before it ends. */
export function holdPolicies(transaction: Transaction): Promise<Policies> {
  return readPolicies(transaction, sql`for share`)
}

async function readPolicies(database: Pick<Transaction, 'execute'>, hold = sql``): Promise<Policies> {
  const rows = await database.execute<{ name: string; enabled: boolean }>(
    sql`select name, enabled from desk.policy ${hold}`,
  )
  const isOn = (name: PolicyName) => rows.some((row) => row.name === name && row.enabled)
  return { 'four-eyes': isOn('four-eyes'), 'second-factor': isOn('second-factor') }
}
