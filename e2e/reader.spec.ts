import { expect, type Page } from '@playwright/test'
import { awaken, pointAt } from './testing/awaken'
import { test } from './testing/warm-page'

const BALANCE = 'Local government debt balance'

test('filters by the form, takes a filter away, sorts, opens a figure and goes back', async ({ page, request }) => {
  await page.goto('/debt')
  await awaken(page)
  await markDocument(page)
  await choose(page, 'Indicator', BALANCE)
  await choose(page, 'Place', 'China')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL('/debt?indicator=lgd_balance_total&area=CN')
  const { total } = (await (await request.get('/debt.json?indicator=lgd_balance_total&area=CN')).json()) as {
    total: number
  }
  await expect(
    page
      .getByRole('main')
      .getByRole('paragraph')
      .filter({ hasText: `${total} figures` }),
  ).toHaveText(`${total} figures of ${BALANCE} for China.`)
  await expect(rows(page)).toHaveCount(total)
  await expect(page.getByRole('img', { name: BALANCE })).toBeVisible()

  await page.getByRole('link', { name: /^Value/ }).click()
  await expect(page).toHaveURL('/debt?indicator=lgd_balance_total&area=CN&sort=-value')
  await expect(page.getByRole('columnheader', { name: /^Value/ })).toHaveAttribute('aria-sort', 'descending')
  const amounts = await readAmounts(page)
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))

  await rows(page)
    .first()
    .getByRole('link', { name: /\d{4}$/ })
    .click()
  await expect(page).toHaveURL(/\/debt\/lgd_balance_total\.CN\.\d{4}-\d\d-\d\d\.I\.official$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${BALANCE}, China, `))
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()

  await page.goBack()
  await expect(page).toHaveURL('/debt?indicator=lgd_balance_total&area=CN&sort=-value')
  await page.goBack()
  await expect(page).toHaveURL('/debt?indicator=lgd_balance_total&area=CN')
  await expect(page.getByRole('columnheader', { name: /^Period/ })).toHaveAttribute('aria-sort', 'descending')

  await page.getByRole('link', { name: 'Remove filter Place: China' }).click()
  await expect(page).toHaveURL('/debt?indicator=lgd_balance_total')
  await expect(page.getByRole('link', { name: `Remove filter Indicator: ${BALANCE}` })).toBeVisible()
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/debt')
  expect(await isSameDocument(page), 'one document all the way').toBe(true)
})

test('what the form shows is what the address says, whatever was done to it', async ({ page }) => {
  await page.goto('/debt?area=CN-GS&from=2024')
  await expectChosen(page, ['CN-GS'], '2024')
  await page.getByRole('link', { name: 'Remove filter Place: Gansu' }).click()
  await expect(page).toHaveURL('/debt?from=2024')
  await expectChosen(page, [], '2024')
  await page.goBack()
  await expect(page).toHaveURL('/debt?area=CN-GS&from=2024')
  await expectChosen(page, ['CN-GS'], '2024')

  await choose(page, 'Place', 'Guizhou')
  await page.getByRole('textbox', { name: 'From' }).fill('2025')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL('/debt?area=CN-GS&area=CN-GZ&from=2025')
  await page.getByRole('link', { name: 'Remove filter Place: Guizhou' }).click()
  await expect(page).toHaveURL('/debt?area=CN-GS&from=2025')
  await page.getByRole('link', { name: /^Remove filter From/ }).click()
  await expect(page).toHaveURL('/debt?area=CN-GS')
  await expectChosen(page, ['CN-GS'], '')
})

test('a reader who misspells a date is told so, and keeps the rest', async ({ page }) => {
  await page.goto('/debt')
  await choose(page, 'Place', 'Guizhou')
  await page.getByRole('textbox', { name: 'From' }).fill('last year')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL('/debt?area=CN-GZ&ignored=from')
  await expect(page.getByRole('status')).toContainText('From')
  await expect(page.getByRole('link', { name: 'Remove filter Place: Guizhou' })).toBeVisible()
})

test('a view in which nothing is says so and shows the way out', async ({ page }) => {
  await page.goto('/mentions?q=zzzzzz')
  await expect(page.getByText('Nothing in the record fits this view.')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Clear all' }).last().click()
  await expect(page).toHaveURL('/mentions')
  await page.goto('/debt?area=CN-XX')
  await expect(page.getByRole('status')).toContainText('CN-XX')
})

test('pages of a long table are turned, and each is the next hundred', async ({ page }) => {
  await page.goto('/@4/debt')
  const first = await readIds(page)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL('/@4/debt?page=2')
  const second = await readIds(page)
  expect([first.length, second.length]).toEqual([100, 100])
  expect(first.filter((id) => second.includes(id))).toEqual([])
  await page.goto('/@4/debt?page=24')
  expect(await readIds(page)).toHaveLength(11)
  await expect(page.getByRole('link', { name: 'Next page' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Previous page' }).click()
  await expect(page).toHaveURL('/@4/debt?page=23')
})

test('what is shared opens elsewhere and says the same', async ({ page, browser, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/debt?indicator=lgd_balance_total&area=CN-GZ')
  await page.getByText('Share and cite').click()
  const pinned = await page.locator('[data-share="pinned"]').innerText()
  const live = await page.locator('[data-share="live"]').innerText()
  expect(live).toBe(`${baseURL}/debt?indicator=lgd_balance_total&area=CN-GZ`)
  expect(pinned).toMatch(/\/@\d+\/debt\?indicator=lgd_balance_total&area=CN-GZ$/)
  await expect(page.locator('[data-share="citation"]')).toContainText(pinned)
  await page.getByRole('button', { name: 'Copy' }).nth(1).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(pinned)

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(pinned)
  expect(await other.locator('tbody').allInnerTexts()).toEqual(await page.locator('tbody').allInnerTexts())
  await expect(other.getByText(/This page is pinned to edition \d+/)).toBeVisible()
  await other.getByRole('link', { name: 'See the live view' }).click()
  await expect(other).toHaveURL(live)
  await elsewhere.close()
})

test('links of a pinned page stay in its edition', async ({ page }) => {
  await page.goto('/@3/mentions')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Key provinces' }).click()
  await expect(page).toHaveURL('/@3/provinces')
  await page.getByRole('link', { name: 'Guizhou', exact: true }).click()
  await expect(page).toHaveURL('/@3/areas/CN-GZ')
  await expect(page.getByText(/pinned to edition 3/)).toBeVisible()
})

test('a chart answers the pointer and leads to the figure', async ({ page }) => {
  await page.goto('/debt?indicator=lgb_issue_total&area=CN&frequency=M')
  await pointAt(page.locator('.chart-frame'))
  const chart = page.getByRole('application', { name: /Local government bonds issued/ })
  await expect(page.locator('.recharts-surface')).toBeVisible()
  const box = await chart.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + 100)
  await expect(page.locator('.chart-told')).toContainText('Jan 2023')
  await page.mouse.click((box?.x ?? 0) + 12, (box?.y ?? 0) + 100)
  await expect(page).toHaveURL('/debt/lgb_issue_total.CN.2023-01.M.official')
})

test('where a chart cannot be drawn, what to choose is said, and it never mixes months with running totals', async ({
  page,
}) => {
  await page.goto('/debt')
  await expect(page.getByText(/Choose one to see a chart/)).toBeVisible()
  await page.goto('/debt?indicator=lgb_issue_total&area=CN')
  await expect(page.getByRole('img', { name: 'Local government bonds issued' })).toBeVisible()
  const others = page.getByText(/Also in this view/)
  await others.getByRole('link', { name: /running totals/ }).click()
  await expect(page).toHaveURL('/debt?indicator=lgb_issue_total&area=CN&frequency=YTD')
})

const rows = (page: Page) => page.getByRole('main').locator('tbody tr')

const readIds = (page: Page) => rows(page).evaluateAll((all) => all.map((row) => row.id))

async function readAmounts(page: Page): Promise<number[]> {
  const texts = await page.locator('tbody td .tabular-nums').allInnerTexts()
  return texts.map((text) => Number(text.replaceAll(',', '')))
}

async function choose(page: Page, box: string, option: string): Promise<void> {
  const filters = page.getByRole('form', { name: 'Filter' })
  await filters.locator('summary').filter({ hasText: box }).click()
  await filters.getByRole('checkbox', { name: option, exact: true }).check()
  await page.keyboard.press('Escape')
}

async function expectChosen(page: Page, areas: string[], from: string): Promise<void> {
  const checked = page.locator('input[name="area"]:checked')
  await expect(checked).toHaveCount(areas.length)
  expect(await checked.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toEqual(areas)
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue(from)
}

/** A navigation that loads a new document loses the mark. */
async function markDocument(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }))
}

function isSameDocument(page: Page): Promise<boolean> {
  return page.evaluate(() => 'isSameDocument' in window)
}
