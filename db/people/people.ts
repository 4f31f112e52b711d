import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { readDesk, type Transaction, transact } from '@/db/client'
import type { Role } from '@/domain/permission'
import { parseEmail } from '@/domain/person'
import { writeAudit } from './audit'
import { holdPolicies, type PolicyName } from './policies'
import { dropFactor } from './second-factor'
import { removeSessions } from './sessions'

export type Person = {
  id: string
  name: string
  email: string
  role: Role
  disabled: boolean
  sessions: number
  usedAt: Date | null
  hasFactor: boolean
}

export type PersonError = 'forbidden' | 'unknown-person' | 'last-admin' | 'two-editors'
export type PersonResult = { ok: true } | { ok: false; error: PersonError }

/** A change to a person by an admin; both are ids. */
export type PersonChange = { by: string; user: string }

/** Everybody who has an account, by name; `usedAt` is the last use of an open session. */
export function listPeople(): Promise<Person[]> {
  return readDesk(async (database) => {
    const rows = await database.execute<PersonRow>(sql`
      select person.id, editor.name, person.email, person.role, person.disabled, person.totp_since is not null as has_factor,
        count(session.hash)::int as sessions, max(session.used_at) as used_at
      from desk."user" person
      join editor on editor.id = person.id
      left join desk.session on session."user" = person.id
        and session.expires_at > now() and session.used_at > now() - interval '7 days'
      group by person.id, editor.name
      order by editor.name, person.id`)
    return rows.map(({ used_at, has_factor, ...person }) => {
      return { ...person, hasFactor: has_factor, usedAt: used_at === null ? null : new Date(used_at) }
    })
  })
}

/** The id of an active person who may hand something in, by e-mail address; null for any other. */
export async function getAuthor(given: string): Promise<string | null> {
  const email = parseEmail(given)
  const [row] = await readDesk((database) =>
    database.execute<{ id: string }>(sql`select id from desk."user" where email = ${email} and not disabled`),
  )
  return row?.id ?? null
}

type PersonRow = Omit<Person, 'usedAt' | 'hasFactor'> & { used_at: string | null; has_factor: boolean }

/** Makes somebody an editor or an admin. The last active admin stays one. */
export function changeRole({ by, user, role }: PersonChange & { role: Role }): Promise<PersonResult> {
  return administerPerson(by, async (transaction) => {
    if (role !== 'admin' && (await isLastAdmin(transaction, user))) return { ok: false, error: 'last-admin' }
    const changed = await transaction.execute(
      sql`update desk."user" set role = ${role} where id = ${user} returning id`,
    )
    if (role !== 'admin') await voidLinksBy(transaction, user)
    await writeAudit(transaction, { actor: by, event: 'role-changed', subject: `person ${user}`, detail: role })
    return checkEyes(transaction, toResult(changed.length))
  })
}

/** Takes somebody's access away: sessions, open links and known browsers end with it. The last active admin stays. */
export function disablePerson({ by, user }: PersonChange): Promise<PersonResult> {
  return administerPerson(by, async (transaction) => {
    if (await isLastAdmin(transaction, user)) return { ok: false, error: 'last-admin' }
    const changed = await transaction.execute(sql`
      update desk."user" set disabled = true where id = ${user} returning id`)
    await removeSessions(transaction, user, null)
    await transaction.execute(sql`delete from desk.link where used_at is null and "user" = ${user}`)
    await voidLinksBy(transaction, user)
    await writeAudit(transaction, { actor: by, event: 'disabled', subject: `person ${user}` })
    return checkEyes(transaction, toResult(changed.length))
  })
}

/** Gives access back, with the password as it was. */
export function enablePerson({ by, user }: PersonChange): Promise<PersonResult> {
  return administer(by, async (transaction) => {
    const changed = await transaction.execute(sql`
      update desk."user" set disabled = false where id = ${user} returning id`)
    await writeAudit(transaction, { actor: by, event: 'enabled', subject: `person ${user}` })
    return toResult(changed.length)
  })
}

/** Signs somebody out everywhere. */
export function endSessions({ by, user }: PersonChange): Promise<PersonResult> {
  return administer(by, async (transaction) => {
    const found = await transaction.execute(sql`select id from desk."user" where id = ${user}`)
    await removeSessions(transaction, user, null)
    await writeAudit(transaction, { actor: by, event: 'sessions-ended', subject: `person ${user}` })
    return toResult(found.length)
  })
}

