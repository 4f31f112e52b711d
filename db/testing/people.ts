import { transact } from '@/db/client'
import { insertPerson } from '@/db/people/people'
import { hashPassword } from '@/db/people/secret'
import { device, link, session, signInTry, user } from '@/db/schema/desk'
import type { Role } from '@/domain/permission'

/** The password of everybody in {@link makePerson}. */
export const PASSWORD = 'kettle and iron pot'

process.env.AUTH_SECRET ??= 'a secret of tests, thirty-two and more'

/** Somebody with an account and {@link PASSWORD}; returns the id. */
export async function makePerson(email: string, role: Role = 'editor'): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD)
  return transact((transaction) =>
    insertPerson(transaction, { name: email.split('@')[0] ?? '', email, role, passwordHash }),
  )
}

/** Takes everybody away, and what is theirs. */
export async function removeEverybody(): Promise<void> {
  await transact(async (transaction) => {
    for (const table of [session, link, device, signInTry, user]) await transaction.delete(table)
  })
}
