import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDesk, transact } from '@/db/client'
import { changeOwnPassword } from '@/db/people/own-password'
import { makeSecret, NOBODYS_HASH } from '@/db/people/secret'
import { endOtherSessions, endOwnSession, endSession, getSession, listSessions } from '@/db/people/sessions'
import { type SignInAttempt, type SignInResult, signIn } from '@/db/people/sign-in'
import { makePerson, PASSWORD } from '@/db/testing/people'
import { useTestDatabase } from '@/db/testing/use-database'

useTestDatabase()

const WRONG = 'not the password at all'
let lastAddress = 0

function attempt(email: string, change: Partial<SignInAttempt> = {}): Promise<SignInResult> {
  lastAddress += 1
  const address = `203.0.${lastAddress >> 8}.${lastAddress & 255}`
  return signIn({ email, password: PASSWORD, address, device: makeSecret(), agent: 'Test/1', ...change })
}

function countAnswers(results: SignInResult[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const result of results) {
    const answer = result.ok ? 'ok' : result.error
    counts[answer] = (counts[answer] ?? 0) + 1
  }
  return counts
}

async function secretOf(email: string, device = makeSecret()): Promise<string> {
  const result = await attempt(email, { device })
  if (!result.ok) throw new Error(result.error)
  return result.session
}

test('signs in whoever knows the password, however the address is spelled', async () => {
  const id = await makePerson('wei@example.org', 'admin')
  const result = await attempt(' Wei@Example.org ')
  expect(result).toMatchObject({ ok: true, user: id })
  if (!result.ok) return
  expect(await getSession(result.session)).toMatchObject({ id, name: 'wei', email: 'wei@example.org', role: 'admin' })
})

test('of 50 wrong tries at once at most 10 are looked at, and then the right password is not either', async () => {
  await makePerson('many@example.org')
  const results = await Promise.all(Array.from({ length: 50 }, () => attempt('many@example.org', { password: WRONG })))
  expect(countAnswers(results)).toEqual({ wrong: 10, throttled: 40 })
  expect(await attempt('many@example.org')).toEqual({ ok: false, error: 'throttled' })
})

test('an account that does not exist gives the same answers', async () => {
  const results = await Promise.all(
    Array.from({ length: 50 }, () => attempt('nobody@example.org', { password: WRONG })),
  )
  expect(countAnswers(results)).toEqual({ wrong: 10, throttled: 40 })
})

test('an account that does not exist costs the same work', async () => {
  await makePerson('time@example.org')
  const [kept] = await readDesk((database) =>
    database.execute<{ hash: string }>(
      sql`select password_hash as hash from desk."user" where email = 'time@example.org'`,
    ),
  )
  const costOf = (hash = '') => hash.split('$').slice(1, 4).join('$')
  expect(costOf(NOBODYS_HASH)).toBe(costOf(kept?.hash))
  const took: Record<string, number[]> = { 'time@example.org': [], 'none@example.org': [] }
  for (let round = 0; round < 9; round += 1) {
    for (const [email, times] of Object.entries(took)) {
      const start = performance.now()
      await attempt(email, { password: WRONG })
      times.push(performance.now() - start)
    }
  }
  const middle = (times: number[] = []) => times.toSorted((a, b) => a - b)[4] ?? 0
  const ratio = middle(took['none@example.org']) / middle(took['time@example.org'])
  expect(ratio).toBeGreaterThan(0.6)
  expect(ratio).toBeLessThan(1.7)
})

test('one network address has 60 tries, over all accounts, whichever half of an IPv6 network it writes from', async () => {
  const results: SignInResult[] = []
  for (let n = 0; n < 70; n += 1) {
    const address = n % 2 ? '2001:db8:1:2::1' : `2001:0db8:1:2:${n}::5`
    results.push(await attempt(`account-${n}@example.org`, { password: WRONG, address }))
  }
  expect(countAnswers(results)).toEqual({ wrong: 60, throttled: 10 })
  expect(await attempt('account-99@example.org', { password: WRONG, address: '2001:db8:1:3::1' })).toEqual({
    ok: false,
    error: 'wrong',
  })
})

test('a browser that was in before has its own count, so strangers cannot lock an editor out', async () => {
  await makePerson('known@example.org')
  const device = makeSecret()
  const address = '198.51.100.7'
  await secretOf('known@example.org', device)
  for (let n = 0; n < 60; n += 1) await attempt(`other-${n}@example.org`, { password: WRONG, address })
  for (let n = 0; n < 11; n += 1) await attempt('known@example.org', { password: WRONG })
  expect(await attempt('known@example.org', { address })).toEqual({ ok: false, error: 'throttled' })
  expect(await attempt('known@example.org', { device, address })).toMatchObject({ ok: true })
  const own = await Promise.all(
    Array.from({ length: 30 }, () => attempt('known@example.org', { device, address, password: WRONG })),
  )
  expect(countAnswers(own)).toEqual({ wrong: 10, throttled: 20 })
})

test("a device cookie is known to its own account only, and is not found by guessing at another's", async () => {
  await makePerson('one@example.org')
  await makePerson('two@example.org')
  const device = makeSecret()
  await secretOf('one@example.org', device)
  for (let n = 0; n < 10; n += 1) await attempt('two@example.org', { password: WRONG })
  expect(await attempt('two@example.org', { device })).toEqual({ ok: false, error: 'throttled' })
})