/** Takes away the second factor of somebody who lost it; they sign in with their password and set up another. */
export function resetFactor({ by, user }: PersonChange): Promise<PersonResult> {
  return administer(by, async (transaction) => {
    const found = await transaction.execute(
      sql`select id from desk."user" where id = ${user} and totp_since is not null`,
    )
    if (found.length > 0) await dropFactor(transaction, by, user)
    return toResult(found.length)
  })
}

/**
 * Sets a switch. Four eyes need two active people who publish, and a second factor can be asked of others only by who
 * has one.
 */
export function setPolicy({
  by,
  name,
  enabled,
}: {
  by: string
  name: PolicyName
  enabled: boolean
}): Promise<{ ok: true } | { ok: false; error: 'forbidden' | 'two-editors' | 'own-factor' }> {
  return administer(by, async (transaction) => {
    if (enabled && name === 'four-eyes' && (await countPublishers(transaction)) < 2) {
      return { ok: false, error: 'two-editors' } as const
    }
    const own = await transaction.execute(sql`select id from desk."user" where id = ${by} and totp_since is not null`)
    if (enabled && name === 'second-factor' && own.length === 0) return { ok: false, error: 'own-factor' } as const
    await transaction.execute(sql`
      insert into desk.policy (name, enabled, changed_by) values (${name}, ${enabled}, ${by})
      on conflict (name) do update set enabled = excluded.enabled, changed_by = excluded.changed_by, changed_at = now()`)
    const detail = enabled ? 'on' : 'off'
    await writeAudit(transaction, { actor: by, event: 'policy-changed', subject: `policy ${name}`, detail })
    return { ok: true } as const
  })
}

/** Thrown to roll back what would leave four eyes to one person. */
class TooFew extends Error {}

/** @throws TooFew where four eyes are asked for and fewer than two people could give them */
async function checkEyes(transaction: Transaction, result: PersonResult): Promise<PersonResult> {
  const isOn = (await holdPolicies(transaction))['four-eyes']
  if (result.ok && isOn && (await countPublishers(transaction)) < 2) throw new TooFew()
  return result
}

async function countPublishers(transaction: Transaction): Promise<number> {
  const rows = await transaction.execute(
    sql`select id from desk."user" where role in ('editor', 'admin') and not disabled`,
  )
  return rows.length
}

/** Gives a person another public name; every edition they published shows it. */
export async function changeName(user: string, name: string): Promise<void> {
  await transact(async (transaction) => {
    await transaction.execute(sql`update editor set name = ${name} where id = ${user}`)
    await writeAudit(transaction, { actor: user, event: 'name-changed', subject: `person ${user}` })
  })
}

/** A new account with a password; its id is drawn, since it stands in public and tells nothing of the person. */
export async function insertPerson(
  transaction: Transaction,
  { name, email, role, passwordHash }: { name: string; email: string; role: Role; passwordHash: string },
): Promise<string> {
  const id = `e-${randomBytes(5).toString('hex')}`
  await transaction.execute(sql`insert into editor (id, name) values (${id}, ${name})`)
  await transaction.execute(sql`
    insert into desk."user" (id, email, role, password_hash) values (${id}, ${email}, ${role}, ${passwordHash})`)
  return id
}

/** One change to people at a time: what is counted under this lock stays true until the end of the transaction. */
export async function lockPeople(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended('people', 0))`)
}

/** Runs a change as an admin who is still one when it is their turn. */
export function administer<R>(
  by: string,
  work: (transaction: Transaction) => Promise<R>,
): Promise<R | { ok: false; error: 'forbidden' }> {
  return transact(async (transaction) => {
    await lockPeople(transaction)
    const admins = await transaction.execute(sql`
      select id from desk."user" where id = ${by} and role = 'admin' and not disabled`)
    return admins.length === 1 ? work(transaction) : { ok: false, error: 'forbidden' }
  })
}

async function administerPerson(
  by: string,
  work: (transaction: Transaction) => Promise<PersonResult>,
): Promise<PersonResult> {
  try {
    return await administer(by, work)
  } catch (error) {
    if (error instanceof TooFew) return { ok: false, error: 'two-editors' }
    throw error
  }
}

async function isLastAdmin(transaction: Transaction, user: string): Promise<boolean> {
  const admins = await transaction.execute<{ id: string }>(sql`
    select id from desk."user" where role = 'admin' and not disabled`)
  return admins.length === 1 && admins[0]?.id === user
}

/** What somebody who is no admin any more has made for others to come in with. */
async function voidLinksBy(transaction: Transaction, user: string): Promise<void> {
  await transaction.execute(sql`delete from desk.link where used_at is null and created_by = ${user}`)
}

function toResult(found: number): PersonResult {
  return found === 1 ? { ok: true } : { ok: false, error: 'unknown-person' }
}
