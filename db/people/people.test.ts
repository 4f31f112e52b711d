import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { transact } from '@/db/client'
import {
  createInvitation,
  createResetLink,
  getLink,
  listInvitations,
  redeemLink,
  withdrawInvitation,
} from '@/db/people/links'
import { changeRole, disablePerson, enablePerson, endSessions, listPeople } from '@/db/people/people'
import { makeSecret } from '@/db/people/secret'
import { getSession } from '@/db/people/sessions'
import { type SignInResult, signIn } from '@/db/people/sign-in'
import { makePerson, PASSWORD, removeEverybody } from '@/db/testing/people'
import { useTestDatabase } from '@/db/testing/use-database'

useTestDatabase()
beforeEach(removeEverybody)

const NEXT = 'another ledger entirely'

function enter(email: string, password = PASSWORD): Promise<SignInResult> {
  return signIn({ email, password, address: '192.0.2.1', device: makeSecret(), agent: null })
}

async function secretOf(email: string): Promise<string> {
  const result = await enter(email)
  if (!result.ok) throw new Error(result.error)
  return result.session
}

async function pathOf(link: Promise<{ ok: true; path: string } | { ok: false; error: string }>): Promise<string> {
  const made = await link
  if (!made.ok) throw new Error(made.error)
  return made.path.slice('/welcome/'.length)
}

test('of two admins who demote each other at once, one stays', async () => {
  for (let round = 0; round < 10; round += 1) {
    await removeEverybody()
    const [a, b] = [await makePerson('a@example.org', 'admin'), await makePerson('b@example.org', 'admin')]
    const results = await Promise.all([
      changeRole({ by: a, user: b, role: 'editor' }),
      round % 2 ? changeRole({ by: b, user: a, role: 'editor' }) : disablePerson({ by: b, user: a }),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await listPeople()).filter(({ role, disabled }) => role === 'admin' && !disabled)).toHaveLength(1)
  }
})

test('of two admins who step down at once, one stays', async () => {
  for (let round = 0; round < 10; round += 1) {
    await removeEverybody()
    const [a, b] = [await makePerson('a@example.org', 'admin'), await makePerson('b@example.org', 'admin')]
    const results = await Promise.all([
      changeRole({ by: a, user: a, role: 'editor' }),
      round % 2 ? changeRole({ by: b, user: b, role: 'editor' }) : disablePerson({ by: b, user: b }),
    ])
    expect(results.map((result) => (result.ok ? 'ok' : result.error)).sort()).toEqual(['last-admin', 'ok'])
  }
})

test('a disabled admin does not count as one who stays', async () => {
  const [a, b] = [await makePerson('a@example.org', 'admin'), await makePerson('b@example.org', 'admin')]
  expect(await disablePerson({ by: a, user: b })).toEqual({ ok: true })
  expect(await changeRole({ by: a, user: a, role: 'editor' })).toEqual({ ok: false, error: 'last-admin' })
  expect(await disablePerson({ by: a, user: a })).toEqual({ ok: false, error: 'last-admin' })
  expect(await changeRole({ by: b, user: a, role: 'editor' })).toEqual({ ok: false, error: 'forbidden' })
})

test('only an admin changes people', async () => {
  const [admin, editor] = [await makePerson('a@example.org', 'admin'), await makePerson('e@example.org')]
  for (const change of [disablePerson, enablePerson, endSessions]) {
    expect(await change({ by: editor, user: admin })).toEqual({ ok: false, error: 'forbidden' })
    expect(await change({ by: admin, user: 'e-nobody' })).toEqual({ ok: false, error: 'unknown-person' })
  }
  expect(await changeRole({ by: editor, user: editor, role: 'admin' })).toEqual({ ok: false, error: 'forbidden' })
  expect(await createResetLink({ by: editor, user: admin })).toEqual({ ok: false, error: 'forbidden' })
  const invitation = { by: editor, email: 'x@example.org', role: 'admin' } as const
  expect(await createInvitation(invitation)).toEqual({ ok: false, error: 'forbidden' })
})

test('a role counts from the next use of a session', async () => {
  const [admin, editor] = [await makePerson('a@example.org', 'admin'), await makePerson('e@example.org')]
  const secret = await secretOf('e@example.org')
  await changeRole({ by: admin, user: editor, role: 'admin' })
  expect((await getSession(secret))?.role).toBe('admin')
})

test('whoever is disabled is out at once, and comes back with the password, not the session', async () => {
  const [admin, editor] = [await makePerson('a@example.org', 'admin'), await makePerson('e@example.org')]
  const secret = await secretOf('e@example.org')
  const reset = await pathOf(createResetLink({ by: admin, user: editor }))
  await disablePerson({ by: admin, user: editor })
  expect(await getSession(secret)).toBeNull()
  expect(await enter('e@example.org')).toEqual({ ok: false, error: 'wrong' })
  expect(await getLink(reset)).toBeNull()
  await enablePerson({ by: admin, user: editor })
  expect(await getSession(secret)).toBeNull()
  expect(await enter('e@example.org')).toMatchObject({ ok: true })
})

