import { sql } from 'drizzle-orm'
import { generateSync } from 'otplib'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { readDesk, transact } from '@/db/client'
import { addTestEditor, useTestDatabase } from '@/db/testing/use-database'
import { proveAgain } from './own-password'
import { insertPerson, resetFactor, setPolicy } from './people'
import { confirmFactor, getFactor, makeRecoveryCodes, prepareFactor } from './second-factor'
import { hashPassword } from './secret'
import { getSession } from './sessions'
import { signIn, signInWithCode } from './sign-in'

useTestDatabase()

const PASSWORD = 'Ladle-anvil-82-orchard'
const from = { address: '192.0.2.7', device: 'd'.repeat(43), agent: null }
let passwordHash = ''
let count = 0
let user = ''
let email = ''

beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret for tests of thirty-two letters'
  passwordHash = await hashPassword(PASSWORD)
})

beforeEach(async () => {
  count += 1
  email = `person-${count}@example.org`
  user = await transact((transaction) => insertPerson(transaction, { name: 'P', email, role: 'editor', passwordHash }))
})

/** The code an app shows now, or `steps` half minutes from now. */
async function codeAt(steps = 0): Promise<string> {
  const prepared = await prepareFactor(user)
  const secret = prepared?.secret ?? secrets.get(user) ?? ''
  secrets.set(user, secret)
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })
}
const secrets = new Map<string, string>()

async function setUp(): Promise<string[]> {
  const confirmed = await confirmFactor(user, await codeAt(-1))
  if (!confirmed.ok) throw new Error('the factor was not confirmed')
  return confirmed.codes
}

const enter = () => signIn({ email, password: PASSWORD, ...from })
async function enterHalf(): Promise<string> {
  const answer = await enter()
  if (answer.ok || answer.error !== 'code-needed') throw new Error('no second step was asked for')
  return answer.half
}

test('a secret counts once a code of it was typed, and is not kept in clear', async () => {
  expect(await confirmFactor(user, '000000')).toEqual({ ok: false, error: 'code' })
  expect(await getFactor(user)).toMatchObject({ active: false })
  expect((await enter()).ok).toBe(true)
  const codes = await setUp()
  expect(codes).toHaveLength(10)
  expect(await getFactor(user)).toMatchObject({ active: true, codesLeft: 10 })
  const [row] = await readDesk((database) =>
    database.execute(sql`select totp_secret from desk."user" where id = ${user}`),
  )
  expect(String(row?.totp_secret)).not.toContain(secrets.get(user))
})

test('a password alone opens nothing, a code opens once', async () => {
  await setUp()
  const half = await enterHalf()
  expect(await signInWithCode({ half, code: '123', ...from })).toEqual({ ok: false, error: 'code' })
  const code = await codeAt()
  expect(await signInWithCode({ half, code, ...from })).toMatchObject({ ok: true, user })
  expect(await signInWithCode({ half, code, ...from })).toEqual({ ok: false, error: 'void' })
  expect(await signInWithCode({ half: await enterHalf(), code, ...from })).toEqual({ ok: false, error: 'code' })
})

test('of many who type the same code at once one is let in', async () => {
  await setUp()
  const half = await enterHalf()
  const code = await codeAt()
  const answers = await Promise.all(Array.from({ length: 8 }, () => signInWithCode({ half, code, ...from })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a recovery code works once, with or without its dash', async () => {
  const [first = ''] = await setUp()
  const asked = async (code: string) => signInWithCode({ half: await enterHalf(), code, ...from })
  expect(await asked(first.replace('-', ' ').toUpperCase())).toMatchObject({ ok: true })
  expect(await asked(first)).toEqual({ ok: false, error: 'code' })
  expect(await getFactor(user)).toMatchObject({ codesLeft: 9 })
  expect(await makeRecoveryCodes(user)).toHaveLength(10)
})

test('a password changed after the first step voids the second', async () => {
  await setUp()
  const half = await enterHalf()
  const other = await hashPassword('Another-ladle-31-anvil')
  await transact((transaction) =>
    transaction.execute(sql`update desk."user" set password_hash = ${other} where id = ${user}`),
  )
  expect(await signInWithCode({ half, code: await codeAt(), ...from })).toEqual({ ok: false, error: 'code' })
})

test('guessing ends after ten wrong codes', async () => {
  await setUp()
  const half = await enterHalf()
  const answers = []
  for (let round = 0; round < 11; round += 1) answers.push(await signInWithCode({ half, code: '000000', ...from }))
  expect(answers.map((answer) => (answer.ok ? 'in' : answer.error))).toEqual([...Array(10).fill('code'), 'throttled'])
})

test('whoever sits at an open session proves themselves by password and code', async () => {
  const entered = await enter()
  const session = (entered.ok && (await getSession(entered.session))?.session) || ''
  await transact((transaction) =>
    transaction.execute(sql`update desk.session set proved_at = now() - interval '1 hour' where hash = ${session}`),
  )
  const secret = entered.ok ? entered.session : ''
  expect(await getSession(secret)).toMatchObject({ isFresh: false, needsFactor: false })
  await setUp()
  const proving = { user, session, address: from.address }
  expect(await proveAgain({ ...proving, password: 'wrong', code: '' })).toEqual({ ok: false, error: 'wrong-current' })
  expect(await proveAgain({ ...proving, password: PASSWORD, code: '' })).toEqual({ ok: false, error: 'code' })
  expect(await proveAgain({ ...proving, password: PASSWORD, code: await codeAt() })).toEqual({ ok: true })
  expect(await getSession(secret)).toMatchObject({ isFresh: true })
})

test('a rule asks it of editors and admins, and can be set only by who has it', async () => {
  const admin = await addTestEditor(`admin-${count}`, 'admin')
  const entered = await enter()
  const secret = entered.ok ? entered.session : ''
  const rule = { by: admin, name: 'second-factor', enabled: true } as const
  expect(await setPolicy(rule)).toEqual({ ok: false, error: 'own-factor' })
  await transact((transaction) =>
    transaction.execute(sql`update desk."user" set totp_since = now() where id = ${admin}`),
  )
  expect(await setPolicy({ ...rule, by: user })).toEqual({ ok: false, error: 'forbidden' })
  expect(await setPolicy(rule)).toEqual({ ok: true })
  expect(await getSession(secret)).toMatchObject({ needsFactor: true })
  await setUp()
  expect(await getSession(secret)).toMatchObject({ needsFactor: false })
  expect(await resetFactor({ by: admin, user })).toEqual({ ok: true })
  expect(await getSession(secret)).toMatchObject({ needsFactor: true })
  expect(await setPolicy({ ...rule, enabled: false })).toEqual({ ok: true })
})
