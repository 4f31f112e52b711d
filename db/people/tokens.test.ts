import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { transact } from '@/db/client'
import { loadFirstData } from '@/db/first-data'
import { addTestEditor, useTestDatabase } from '@/db/testing/use-database'
import { listAudit } from './list-audit'
import { listTokens, makeToken, openToken, revokeToken } from './tokens'

process.env.AUTH_SECRET ??= 'a secret of tests, thirty-two and more'
useTestDatabase()

const HERE = '192.0.2.7'
const make = (by: string) => makeToken({ by, name: 'nightly', scope: 'propose', days: 30 })

beforeAll(async () => {
  await loadFirstData()
  await addTestEditor('ed')
  await addTestEditor('contra', 'contributor')
})

test('a token opens what its owner may, by role as it is now, and only its hash is kept', async () => {
  const secret = (await make('contra')) ?? ''
  expect(secret).toMatch(/^pni_[A-Za-z0-9_-]{43}$/)
  expect(await openToken(secret, HERE)).toEqual({
    ok: true,
    holder: { id: 'contra', role: 'contributor', scope: 'propose' },
  })
  await transact((transaction) => transaction.execute(sql`update desk."user" set role = 'editor' where id = 'contra'`))
  expect(await openToken(secret, HERE)).toMatchObject({ holder: { role: 'editor' } })
  const [token] = await listTokens('contra')
  expect(token).toMatchObject({ name: 'nightly', scope: 'propose', active: true, usedAt: expect.any(Date) })
  expect(secret).not.toContain(token?.id ?? secret)
})

test.each([
  ['revoked', sql`update desk.token set revoked_at = now()`],
  ['out of date', sql`update desk.token set expires_at = now() - interval '1 second'`],
  ['of somebody disabled', sql`update desk."user" set disabled = true where id = 'ed'`],
])('a token that is %s opens nothing', async (_, change) => {
  const secret = (await make('ed')) ?? ''
  expect(await openToken(secret, HERE)).toMatchObject({ ok: true })
  await transact((transaction) => transaction.execute(change))
  expect(await openToken(secret, HERE)).toEqual({ ok: false, error: 'signed-out' })
  await transact((transaction) => transaction.execute(sql`update desk."user" set disabled = false where id = 'ed'`))
})

test('nobody revokes the token of another, and both ends are in the log', async () => {
  const secret = (await make('ed')) ?? ''
  const [token] = await listTokens('ed')
  await revokeToken('contra', token?.id ?? '')
  expect(await openToken(secret, HERE)).toMatchObject({ ok: true })
  await revokeToken('ed', token?.id ?? '')
  expect(await openToken(secret, HERE)).toMatchObject({ ok: false })
  const rows = await listAudit({ event: null, q: '', before: null }, 50)
  expect(rows.filter(({ event }) => event === 'token-revoked')).toMatchObject([{ actor: 'ed', detail: 'nightly' }])
})

test('sixty uses a minute, and who knows no token may try no longer than who knows no password', async () => {
  const secret = (await make('ed')) ?? ''
  await openToken(secret, HERE)
  await transact((transaction) =>
    transaction.execute(sql`update desk.token set uses = 60, minute = date_trunc('minute', now())`),
  )
  expect(await openToken(secret, HERE)).toEqual({ ok: false, error: 'throttled' })
  const answers = []
  for (let at = 0; at < 12; at += 1) answers.push(await openToken(`pni_${'a'.repeat(43)}`, '198.51.100.9'))
  expect(answers.filter(({ ok }) => ok)).toEqual([])
  expect(answers.at(-1)).toEqual({ ok: false, error: 'throttled' })
})

test('where a second factor is asked for, a token alone does not do', async () => {
  const secret = (await make('ed')) ?? ''
  await transact((transaction) =>
    transaction.execute(sql`insert into desk.policy (name, enabled, changed_by) values ('second-factor', true, 'ed')`),
  )
  expect(await openToken(secret, HERE)).toEqual({ ok: false, error: 'factor-needed' })
})
