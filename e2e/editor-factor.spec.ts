import { expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { generateSync } from 'otplib'
import { transact } from '@/db/client'
import { PASSWORD, signIn, test } from './testing/desk'

async function typePassword(page: Page, email: string) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('somebody sets up a second factor and signs in with it', async ({ page, makePerson }) => {
  const person = await makePerson('Two Steps')
  await signIn(page.context(), person)
  await page.goto('/edit/account')
  await page.locator('summary', { hasText: 'Set it up' }).click()
  await expect(page.getByRole('img', { name: /scanned/ })).toBeVisible()
  const secret = await page.locator('section[aria-labelledby=factor-title] code').innerText()
  const code = page.getByLabel('Code of your app')
  await code.fill('000000')
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.locator('#factor').getByRole('alert')).toContainText('This code is not right')
  await code.fill(generateSync({ secret }))
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.locator('#factor').getByRole('listitem')).toHaveCount(10)
  const recovery = await page.locator('#factor').getByRole('listitem').first().innerText()
  await page.reload()
  await expect(page.getByText('Recovery codes left: 10')).toBeVisible()

  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await typePassword(page, person.email)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second step')
  expect((await page.request.get('/edit', { maxRedirects: 0 })).headers().location).toContain('/sign-in')
  await page.getByLabel('Code of your app').fill('111111')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This code is not right')
  await page.getByLabel('Code of your app').fill(recovery)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/edit')
})

test('rules are changed by who has just proved themselves, and the log says so', async ({ page, makePerson }) => {
  const admin = await makePerson('Rule Maker', 'admin')
  await makePerson('Second Pair')
  await signIn(page.context(), admin)
  await transact((transaction) =>
    transaction.execute(sql`update desk.session set proved_at = now() - interval '1 hour' where "user" = ${admin.id}`),
  )
  await page.goto('/edit/rules')
  const turnOn = page.getByRole('button', { name: 'Turn on: Four eyes' })
  await turnOn.click()
  await expect(page.locator('#rule-four-eyes').getByRole('alert')).toContainText('Prove first')
  await page.goto('/edit/prove')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('#prove').getByRole('status')).toBeVisible()
  await page.goto('/edit/rules')
  await turnOn.click()
  await expect(page.getByRole('button', { name: 'Turn off: Four eyes' })).toBeVisible()
  await page.getByRole('button', { name: 'Turn off: Four eyes' }).click()
  await expect(turnOn).toBeVisible()

  await page.goto('/edit/log?event=policy-changed')
  await expect(page.locator('tr[data-event=policy-changed]')).toHaveCount(2)
  await expect(page.locator('tr[data-event=policy-changed]').first()).toContainText('Rule Maker')
  const saved = await page.request.get('/edit/log/export?event=policy-changed')
  const lines = (await saved.text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain('Rule Maker,policy-changed,policy four-eyes')
})
