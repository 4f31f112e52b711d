import { sql } from 'drizzle-orm'
import { getSqlState, readDesk, type Transaction, transact } from '@/db/client'
import { type ParsedPassword, parsePassword } from '@/domain/password'
import type { Role } from '@/domain/permission'
import { type ParsedName, parseEmail, parsePublicName } from '@/domain/person'
import { writeAudit } from './audit'
import { administer, insertPerson, lockPeople } from './people'
import { hashPassword, hashSecret, isSecret, makeSecret } from './secret'
import { removeSessions } from './sessions'

export type LinkPurpose = 'first-administrator' | 'invitation' | 'reset'

/** A link that can still be used. `email` is null while its user is to choose one. */
export type OpenLink = { purpose: LinkPurpose; email: string | null; role: Role; expiresAt: Date }

/** An invitation nobody took up yet; `id` names it and is not its secret. */
export type Invitation = { id: string; email: string; role: Role; expiresAt: Date }

/** The path is shown once: only the hash of its secret is kept. */
export type LinkResult =
  | { ok: true; path: string }
  | { ok: false; error: 'forbidden' | 'email' | 'email-taken' | 'unknown-person' }

/** What somebody fills in behind a link; what a link does not ask for is left aside. */
export type LinkForm = { email: string; name: string; password: string }
export type LinkUse =
  | { ok: true; email: string }
  | { ok: false; error: 'void' | 'email' | 'email-taken' | ProblemOf<ParsedName> | ProblemOf<ParsedPassword> }

type ProblemOf<R> = Extract<R, { ok: false }> extends { error: infer E } ? E : never

type LinkRow = { purpose: LinkPurpose; user: string | null; email: string | null; role: Role; expires_at: string }

/** Makes a link with which somebody joins, good for three days. */
export async function createInvitation({
  by,
  email: given,
  role,
}: {
  by: string
  email: string
  role: Role
}): Promise<LinkResult> {
  const email = parseEmail(given)
  if (email === null) return { ok: false, error: 'email' }
  return administer(by, async (transaction): Promise<LinkResult> => {
    const taken = await transaction.execute(sql`select id from desk."user" where email = ${email}`)
    if (taken.length > 0) return { ok: false, error: 'email-taken' }
    await transaction.execute(sql`
      delete from desk.link where purpose = 'invitation' and used_at is null and email = ${email}`)
    await writeAudit(transaction, { actor: by, event: 'invited', detail: role })
    return { ok: true, path: await insertLink(transaction, { purpose: 'invitation', email, role, by, hours: 72 }) }
  })
}

/** Makes a link with which somebody sets a new password, good for one hour; an earlier one is void. */
export function createResetLink({ by, user }: { by: string; user: string }): Promise<LinkResult> {
  return administer(by, async (transaction): Promise<LinkResult> => {
    const found = await transaction.execute(sql`select id from desk."user" where id = ${user} and not disabled`)
    if (found.length === 0) return { ok: false, error: 'unknown-person' }
    await writeAudit(transaction, { actor: by, event: 'reset-made', subject: `person ${user}` })
    return { ok: true, path: await insertResetLink(transaction, user, by) }
  })
}

/** Invitations that can still be taken up, the last one first. */
export function listInvitations(): Promise<Invitation[]> {
  return readDesk(async (database) => {
    const rows = await database.execute<Omit<Invitation, 'expiresAt'> & { expires_at: string }>(sql`
      select hash as id, email, role, expires_at from desk.link
      where purpose = 'invitation' and used_at is null and expires_at > now()
      order by created_at desc, hash`)
    return rows.map(({ expires_at, ...invitation }) => ({ ...invitation, expiresAt: new Date(expires_at) }))
  })
}

/** Voids an invitation, named as in {@link listInvitations}; one that is gone already is no error. */
export function withdrawInvitation({
  by,
  id,
}: {
  by: string
  id: string
}): Promise<{ ok: true } | { ok: false; error: 'forbidden' }> {
  return administer(by, async (transaction): Promise<{ ok: true }> => {
    await transaction.execute(sql`
      delete from desk.link where hash = ${id} and purpose = 'invitation' and used_at is null`)
    await writeAudit(transaction, { actor: by, event: 'invitation-withdrawn' })
    return { ok: true }
  })
}

