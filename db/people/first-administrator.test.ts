import { expect, test } from 'vitest'
import { createAdministratorLink, prepareFirstAdministrator } from '@/db/people/first-administrator'
import { getLink, redeemLink } from '@/db/people/links'
import { listPeople } from '@/db/people/people'
import { makePerson, removeEverybody } from '@/db/testing/people'
import { useTestDatabase } from '@/db/testing/use-database'

useTestDatabase()

const form = { email: 'first@example.org', name: 'First', password: 'kettle and iron pot' }
const secretOf = (path: string | null) => path?.split('/welcome/')[1] ?? ''

// One story in the order in which it happens: each step rests on the one before.
test('the first administrator comes in by the newest link, once, and there is no second first', async () => {
  const first = secretOf(await prepareFirstAdministrator())
  expect(await getLink(first)).toMatchObject({ purpose: 'first-administrator', email: null, role: 'admin' })

  const address = await prepareFirstAdministrator({ siteUrl: 'https://record.example.org' })
  expect(address).toMatch(/^https:\/\/record\.example\.org\/welcome\/[\w-]{43}$/)
  expect(await getLink(first)).toBeNull()

  const byHand = await createAdministratorLink()
  expect(byHand).toMatchObject({ ok: true, email: null })
  expect(await getLink(secretOf(address))).toBeNull()

  await expect(prepareFirstAdministrator({ email: 'a@example.org', password: 'password1234' })).rejects.toThrow(
    'common',
  )
  const last = secretOf(await prepareFirstAdministrator())
  expect(await redeemLink(last, { ...form, email: 'no address' })).toEqual({ ok: false, error: 'email' })
  const used = await Promise.all([redeemLink(last, form), redeemLink(last, { ...form, email: 'second@example.org' })])
  expect(used.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await listPeople()).map(({ role }) => role)).toEqual(['admin'])

  expect(await prepareFirstAdministrator()).toBeNull()
  expect(await prepareFirstAdministrator({ email: 'late@example.org', password: 'kettle and iron pot' })).toBeNull()
  expect(await listPeople()).toHaveLength(1)
})

test('a link of the first administrator is void once there is somebody', async () => {
  await removeEverybody()
  const secret = secretOf(await prepareFirstAdministrator())
  await makePerson('soon@example.org', 'admin')
  expect(await getLink(secret)).toBeNull()
  expect(await redeemLink(secret, form)).toEqual({ ok: false, error: 'void' })
  await prepareFirstAdministrator()
})

test('a lost administrator is named where there are several', async () => {
  const [only] = await listPeople()
  expect(await createAdministratorLink()).toMatchObject({ ok: true, email: only?.email })
  await makePerson('zoe@example.org', 'admin')
  await makePerson('editor@example.org')
  const emails = [only?.email, 'zoe@example.org']
  expect(await createAdministratorLink()).toEqual({ ok: false, error: 'several', emails })
  expect(await createAdministratorLink('editor@example.org')).toEqual({ ok: false, error: 'unknown', emails })
  const made = await createAdministratorLink('Zoe@example.org')
  expect(made).toMatchObject({ ok: true, email: 'zoe@example.org' })
  expect(made.ok && (await getLink(secretOf(made.path)))).toMatchObject({ purpose: 'reset', role: 'admin' })
})

test('an address and a password in the environment make the administrator instead', async () => {
  await removeEverybody()
  const given = { email: 'Env@example.org', password: 'kettle and iron pot' }
  const waiting = secretOf(await prepareFirstAdministrator())
  expect(await prepareFirstAdministrator(given)).toBeNull()
  expect(await getLink(waiting)).toBeNull()
  expect(await listPeople()).toMatchObject([{ email: 'env@example.org', role: 'admin', disabled: false }])
})