test('an admin signs somebody out everywhere', async () => {
  const [admin, editor] = [await makePerson('a@example.org', 'admin'), await makePerson('e@example.org')]
  const [secret, own] = [await secretOf('e@example.org'), await secretOf('a@example.org')]
  expect((await listPeople()).map(({ email, sessions }) => [email, sessions])).toEqual([
    ['a@example.org', 1],
    ['e@example.org', 1],
  ])
  expect(await endSessions({ by: admin, user: editor })).toEqual({ ok: true })
  expect(await getSession(secret)).toBeNull()
  expect(await getSession(own)).not.toBeNull()
})

test('an invitation makes one account, with the role and the address it names', async () => {
  const admin = await makePerson('a@example.org', 'admin')
  const secret = await pathOf(createInvitation({ by: admin, email: 'New@Example.org', role: 'editor' }))
  expect(await getLink(secret)).toMatchObject({ purpose: 'invitation', email: 'new@example.org', role: 'editor' })
  expect(await listInvitations()).toMatchObject([{ email: 'new@example.org', role: 'editor' }])
  const form = { email: 'other@example.org', name: '李伟', password: NEXT }
  expect(await redeemLink(secret, { ...form, name: ' ' })).toEqual({ ok: false, error: 'name-missing' })
  expect(await redeemLink(secret, { ...form, password: 'short' })).toEqual({ ok: false, error: 'short' })
  const results = await Promise.all([redeemLink(secret, form), redeemLink(secret, form)])
  expect(results.map((result) => (result.ok ? result.email : result.error)).sort()).toEqual(['new@example.org', 'void'])
  expect(await enter('new@example.org', NEXT)).toMatchObject({ ok: true })
  expect(await enter('other@example.org', NEXT)).toMatchObject({ ok: false })
  expect(await listInvitations()).toEqual([])
  expect(await createInvitation({ by: admin, email: 'new@example.org', role: 'admin' })).toEqual({
    ok: false,
    error: 'email-taken',
  })
})

test('an invitation ends when it is withdrawn, made again, too old, or its maker is no admin any more', async () => {
  const [admin, maker] = [await makePerson('a@example.org', 'admin'), await makePerson('b@example.org', 'admin')]
  const invite = () => pathOf(createInvitation({ by: maker, email: 'new@example.org', role: 'admin' }))
  const first = await invite()
  const second = await invite()
  expect([await getLink(first), (await getLink(second))?.purpose]).toEqual([null, 'invitation'])
  const [open] = await listInvitations()
  await withdrawInvitation({ by: admin, id: open?.id ?? '' })
  expect(await getLink(second)).toBeNull()
  const third = await invite()
  await changeRole({ by: admin, user: maker, role: 'editor' })
  expect(await getLink(third)).toBeNull()
  const fourth = await pathOf(createInvitation({ by: admin, email: 'new@example.org', role: 'admin' }))
  await age('desk.link')
  expect(await getLink(fourth)).toBeNull()
  expect(await redeemLink(fourth, { email: '', name: 'x', password: NEXT })).toEqual({ ok: false, error: 'void' })
})

async function age(table: string): Promise<void> {
  await transact((transaction) =>
    transaction.execute(sql`update ${sql.raw(table)} set expires_at = now() - interval '1 second'`),
  )
}

test('a reset link used twice at once sets one password, and ends the sessions of the old', async () => {
  const [admin, editor] = [await makePerson('a@example.org', 'admin'), await makePerson('e@example.org')]
  for (let round = 0; round < 5; round += 1) {
    await transact((transaction) => transaction.execute(sql`delete from desk.sign_in_try`))
    const secret = await pathOf(createResetLink({ by: admin, user: editor }))
    const passwords = [`first ledger of ${round}`, `second ledger of ${round}`]
    const results = await Promise.all(
      passwords.map((password) => redeemLink(secret, { email: '', name: '', password })),
    )
    expect(results.map((result) => (result.ok ? 'ok' : result.error)).sort()).toEqual(['ok', 'void'])
    const entered = await Promise.all(passwords.map((password) => enter('e@example.org', password)))
    expect(entered.map(({ ok }) => ok)).toEqual(results.map(({ ok }) => ok))
    const session = entered.find((result) => result.ok)
    const last = await pathOf(createResetLink({ by: admin, user: editor }))
    expect(await redeemLink(last, { email: '', name: '', password: NEXT })).toEqual({
      ok: true,
      email: 'e@example.org',
    })
    expect(session?.ok && (await getSession(session.session))).toBeNull()
  }
})

test('a reset link lasts an hour, and a later one replaces it', async () => {
  const [admin, editor] = [await makePerson('a@example.org', 'admin'), await makePerson('e@example.org')]
  const first = await pathOf(createResetLink({ by: admin, user: editor }))
  const second = await pathOf(createResetLink({ by: admin, user: editor }))
  expect(await getLink(first)).toBeNull()
  const minutes = ((await getLink(second))?.expiresAt.getTime() ?? 0) / 60_000 - Date.now() / 60_000
  expect(minutes).toBeGreaterThan(58)
  expect(minutes).toBeLessThanOrEqual(60.1)
  await age('desk.link')
  expect(await getLink(second)).toBeNull()
})

test('what was never a link is none', async () => {
  for (const secret of ['', 'x', '\0', makeSecret(), `${makeSecret()}\n`]) expect(await getLink(secret)).toBeNull()
})
