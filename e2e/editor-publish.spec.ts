import type { APIRequestContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { getEdition, getForm, giveReason, PASSWORD, publish, test } from './testing/desk'

const FIGURE = 'lgd_balance_total.CN-GZ.2023-12-31.I.official'
const VIEW = '/debt?indicator=lgd_balance_total&area=CN-GZ&from=2023&to=2023'

test('an editor signs in, changes a figure, and lands on the record with the new value', async ({
  page,
  browser,
  makePerson,
  baseURL,
}) => {
  const person = await makePerson('Lin Wei')
  const edition = await getEdition(page)
  const pinned = `/@${edition}${VIEW}`
  const files = await readFiles(page.request, pinned)
  const old = (files.rows[0]?.value ?? '') as string
  const value = String(Number(old.split('.')[0]) + 1)

  const reader = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage()
  await reader.goto('/areas/CN-GZ')
  await reader.goto(VIEW)
  await expectValue(reader, old)
  const inBrowser = await fetchValue(reader)
  expect(inBrowser).toBe(old)

  await page.goto(`/debt/${FIGURE}`)
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`/edit/observation/${FIGURE}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Guizhou')
  await expect(page.getByLabel('Value')).toHaveValue(old)
  await page.getByLabel('Value').fill(Number(value).toLocaleString('en-US'))
  await giveReason(page, 'The ministry restated it')
  await publish(page)
  await page.waitForURL(`/debt/${FIGURE}`)
  const landed = Date.now()

  const soft = reader.context().newPage()
  await reader.reload()
  await expectValue(reader, value)
  expect(Date.now() - landed, 'milliseconds until a reload shows it').toBeLessThan(500 + RENDERING)
  expect(await fetchValue(reader)).toBe(value)
  await expect(page.getByRole('main')).toContainText(Number(value).toLocaleString('en-US'))
  await expect(page.locator('#history, section').filter({ hasText: 'The ministry restated it' }).first()).toBeVisible()
  await (await soft).close()

  await page.goto(pinned)
  await expectValue(page, old)
  const notice = page.getByRole('complementary', { name: `Edition ${edition}` })
  await expect(notice.locator('tr[data-field]')).toHaveCount(1)
  await expect(notice.locator('tr[data-field="value"]')).toContainText(Number(old).toLocaleString('en-US'))
  await expect(notice.locator('tr[data-field="value"]')).toContainText(Number(value).toLocaleString('en-US'))
  await expect(notice).toContainText('Lin Wei')
  await expect(notice).toContainText('The ministry restated it')
  const after = await readFiles(page.request, pinned)
  expect(after.json).toBe(files.json)
  expect(after.csv).toBe(files.csv)
})

/** Drawing a view for the first time takes this machine some time more than the edition takes to be known. */
const RENDERING = 1_500

test('a reader half a second later sees it by reload, by soft navigation and by fetch', async ({ editor, browser }) => {
  const path = '/debt?indicator=lgd_balance_total&area=CN-YN&from=2023&to=2023'
  const figure = 'lgd_balance_total.CN-YN.2023-12-31.I.official'
  const pages = await Promise.all(
    ['reload', 'soft', 'fetch'].map(async () => {
      const page = await (await browser.newContext({ baseURL: new URL(editor.url()).origin })).newPage()
      await page.goto(path)
      return page
    }),
  ).catch(() => [])
  expect(pages).toHaveLength(3)
  const [reload, soft, fetching] = pages as [Page, Page, Page]
  const old = await readValue(reload)
  await soft.getByRole('link', { name: 'Guizhou' }).first().waitFor({ state: 'detached' })
  await soft.getByRole('link', { name: 'Yunnan' }).first().click()
  await expect(soft).toHaveURL('/areas/CN-YN')

  const value = await changeValue(editor, figure, 1)
  expect(value).not.toBe(old)
  await editor.waitForTimeout(500)
  await soft.goBack()
  expect(await readValue(soft), 'soft navigation').toBe(value)
  await reload.reload()
  expect(await readValue(reload), 'reload').toBe(value)
  const fetched = await fetching.evaluate(async (address) => (await fetch(address)).text(), path)
  expect(fetched.includes(value), 'fetch').toBe(true)
})
