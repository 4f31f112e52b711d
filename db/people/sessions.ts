import { sql } from 'drizzle-orm'
import { readDesk, type Transaction, transact } from '@/db/client'
import type { Role } from '@/domain/permission'
import { writeAudit } from './audit'
import { hashSecret, makeSecret } from './secret'

/** Who is signed in, as the database says now. `session` names the session; it is not its secret. */
export type SignedIn = {
  id: string
  name: string
  email: string
  role: Role
  session: string
  /** Whether they have to set up a second factor before they can do anything else. */
  needsFactor: boolean
  /** Whether they proved who they are in the last 15 minutes. */
  isFresh: boolean
}

/** One signed-in browser of a person. `agent` is what the browser called itself. */
export type SessionRow = { id: string; createdAt: Date; usedAt: Date; agent: string | null }

const LIFE = sql`interval '30 days'`
const IDLE = sql`interval '7 days'`
const FRESH = sql`interval '15 minutes'`
const AGENT_MOST = 300

/**
 * Opens a session for whoever just proved a password, unless that password or the account ended meanwhile.
 * @param verifiedHash the kept hash that was compared: a password changed since opens nothing
 * @returns the secret for the cookie, or null
 */
export async function openSession(
  transaction: Transaction,
  { user, verifiedHash, agent }: { user: string; verifiedHash: string; agent: string | null },
): Promise<string | null> {
  const secret = makeSecret()
  await transaction.execute(sql`
    delete from desk.session where "user" = ${user} and (expires_at <= now() or used_at <= now() - ${IDLE})`)
  const opened = await transaction.execute(sql`
    insert into desk.session (hash, "user", expires_at, agent)
    select ${hashSecret(secret)}, id, now() + ${LIFE}, ${agent?.slice(0, AGENT_MOST) ?? null}
    from desk."user"
    where id = ${user} and password_hash = ${verifiedHash} and not disabled
    for share
    returning hash`)
  return opened.length === 1 ? secret : null
}

/**
 * Who holds this secret: their name and role as they are now. Null when the session was ended, is 30 days old, was not
 * used for 7 days, or its person is disabled. Notes the use, once a minute at most.
 */
export function getSession(secret: string): Promise<SignedIn | null> {
  return readDesk(async (database) => {
    const [row] = await database.execute<SessionUser>(sql`
      select person.id, editor.name, person.email, person.role, session.hash as session,
        session.proved_at > now() - ${FRESH} as fresh,
        person.role <> 'contributor' and person.totp_since is null
          and exists (select from desk.policy where name = 'second-factor' and enabled) as needs_factor,
        session.used_at < now() - interval '1 minute' as stale
      from desk.session
      join desk."user" person on person.id = session."user"
      join editor on editor.id = person.id
      where session.hash = ${hashSecret(secret)}
        and session.expires_at > now() and session.used_at > now() - ${IDLE}
        and not person.disabled`)
    if (!row) return null
    const { stale, fresh, needs_factor, ...person } = row
    if (stale) await database.execute(sql`update desk.session set used_at = now() where hash = ${row.session}`)
    return { ...person, isFresh: fresh, needsFactor: needs_factor }
  })
}

type SessionUser = Omit<SignedIn, 'needsFactor' | 'isFresh'> & { stale: boolean; fresh: boolean; needs_factor: boolean }

/** A person's open sessions, the one used last first. */
export function listSessions(user: string): Promise<SessionRow[]> {
  return readDesk(async (database) => {
    const rows = await database.execute<{ id: string; created_at: string; used_at: string; agent: string | null }>(sql`
      select hash as id, created_at, used_at, agent from desk.session
      where "user" = ${user} and expires_at > now() and used_at > now() - ${IDLE}
      order by used_at desc, hash`)
    return rows.map(({ id, created_at, used_at, agent }) => {
      return { id, createdAt: new Date(created_at), usedAt: new Date(used_at), agent }
    })
  })
}

/** Signs the holder of this secret out; a secret that opens nothing is no error. */
export async function endSession(secret: string): Promise<void> {
  await transact(async (transaction) => {
    const [ended] = await transaction.execute<{ user: string }>(
      sql`delete from desk.session where hash = ${hashSecret(secret)} returning "user"`,
    )
    if (!ended) return
    await writeAudit(transaction, { actor: ended.user, event: 'signed-out', subject: `person ${ended.user}` })
  })
}

/** Ends one of a person's own sessions, named as in {@link listSessions}. */
export async function endOwnSession(user: string, session: string): Promise<void> {
  await transact(async (transaction) => {
    await transaction.execute(sql`delete from desk.session where "user" = ${user} and hash = ${session}`)
    await writeAudit(transaction, { actor: user, event: 'session-ended', subject: `person ${user}` })
  })
}

/** Ends all sessions of a person but one. */
export async function endOtherSessions(user: string, kept: string): Promise<void> {
  await transact(async (transaction) => {
    await removeSessions(transaction, user, kept)
    await writeAudit(transaction, { actor: user, event: 'sessions-ended', subject: `person ${user}` })
  })
}

/** Ends a person's sessions, all but `kept`, and forgets the browsers that had a count of tries of their own. */
export async function removeSessions(transaction: Transaction, user: string, kept: string | null): Promise<void> {
  await transaction.execute(sql`delete from desk.session where "user" = ${user} and hash is distinct from ${kept}`)
  if (kept === null) await transaction.execute(sql`delete from desk.device where "user" = ${user}`)
}
