import { sql } from 'drizzle-orm'
import { readDesk, type Transaction, transact } from '@/db/client'
import { parseEmail } from '@/domain/person'
import { writeAudit } from './audit'
import { proveFactor } from './second-factor'
import { hashKey, hashSecret, isSecret, makeSecret, verifyPassword } from './secret'
import { openSession } from './sessions'
import { type Count, takeTry } from './tries'

/**
 * One try to sign in. `address` is the network address it comes from; `device` the secret of the browser's device
 * cookie, a new one when it had none; `agent` what the browser calls itself.
 */
export type SignInAttempt = { email: string; password: string; address: string; device: string; agent: string | null }

/** `wrong` says nothing about which half was wrong, nor whether there is such an account. */
export type SignInResult =
  | { ok: true; user: string; session: string }
  | { ok: false; error: 'wrong' | 'throttled' }
  | { ok: false; error: 'code-needed'; half: string }

type Candidate = { id: string; password_hash: string | null; disabled: boolean; known: boolean; has_factor: boolean }

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
  if (!verified || !candidate || kept === null) {
    await noteFailure(candidate?.id, 'password', attempt.address)
    return { ok: false, error: 'wrong' }
  }
  if (candidate.has_factor) {
    return { ok: false, error: 'code-needed', half: await openHalf(candidate.id, kept, taken) }
  }
  const session = await transact((transaction) => welcome(transaction, candidate.id, kept, taken, attempt))
  return session === null ? { ok: false, error: 'wrong' } : { ok: true, user: candidate.id, session }
}

function getCandidate(email: string, device: string): Promise<Candidate | undefined> {
  return readDesk(async (database) => {
    const rows = await database.execute<Candidate>(sql`
      select person.id, person.password_hash, person.disabled, exists (
          select from desk.device where device."user" = person.id and device.hash = ${hashSecret(device)} || '.' || person.id
        ) as known, person.totp_since is not null as has_factor
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

/** What came of half a sign-in: the secret that goes on, good for ten minutes, while the password is as it was. */
async function openHalf(user: string, verifiedHash: string, taken: number): Promise<string> {
  const secret = makeSecret()
  await transact(async (transaction) => {
    await transaction.execute(sql`delete from desk.link where purpose = 'second-factor' and "user" = ${user}`)
    await transaction.execute(sql`
      insert into desk.link (hash, purpose, "user", verified_hash, expires_at)
      values (${hashSecret(secret)}, 'second-factor', ${user}, ${verifiedHash}, now() + interval '10 minutes')`)
    await transaction.execute(sql`update desk.sign_in_try set succeeded = true where n = ${taken}`)
  })
  return secret
}

/** Thrown to roll back: nothing of a refused code stays, not even the half it was tried on. */
class Refused extends Error {}

/**
 * The second half of signing in: a code of the app or a recovery code. At most 10 wrong ones a person in 15 minutes,
 * whichever browser they come from.
 * @param half what {@link signIn} gave; `void` where it is used, too old or was never made
 */
export async function signInWithCode(
  attempt: Omit<SignInAttempt, 'email' | 'password'> & { half: string; code: string },
): Promise<{ ok: true; user: string; session: string } | { ok: false; error: 'code' | 'throttled' | 'void' }> {
  const half = await getHalf(attempt.half)
  if (!half) return { ok: false, error: 'void' }
  const { user, verified_hash: kept } = half
  const taken = await takeTry({ key: hashKey('person', `code ${user}`), address: attempt.address, limitAddress: true })
  if (taken === null) return { ok: false, error: 'throttled' }
  try {
    const session = await transact(async (transaction) => {
      if (!(await proveFactor(transaction, user, attempt.code))) throw new Refused()
      const spent = await transaction.execute(sql`
        delete from desk.link where hash = ${hashSecret(attempt.half)} and expires_at > now() returning hash`)
      const opened = spent.length === 1 ? await welcome(transaction, user, kept, taken, attempt) : null
      if (opened === null) throw new Refused()
      return opened
    })
    return { ok: true, user, session }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await noteFailure(user, 'code', attempt.address)
    return { ok: false, error: 'code' }
  }
}

async function getHalf(half: string): Promise<{ user: string; verified_hash: string } | null> {
  if (!isSecret(half)) return null
  const [row] = await readDesk((database) =>
    database.execute<{ user: string; verified_hash: string }>(sql`
      select "user", verified_hash from desk.link
      where hash = ${hashSecret(half)} and purpose = 'second-factor' and expires_at > now()`),
  )
  return row ?? null
}

async function welcome(
  transaction: Transaction,
  user: string,
  verifiedHash: string,
  taken: number,
  attempt: Pick<SignInAttempt, 'address' | 'device' | 'agent'>,
): Promise<string | null> {
  const session = await openSession(transaction, { user, verifiedHash, agent: attempt.agent })
  if (session === null) return null
  await transaction.execute(sql`update desk.sign_in_try set succeeded = true where n = ${taken}`)
  await transaction.execute(sql`
    delete from desk.device where "user" = ${user} and created_at < now() - interval '400 days'`)
  await transaction.execute(sql`
    insert into desk.device (hash, "user") values (${`${hashSecret(attempt.device)}.${user}`}, ${user})
    on conflict (hash) do update set created_at = now()`)
  const address = hashKey('address', attempt.address)
  await writeAudit(transaction, { actor: user, event: 'signed-in', subject: `person ${user}`, address })
  return session
}

/** Who it was is not known: the account that was tried is the subject, and only where there is one. */
async function noteFailure(user: string | undefined, detail: string, from: string): Promise<void> {
  const address = hashKey('address', from)
  const subject = user === undefined ? {} : { subject: `person ${user}` }
  await transact((transaction) =>
    writeAudit(transaction, { actor: null, event: 'sign-in-failed', detail, address, ...subject }),
  )
}
