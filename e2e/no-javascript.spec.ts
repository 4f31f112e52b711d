import { expect } from '@playwright/test'
import { test } from './testing/warm-page'

test.use({ javaScriptEnabled: false })

test('filters are a form that is sent', async ({ page }) => {
  await page.goto('/debt')
  const filters = page.getByRole('form', { name: 'Filter' })
  await filters.locator('summary').filter({ hasText: 'Indicator' }).click()
  await filters.getByRole('checkbox', { name: 'Local government debt balance', exact: true }).check()
  await filters.locator('summary').filter({ hasText: 'Place' }).click()
  await filters.getByRole('checkbox', { name: 'China', exact: true }).check()
  await filters.getByRole('textbox', { name: 'From' }).fill('2024')
  await filters.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL('/debt?indicator=lgd_balance_total&area=CN&from=2024')
  await expect(page.getByRole('main').getByRole('paragraph').nth(1)).toContainText('Local government debt balance')
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('2024')
})

test('free text is found in both languages', async ({ page }) => {
  for (const words of ['firmly hold on', '砸锅卖铁', '张家界']) {
    await page.goto('/mentions')
    await page.getByRole('searchbox', { name: 'Words' }).fill(words)
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(`/mentions?${new URLSearchParams({ q: words })}`)
    expect(await page.locator('tbody tr').count(), words).toBeGreaterThan(0)
  }
})

test('heads sort, pages turn and chips come off by links', async ({ page }) => {
  await page.goto('/debt?area=CN&area=CN-GZ')
  await page.getByRole('columnheader', { name: 'Value' }).getByRole('link').click()
  await expect(page).toHaveURL('/debt?area=CN&area=CN-GZ&sort=-value')
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL('/debt?area=CN&area=CN-GZ&sort=-value&page=2')
  await page.getByRole('link', { name: 'Remove filter Place: Guizhou' }).click()
  await expect(page).toHaveURL('/debt?area=CN&sort=-value')
})

test('a filter keeps the order the reader chose', async ({ page }) => {
  await page.goto('/debt?sort=value')
  await page.getByRole('textbox', { name: 'To' }).fill('2020')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL('/debt?to=2020&sort=value')
})

test('the links to share can be read and copied by hand', async ({ page }) => {
  await page.goto('/debt?area=CN-GZ')
  await page.getByText('Share and cite').click()
  const pinned = await page.locator('[data-share="pinned"]').innerText()
  await expect(page.locator('[data-share="live"]')).toBeVisible()
  await expect(page.locator('[data-share="citation"]')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0)
  await page.goto(pinned)
  await expect(page.getByText(/pinned to edition/)).toBeVisible()
})

test('a chart is drawn, and its marks lead to the figures', async ({ page }) => {
  await page.goto('/debt?indicator=lgd_balance_total&area=CN')
  const chart = page.getByRole('img', { name: 'Local government debt balance' })
  await expect(chart).toBeVisible()
  expect((await chart.boundingBox())?.height).toBeGreaterThan(200)
  expect(await chart.locator('use').count()).toBeGreaterThan(10)
  const link = page.locator('.chart-links a').first()
  await expect(link).toHaveAttribute('href', /^\/debt\/lgd_balance_total\.CN\./)
  await link.click()
  await expect(page).toHaveURL(/\/debt\/lgd_balance_total\.CN\./)
})

test('what an edition changed can be unfolded, and the drift of a pinned page is there', async ({ page }) => {
  await page.goto('/editions/3')
  await page.getByText('The whole record as of this edition').first().click()
  await expect(page.getByRole('columnheader', { name: 'After' }).first()).toBeVisible()
  await page.goto('/@1/areas')
  await expect(page.getByText(/Nothing in this view has changed since/)).toBeVisible()
})
