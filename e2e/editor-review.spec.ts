import { type Browser, expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { transact } from '@/db/client'
import type { Role } from '@/domain/permission'
import { getEdition, getForm, giveReason, type Person, publish, signIn, test } from './testing/desk'

type MakePerson = (name: string, role?: Role) => Promise<Person>

/** Another browser, in which somebody else is signed in. */
async function enter(browser: Browser, baseURL: string, person: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL })
  await signIn(context, person)
  return context.newPage()
}

async function enterAs(browser: Browser, baseURL: string | undefined, make: MakePerson, name: string, role?: Role) {
  return enter(browser, baseURL ?? '', await make(name, role))
}

async function typeValue(page: Page, figure: string, value: string, reason: string) {
  await page.goto(`/edit/observation/${figure}`)
  await page.getByLabel('Value').fill(value)
  await giveReason(page, reason)
}

const decide = (page: Page) => page.getByRole('button', { name: 'Send the decision' })
const hasValue = (page: Page) => page.locator('dd[data-field=value]')

test('what a contributor proposes is sent back, mended and published under both names', async ({
  browser,
  baseURL,
  makePerson,
}) => {
  const figure = 'general_transfer.CN-HE.2024.A.official'
  const contributor = await enterAs(browser, baseURL, makePerson, 'He Proposes', 'contributor')
  const editor = await enterAs(browser, baseURL, makePerson, 'She Reviews')
  const edition = await getEdition(editor)

  await typeValue(contributor, figure, '11111', 'A slip of the pen')
  await getForm(contributor).getByRole('button', { name: 'Propose' }).last().click()
  await expect(contributor).toHaveURL(/\/edit\/proposals\/\d+$/)
  const address = new URL(contributor.url()).pathname
  await expect(contributor.getByRole('heading', { level: 1 })).toHaveText('A slip of the pen')
  await expect(contributor.getByRole('option', { name: 'Publish' })).toHaveCount(0)
  await contributor.goto(`/debt/${figure}`)
  await expect(hasValue(contributor)).not.toContainText('11,111')
  expect(await getEdition(editor)).toBe(edition)

  await editor.goto('/edit/proposals')
  await editor.getByRole('link', { name: 'A slip of the pen' }).click()
  await expect(editor.locator('tr[data-field=value]')).toContainText('11,111')
  await editor.getByLabel('Decision').selectOption({ label: 'Ask for changes' })
  await decide(editor).click()
  await expect(editor.locator('#decide').getByRole('alert')).toContainText('A note is needed')
  await editor.getByLabel('Note').fill('The table says otherwise')
  await editor.getByLabel('Decision').selectOption({ label: 'Ask for changes' })
  await decide(editor).click()
  await expect(editor.locator('[data-event=changes-wanted]')).toContainText('The table says otherwise')

  await contributor.goto(address)
  await contributor.getByRole('link', { name: 'Change what is proposed' }).click()
  await expect(contributor.getByLabel('Value')).toHaveValue('11111')
  await contributor.getByLabel('Value').fill('22222')
  await giveReason(contributor, 'As the table says')
  await getForm(contributor).getByRole('button', { name: 'Propose' }).last().click()
  await expect(contributor).toHaveURL(address)
  await expect(contributor.locator('tr[data-field=value]')).toContainText('22,222')

  await editor.goto(address)
  await editor.getByLabel('Decision').selectOption({ label: 'Publish' })
  await decide(editor).click()
  await expect(editor.locator('[data-event=published]')).toBeVisible()
  await editor.getByRole('link', { name: `Published as edition ${edition + 1}` }).click()
  await expect(editor.getByText('by He Proposes')).toBeVisible()
  await expect(editor.getByText('reviewed by She Reviews')).toBeVisible()
  await editor.goto(`/debt/${figure}`)
  await expect(hasValue(editor)).toContainText('22,222')
})

test('a contributor sees and withdraws only what is their own', async ({ browser, baseURL, makePerson }) => {
  const mine = await enterAs(browser, baseURL, makePerson, 'Mine', 'contributor')
  const other = await enterAs(browser, baseURL, makePerson, 'Other', 'contributor')
  await typeValue(mine, 'general_transfer.CN-SX.2024.A.official', '1', 'Not for other eyes')
  await getForm(mine).getByRole('button', { name: 'Propose' }).last().click()
  await expect(mine).toHaveURL(/\/edit\/proposals\/\d+$/)
  const address = new URL(mine.url()).pathname
  expect((await other.goto(address))?.status()).toBe(404)
  await other.goto('/edit/proposals')
  await expect(other.getByText('Not for other eyes')).toHaveCount(0)
  await mine.getByRole('button', { name: 'Take it back' }).click()
  await expect(mine.locator('[data-event=withdrawn]')).toBeVisible()
})