test('tries are forgotten after 15 minutes, and a refused one does not prolong the wait', async () => {
  await makePerson('later@example.org')
  const knock = async () => {
    for (let n = 0; n < 12; n += 1) await attempt('later@example.org', { password: WRONG })
  }
  const wait = (minutes: number) =>
    transact((transaction) =>
      transaction.execute(sql`update desk.sign_in_try set at = at - make_interval(mins => ${minutes}::int)`),
    )
  await knock()
  await wait(14)
  expect(await attempt('later@example.org')).toEqual({ ok: false, error: 'throttled' })
  await knock()
  await wait(2)
  expect(await attempt('later@example.org')).toMatchObject({ ok: true })
})

test('neither an e-mail address nor a network address nor a secret is kept in clear', async () => {
  await makePerson('quiet@example.org')
  const device = makeSecret()
  const result = await attempt('quiet@example.org', { device, address: '192.0.2.99' })
  await attempt('stranger@example.org', { password: WRONG, address: '192.0.2.99' })
  const rows = await readDesk((database) =>
    database.execute(sql`
      select row_to_json(sign_in_try)::text as kept from desk.sign_in_try
      union all select row_to_json(session)::text from desk.session
      union all select row_to_json(device)::text from desk.device`),
  )
  const kept = JSON.stringify(rows)
  const secret = result.ok ? result.session : ''
  expect(secret).not.toBe('')
  for (const clear of ['quiet@', 'stranger@', '192.0.2', device, secret]) expect(kept).not.toContain(clear)
})

test('a session is dead after sign-out', async () => {
  await makePerson('out@example.org')
  const [first, second] = [await secretOf('out@example.org'), await secretOf('out@example.org')]
  await endSession(first)
  expect(await getSession(first)).toBeNull()
  expect(await getSession(second)).not.toBeNull()
})

test('a session ends 30 days after sign-in, or 7 days after its last use', async () => {
  const id = await makePerson('age@example.org')
  const secret = await secretOf('age@example.org')
  const set = (column: 'used_at' | 'expires_at', value: string) =>
    transact((transaction) =>
      transaction.execute(sql`
        update desk.session set ${sql.identifier(column)} = now() + ${value}::interval where "user" = ${id}`),
    )
  await set('used_at', '-167 hours')
  expect(await getSession(secret)).not.toBeNull()
  await set('used_at', '-169 hours')
  expect(await getSession(secret)).toBeNull()
  await set('used_at', '-1 hour')
  expect(await getSession(secret)).not.toBeNull()
  await set('expires_at', '-1 second')
  expect(await getSession(secret)).toBeNull()
  const [fresh] = await readDesk((database) =>
    database.execute<{ days: number }>(sql`
      select extract(day from expires_at - created_at)::int as days from desk.session where hash <> '' limit 1`),
  )
  expect(fresh?.days).toBe(30)
})

test('a person ends one or all others of their own sessions, and no one else’s', async () => {
  const id = await makePerson('mine@example.org')
  const other = await makePerson('theirs@example.org')
  const [a, b, c] = [
    await secretOf('mine@example.org'),
    await secretOf('mine@example.org'),
    await secretOf('mine@example.org'),
  ]
  const foreign = await secretOf('theirs@example.org')
  const named = (await getSession(a))?.session ?? ''
  await endOwnSession(other, named)
  expect(await getSession(a)).not.toBeNull()
  await endOwnSession(id, named)
  expect(await getSession(a)).toBeNull()
  await endOtherSessions(id, (await getSession(b))?.session ?? '')
  expect([await getSession(b), await getSession(c)].map((session) => session?.id)).toEqual([id, undefined])
  expect(await getSession(foreign)).not.toBeNull()
  expect((await listSessions(id)).map(({ agent }) => agent)).toEqual(['Test/1'])
})

test('a new password ends the other sessions and the old password; the old one is asked for', async () => {
  const user = await makePerson('change@example.org')
  const device = makeSecret()
  const [kept, other] = [await secretOf('change@example.org', device), await secretOf('change@example.org')]
  const session = (await getSession(kept))?.session ?? ''
  const change = { user, session, address: '192.0.2.1', current: PASSWORD, next: 'another ledger entirely' }
  expect(await changeOwnPassword({ ...change, current: WRONG })).toEqual({ ok: false, error: 'wrong' })
  expect(await changeOwnPassword({ ...change, next: 'too short' })).toEqual({ ok: false, error: 'short' })
  expect(await changeOwnPassword(change)).toEqual({ ok: true })
  expect(await getSession(kept)).not.toBeNull()
  expect(await getSession(other)).toBeNull()
  expect(await attempt('change@example.org')).toEqual({ ok: false, error: 'wrong' })
  expect(await attempt('change@example.org', { password: 'another ledger entirely' })).toMatchObject({ ok: true })
})

test('the old password is as hard to guess with a session as without', async () => {
  const user = await makePerson('thief@example.org')
  const session = (await getSession(await secretOf('thief@example.org')))?.session ?? ''
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      changeOwnPassword({
        user,
        session,
        address: '192.0.2.2',
        current: `guess number ${n}`,
        next: 'another ledger entirely',
      }),
    ),
  )
  const evaluated = guesses.filter((guess) => !guess.ok && guess.error === 'wrong')
  expect(evaluated.length).toBe(10)
})

test('whatever is typed, there is an answer', async () => {
  for (const email of ['', '\0', 'a\0@example.org', "' or 1=1 --", '李@例子.中国', `${'x'.repeat(5000)}@example.org`]) {
    expect(await attempt(email, { password: '\0', agent: 'x'.repeat(5000) })).toEqual({ ok: false, error: 'wrong' })
  }
  expect(await getSession('')).toBeNull()
})
