import { sql } from 'drizzle-orm'
import { parseEmail } from '@/domain/person'
import { readDesk, transact } from './client'
import { hashKey, hashSecret, verifyPassword } from './secret'
import { openSession } from './sessions'
import { type Count, takeTry } from './tries'

/**
 * One try to sign in. `address` is the network address it comes from; `device` the secret of the browser's device
 * cookie, a new one when it had none; `agent` what the browser calls itself.
 */
export type SignInAttempt = { email: string; password: string; address: string; device: string; agent: string | null }

/** `wrong` says nothing about which half was wrong, nor whether there is such an account. */
export type SignInResult = { ok: true; user: string; session: string } | { ok: false; error: 'wrong' | 'throttled' }

type Candidate = { id: string; password_hash: string | null; disabled: boolean; known: boolean }

/**
 * Signs a person in, at most 10 failed tries an account and 60 an address in 15 minutes. An account that does not exist,
 * one that is disabled and a wrong password give the same answer after the same work.
 * @returns on success the secret of the new session; the browser's device is known to the account from then on
 */
export async function signIn(attempt: SignInAttempt): Promise<SignInResult> {
  const email = parseEmail(attempt.email)
  const candidate = await getCandidate(email ?? '', attempt.device)
  const taken = await takeTry(toCount(candidate, email ?? attempt.email, attempt))
  if (taken === null) return { ok: false, error: 'throttled' }
  const kept = candidate && !candidate.disabled ? candidate.password_hash : null
  const verified = await verifyPassword(kept, attempt.password)
  if (!verified || !candidate || kept === null) return { ok: false, error: 'wrong' }
  const session = await welcome(candidate.id, kept, taken, attempt)
  return session === null ? { ok: false, error: 'wrong' } : { ok: true, user: candidate.id, session }
}

function getCandidate(email: string, device: string): Promise<Candidate | undefined> {
  return readDesk(async (database) => {
    const rows = await database.execute<Candidate>(sql`
      select person.id, person.password_hash, person.disabled, exists (
          select from desk.device where device."user" = person.id and device.hash = ${hashSecret(device)} || '.' || person.id
        ) as known
      from desk."user" person where person.email = ${email}`)
    return rows[0]
  })
}

/** Strangers share one count per account; a browser that was in before has its own, so nobody can lock it out. */
function toCount(candidate: Candidate | undefined, email: string, { device, address }: SignInAttempt): Count {
  if (candidate?.known) {
    return { key: hashKey('device', `${candidate.id} ${device}`), address, limitAddress: false }
  }
  return { key: hashKey('account', email), address, limitAddress: true }
}

function welcome(user: string, verifiedHash: string, taken: number, attempt: SignInAttempt): Promise<string | null> {
  return transact(async (transaction) => {
    const session = await openSession(transaction, { user, verifiedHash, agent: attempt.agent })
    if (session === null) return null
    await transaction.execute(sql`update desk.sign_in_try set succeeded = true where n = ${taken}`)
    await transaction.execute(sql`
      delete from desk.device where "user" = ${user} and created_at < now() - interval '400 days'`)
    await transaction.execute(sql`
      insert into desk.device (hash, "user") values (${`${hashSecret(attempt.device)}.${user}`}, ${user})
      on conflict (hash) do update set created_at = now()`)
    return session
  })
}
