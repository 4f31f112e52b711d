import { sql } from 'drizzle-orm'
import { type PasswordProblem, parsePassword } from '@/domain/password'
import { readDesk, transact } from './client'
import { hashKey, hashPassword, verifyPassword } from './secret'
import { removeSessions } from './sessions'
import { takeTry } from './tries'

export type OwnPasswordResult = { ok: true } | { ok: false; error: 'wrong' | 'throttled' | PasswordProblem }

/**
 * Changes the password of somebody signed in and ends their other sessions. The old password is asked for, and as hard to
 * guess with a stolen session as without one: 10 failed tries in 15 minutes.
 */
export async function changeOwnPassword(change: {
  user: string
  session: string
  address: string
  current: string
  next: string
}): Promise<OwnPasswordResult> {
  const { user, session, address } = change
  const [kept] = await readDesk((database) => {
    return database.execute<{ email: string; password_hash: string | null }>(sql`
      select email, password_hash from desk."user" where id = ${user} and not disabled`)
  })
  const parsed = parsePassword(change.next, kept?.email ?? '')
  if (!parsed.ok) return parsed
  const taken = await takeTry({ key: hashKey('person', user), address, limitAddress: false })
  if (taken === null) return { ok: false, error: 'throttled' }
  if (!(await verifyPassword(kept?.password_hash, change.current))) return { ok: false, error: 'wrong' }
  const passwordHash = await hashPassword(parsed.password)
  return transact(async (transaction) => {
    const changed = await transaction.execute(sql`
      update desk."user" set password_hash = ${passwordHash}
      where id = ${user} and password_hash = ${kept?.password_hash ?? ''} and not disabled
      returning id`)
    if (changed.length === 0) return { ok: false, error: 'wrong' }
    await transaction.execute(sql`update desk.sign_in_try set succeeded = true where n = ${taken}`)
    await removeSessions(transaction, user, session)
    return { ok: true }
  })
}
