import { expect, type Locator, type Page, test } from '@playwright/test'

test.describe('facets', () => {
  test('each value says how many rows it would give, beside the words looked for, and leads there', async ({
    page,
  }) => {
    await page.goto('/mentions?q=pot')
    const kinds = await openFacet(page, 'Kind')
    const count = Number(await kinds.getByRole('link', { name: /^Budget report: / }).innerText())
    await kinds.getByRole('link', { name: `Budget report: ${count}` }).click()
    await expect(page).toHaveURL('/mentions?kind=budget-report&q=pot')
    await expect(rowsOf(page)).toHaveCount(count)

    const again = await openFacet(page, 'Kind')
    await again.getByRole('link', { name: `Without Budget report: ${count}` }).click()
    await expect(page).toHaveURL('/mentions?q=pot')
  })

  test('a second value is added to the first, and what would give nothing is not offered', async ({ page }) => {
    await page.goto('/mentions?kind=notice')
    const kinds = await openFacet(page, 'Kind')
    await kinds.getByRole('link', { name: 'Article by an official: 1' }).click()
    await expect(page).toHaveURL('/mentions?kind=article&kind=notice')
    await expect(rowsOf(page)).toHaveCount(3)
    const places = await openFacet(page, 'Place')
    await expect(places.getByRole('checkbox', { name: 'Gansu', exact: true })).toBeVisible()
    await expect(places.getByRole('checkbox', { name: 'Wuhai', exact: true })).toHaveCount(0)
  })

  test('years, in Chinese, of a pinned view', async ({ page }) => {
    await page.goto('/zh/@4/documents')
    const years = await openFacet(page, '年份')
    await years.getByRole('link', { name: '2023年：5条' }).click()
    await expect(page).toHaveURL('/zh/@4/documents?from=2023&to=2023')
    await expect(rowsOf(page)).toHaveCount(5)
  })

  test('without JavaScript they are links as well', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/sources')
    const ranks = await openFacet(page, 'Reliability')
    await ranks.getByRole('link', { name: /^B · .*: 30$/ }).click()
    await expect(page).toHaveURL('/sources?reliability=B')
    await expect(rowsOf(page)).toHaveCount(30)
    await context.close()
  })
})

test.describe('tables', () => {
  test('on a phone heads and first column stay in the frame, which the keyboard scrolls', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto('/zh/debt')
    const frame = page.locator('.ledger-frame')
    await expect(frame).toHaveAttribute('tabindex', '0')
    await expect(page.getByText('表格可左右滑动')).toBeVisible()
    const first = rowsOf(page).nth(12).getByRole('rowheader')
    await frame.evaluate((node) => node.scrollTo(200, 600))
    const [outer, inner] = [await frame.boundingBox(), await first.boundingBox()]
    expect(inner?.x).toBeCloseTo(outer?.x ?? 0, 0)
    const head = page.getByRole('columnheader').first()
    expect((await head.boundingBox())?.y).toBeCloseTo(outer?.y ?? 0, 0)
    await frame.evaluate((node) => node.scrollTo(400, 1200))
    const link = rowsOf(page).nth(3).locator('td a').first()
    await link.focus()
    await expectUncovered(link, head)
    await expectUncovered(link, rowsOf(page).nth(3).getByRole('rowheader'))
  })

  test('a copy is lines of tabs: heads, plain numbers, periods as the record keeps them', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/debt?indicator=lgd_balance_total&area=CN-GZ')
    await page.getByRole('button', { name: 'Copy the table' }).click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    const lines = (await page.evaluate(() => navigator.clipboard.readText()))
      .split('\n')
      .map((line) => line.split('\t'))
    expect(lines[0]).toEqual(['Place', 'Period', 'Value, CNY 100 million (亿元)', 'Claimant', 'Sources'])
    expect(lines.slice(1).map((line) => line.slice(0, 4))).toEqual([
      ['Guizhou', '2025-12-31', '19369.32', 'Competent state body'],
      ['Guizhou', '2024-12-31', '17537.09', 'Competent state body'],
    ])
  })
})

const rowsOf = (page: Page) => page.getByRole('main').locator('.ledger-block').first().locator('tbody tr')

async function openFacet(page: Page, name: string): Promise<Locator> {
  const facet = page.locator('details.choice').filter({ has: page.locator('summary', { hasText: name }) })
  await facet.locator('summary').click()
  return facet
}

/** WCAG 2.4.11: no part of what has the focus lies under what stays in sight. */
async function expectUncovered(focused: Locator, cover: Locator): Promise<void> {
  const [a, b] = [await focused.boundingBox(), await cover.boundingBox()]
  if (!a || !b) throw new Error('both are drawn')
  const apart = a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height
  expect(apart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true)
}
