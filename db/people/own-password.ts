import { sql } from 'drizzle-orm'
import { readDesk, transact } from '@/db/client'
import { type PasswordProblem, parsePassword } from '@/domain/password'
import { writeAudit } from './audit'
import { proveFactor } from './second-factor'
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
    await writeAudit(transaction, { actor: user, event: 'password-changed', subject: `person ${user}` })
    return { ok: true }
  })
}

/** Thrown to roll back: a code that came with a wrong password is not used up. */
class NotProved extends Error {}

/**
 * Proves again who sits at a session that is open already, as rules, roles, tokens and redactions ask for: the password,
 * and the second factor where there is one. 10 failed tries in 15 minutes.
 */
export async function proveAgain({
  user,
  session,
  address,
  password,
  code,
}: {
  user: string
  session: string
  address: string
  password: string
  code: string
}): Promise<{ ok: true } | { ok: false; error: 'wrong-current' | 'throttled' | 'code' }> {
  const taken = await takeTry({ key: hashKey('person', user), address, limitAddress: false })
  if (taken === null) return { ok: false, error: 'throttled' }
  const [kept] = await readDesk((database) =>
    database.execute<{ password_hash: string | null }>(
      sql`select password_hash from desk."user" where id = ${user} and not disabled`,
    ),
  )
  if (!(await verifyPassword(kept?.password_hash, password))) return { ok: false, error: 'wrong-current' }
  try {
    await transact(async (transaction) => {
      if (!(await proveFactor(transaction, user, code))) throw new NotProved()
      await transaction.execute(sql`update desk.session set proved_at = now() where hash = ${session}`)
      await transaction.execute(sql`update desk.sign_in_try set succeeded = true where n = ${taken}`)
      await writeAudit(transaction, { actor: user, event: 'proved-again', subject: `person ${user}` })
    })
    return { ok: true }
  } catch (error) {
    if (error instanceof NotProved) return { ok: false, error: 'code' }
    throw error
  }
}