/** What a link is for, while it can be used; null for one that is used, void, too old or was never made. */
export async function getLink(secret: string): Promise<OpenLink | null> {
  if (!isSecret(secret)) return null
  const [row] = await readDesk((database) => {
    return database.execute<LinkRow>(sql`
      select link.purpose, coalesce(person.email, link.email) as email, coalesce(person.role, link.role) as role,
        link.expires_at
      from desk.link left join desk."user" person on person.id = link."user"
      where link.hash = ${hashSecret(secret)} and link.used_at is null and link.expires_at > now()
        and link.purpose <> 'second-factor'
        and (link.purpose <> 'first-administrator' or not exists (select from desk."user"))`)
  })
  if (!row) return null
  return { purpose: row.purpose, email: row.email, role: row.role, expiresAt: new Date(row.expires_at) }
}

/**
 * Uses a link, once: makes the account it is for, or sets the new password and ends all sessions of the old one.
 * A form that is refused leaves the link as it was.
 * @returns the e-mail address to sign in with
 */
export async function redeemLink(secret: string, form: LinkForm): Promise<LinkUse> {
  const open = await getLink(secret)
  if (open === null) return { ok: false, error: 'void' }
  const email = open.email ?? parseEmail(form.email)
  if (email === null) return { ok: false, error: 'email' }
  const name: ParsedName = open.purpose === 'reset' ? { ok: true, name: '' } : parsePublicName(form.name)
  if (!name.ok) return name
  const password = parsePassword(form.password, email)
  if (!password.ok) return password
  const account = { email, name: name.name, passwordHash: await hashPassword(password.password) }
  try {
    return await transact((transaction) => spend(transaction, secret, account))
  } catch (error) {
    if (error instanceof VoidLink) return { ok: false, error: 'void' }
    if (getSqlState(error) === '23505') return { ok: false, error: 'email-taken' }
    throw error
  }
}

/** Thrown to roll back: a link that does nothing is not used up. */
class VoidLink extends Error {}

async function spend(
  transaction: Transaction,
  secret: string,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string },
): Promise<LinkUse> {
  await lockPeople(transaction)
  const [link] = await transaction.execute<LinkRow>(sql`
    update desk.link set used_at = now()
    where hash = ${hashSecret(secret)} and purpose <> 'second-factor' and used_at is null and expires_at > now()
    returning purpose, "user", email, role, expires_at`)
  if (!link) throw new VoidLink()
  if (link.purpose === 'reset') {
    const reset = await transaction.execute(sql`
      update desk."user" set password_hash = ${passwordHash} where id = ${link.user} and not disabled returning id`)
    if (reset.length === 0 || link.user === null) throw new VoidLink()
    await removeSessions(transaction, link.user, null)
    await writeAudit(transaction, { actor: link.user, event: 'password-reset', subject: `person ${link.user}` })
    return { ok: true, email }
  }
  const person = await insertPerson(transaction, { name, email, role: link.role, passwordHash })
  await writeAudit(transaction, { actor: person, event: 'joined', subject: `person ${person}`, detail: link.role })
  return { ok: true, email }
}

/** Whether anybody has an account. */
export async function hasPeople(transaction: Transaction): Promise<boolean> {
  const people = await transaction.execute(sql`select id from desk."user" limit 1`)
  return people.length > 0
}

/** The link that replaces every earlier one to the same person's password. */
export async function insertResetLink(transaction: Transaction, user: string, by: string | null): Promise<string> {
  await transaction.execute(sql`
    delete from desk.link where purpose = 'reset' and used_at is null and "user" = ${user}`)
  return insertLink(transaction, { purpose: 'reset', user, by, hours: 1 })
}

/** @returns the path of the new link, which nobody can tell from what is stored */
export async function insertLink(
  transaction: Transaction,
  link: { purpose: LinkPurpose; user?: string; email?: string; role?: Role; by: string | null; hours: number },
): Promise<string> {
  const secret = makeSecret()
  await transaction.execute(sql`
    insert into desk.link (hash, purpose, "user", email, role, created_by, expires_at)
    values (${hashSecret(secret)}, ${link.purpose}, ${link.user ?? null}, ${link.email ?? null}, ${link.role ?? null},
      ${link.by}, now() + make_interval(hours => ${link.hours}::int))`)
  return `/welcome/${secret}`
}