test('under four eyes nobody publishes what they had a hand in', async ({ browser, baseURL, makePerson, editor }) => {
  const figure = 'general_transfer.CN-JL.2024.A.official'
  await transact((transaction) =>
    transaction.execute(sql`
      insert into desk.policy (name, enabled, changed_by) select 'four-eyes', true, id from desk."user" limit 1
      on conflict (name) do update set enabled = true`),
  )
  try {
    const second = await enterAs(browser, baseURL, makePerson, 'Second Pair')
    await typeValue(editor, figure, '33333', 'Seen in the report')
    await getForm(editor).getByRole('button', { name: 'Propose' }).last().click()
    await expect(editor).toHaveURL(/\/edit\/proposals\/\d+$/)
    await expect(editor.getByText('Somebody else has to publish this')).toBeVisible()
    await expect(editor.getByLabel('Decision').getByRole('option')).toHaveText(['Ask for changes', 'Decline'])
    await second.goto(new URL(editor.url()).pathname)
    await second.getByLabel('Decision').selectOption({ label: 'Publish' })
    await decide(second).click()
    await expect(second.locator('[data-event=published]')).toBeVisible()
    await second.goto(`/debt/${figure}`)
    await expect(hasValue(second)).toContainText('33,333')
  } finally {
    await transact((transaction) => transaction.execute(sql`update desk.policy set enabled = false`))
  }
})

test('a proposal whose record moved is set on the newest version, field by field', async ({
  browser,
  baseURL,
  makePerson,
  editor,
}) => {
  const figure = 'general_transfer.CN-HL.2024.A.official'
  const contributor = await enterAs(browser, baseURL, makePerson, 'Slow', 'contributor')
  await typeValue(contributor, figure, '44444', 'Slow but right')
  await getForm(contributor).getByRole('button', { name: 'Propose' }).last().click()
  await expect(contributor).toHaveURL(/\/edit\/proposals\/\d+$/)
  await typeValue(editor, figure, '55555', 'Quick')
  await publish(editor)
  await expect(editor).toHaveURL(`/debt/${figure}`)

  await contributor.reload()
  await expect(contributor.locator('[data-standing=conflict]')).toContainText('newest versions')
  const conflict = contributor.locator('tr[data-conflict=value]')
  await expect(conflict).toContainText('55555')
  await expect(conflict).toContainText('44444')
  await contributor.getByRole('button', { name: 'Set on the newest versions' }).click()
  await expect(contributor.locator('[data-standing=good]')).toBeVisible()
  await expect(contributor.locator('[data-event=rebased]')).toBeVisible()
})

test('an edition is taken back, and an older version opened again', async ({ editor }) => {
  const figure = 'general_transfer.CN-AH.2024.A.official'
  await editor.goto(`/debt/${figure}`)
  await expect(hasValue(editor)).toContainText('3,776.05')
  await typeValue(editor, figure, '66666', 'A wrong file')
  await publish(editor)
  await expect(hasValue(editor)).toContainText('66,666')
  const wrong = await getEdition(editor)

  await editor.goto(`/editions/${wrong}`)
  await editor.getByRole('link', { name: 'Take back' }).click()
  await expect(editor.locator('tr[data-field=value]')).toContainText('66,666')
  await editor.getByLabel('Reason').fill('The wrong file was read')
  await editor.getByRole('button', { name: 'Take it back' }).click()
  await expect(editor).toHaveURL(`/editions/${wrong + 1}`)
  await expect(editor.getByRole('link', { name: `Takes back edition ${wrong}` })).toBeVisible()
  await editor.goto(`/debt/${figure}`)
  await expect(hasValue(editor)).toContainText('3,776.05')

  await editor.goto(`/edit/observation/${figure}/versions?from=${wrong}`)
  await expect(editor.locator('tr[data-field=value]')).toContainText('66,666')
  await editor.getByRole('link', { name: 'Open the older version in the form' }).click()
  await expect(editor.getByLabel('Value')).toHaveValue('66666')
})
