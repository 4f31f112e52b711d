import { sql } from 'drizzle-orm'
import { type Transaction, transact } from '@/db/client'
import { parsePassword } from '@/domain/password'
import { parseEmail } from '@/domain/person'
import { hasPeople, insertLink, insertResetLink } from './links'
import { insertPerson, lockPeople } from './people'
import { hashPassword } from './secret'

/** The address or the password given for the first administrator is refused; `reason` is a code. */
export class AdministratorRefused extends Error {
  constructor(readonly reason: 'email' | 'short' | 'long' | 'common' | 'own-email') {
    super(`the first administrator is refused: ${reason}`)
  }
}

/** Shown with what they publish until they choose a name of their own. */
const FIRST_NAME = 'Administrator'

/**
 * Sees to it that somebody can get in. With no user yet: makes the administrator from `email` and `password`, or voids the
 * links made before and makes one with which the first administrator sets a password, good for one hour.
 * @returns the new link (a path, or an address when `siteUrl` is given), or null when no link is needed
 * @throws AdministratorRefused when there is no user and the address or the password given is not good enough
 */
export async function prepareFirstAdministrator(
  given: { email?: string | undefined; password?: string | undefined; siteUrl?: string | undefined } = {},
): Promise<string | null> {
  return transact(async (transaction) => {
    await lockPeople(transaction)
    await transaction.execute(sql`delete from desk.link where purpose = 'first-administrator'`)
    if (await hasPeople(transaction)) return null
    if (given.email !== undefined && given.password !== undefined) {
      await insertAdministrator(transaction, given.email, given.password)
      return null
    }
    const path = await insertLink(transaction, { purpose: 'first-administrator', role: 'admin', by: null, hours: 1 })
    return given.siteUrl ? new URL(path, given.siteUrl).href : path
  })
}

async function insertAdministrator(transaction: Transaction, givenEmail: string, givenPassword: string): Promise<void> {
  const email = parseEmail(givenEmail)
  if (email === null) throw new AdministratorRefused('email')
  const parsed = parsePassword(givenPassword, email)
  if (!parsed.ok) throw new AdministratorRefused(parsed.error)
  const passwordHash = await hashPassword(parsed.password)
  await insertPerson(transaction, { name: FIRST_NAME, email, role: 'admin', passwordHash })
}

/** `several` lists the e-mail addresses of the active administrators, one of which must be named. */
export type AdministratorLink =
  | { ok: true; path: string; email: string | null }
  | { ok: false; error: 'unknown'; emails: string[] }
  | { ok: false; error: 'several'; emails: string[] }

/**
 * A way back in for whoever runs the machine, good for one hour and one use: the administrator sets a new password, which
 * ends the sessions of the old one. With no user yet it is the link of the first administrator.
 * @param email of which administrator; may be left out while there is only one
 */
export function createAdministratorLink(email?: string): Promise<AdministratorLink> {
  return transact(async (transaction): Promise<AdministratorLink> => {
    await lockPeople(transaction)
    if (!(await hasPeople(transaction))) {
      await transaction.execute(sql`delete from desk.link where purpose = 'first-administrator'`)
      const path = await insertLink(transaction, { purpose: 'first-administrator', role: 'admin', by: null, hours: 1 })
      return { ok: true, path, email: null }
    }
    const admins = await transaction.execute<{ id: string; email: string }>(sql`
      select id, email from desk."user" where role = 'admin' and not disabled order by email`)
    const emails = admins.map((admin) => admin.email)
    const wanted = email === undefined ? null : parseEmail(email)
    const chosen = email === undefined ? admins : admins.filter((admin) => admin.email === wanted)
    const [admin] = chosen
    if (!admin) return { ok: false, error: 'unknown', emails }
    if (chosen.length > 1) return { ok: false, error: 'several', emails }
    return { ok: true, path: await insertResetLink(transaction, admin.id, null), email: admin.email }
  })
}
