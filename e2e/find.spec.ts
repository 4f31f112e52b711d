import { expect, type Locator, type Page } from '@playwright/test'
import { awaken } from './testing/awaken'
import { test } from './testing/warm-page'

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
  test('every head of data sorts, and the order stands in the address', async ({ page }) => {
    await page.goto('/mentions')
    const heads = page.getByRole('columnheader')
    await expect(heads).toHaveCount(await heads.getByRole('link').count())
    await page.getByRole('link', { name: 'Evidence' }).click()
    await expect(page).toHaveURL('/mentions?sort=-evidence')
    const grades = await rowsOf(page).locator('td:nth-child(5)').allInnerTexts()
    const ladder = ['Documented', 'Confirmed', 'Reported', 'Thin']
    expect(grades.map((grade) => ladder.indexOf(grade))).toEqual(
      grades.map((grade) => ladder.indexOf(grade)).toSorted((a, b) => a - b),
    )
    expect(new Set(grades).size).toBeGreaterThan(1)
  })

  test('heads stay in sight on a wide screen, and do not cover what has the focus', async ({ page }) => {
    await page.goto('/debt')
    const head = page.getByRole('columnheader').first()
    await rowsOf(page).nth(60).scrollIntoViewIfNeeded()
    await expect(head).toBeInViewport()
    await rowsOf(page).nth(40).getByRole('link').first().focus()
    await expectUncovered(rowsOf(page).nth(40).getByRole('link').first(), head)
  })

  test('on a phone the page is scrolled, the heads stay in sight and do not cover what has the focus', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto('/zh/debt')
    const head = page.getByRole('columnheader').first()
    const link = rowsOf(page).nth(12).getByRole('link').first()
    await rowsOf(page).nth(40).scrollIntoViewIfNeeded()
    await expect(head).toBeInViewport()
    await link.focus()
    await expect(head).toBeInViewport()
    await expectUncovered(link, page.locator('.ledger thead').first())
  })

  test('a copy is lines of tabs: heads, plain numbers, periods as the record keeps them', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/debt?indicator=lgd_balance_total&area=CN-GZ')
    await awaken(page)
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

test.describe('the search', () => {
  test('in Chinese: counts of each kind, the words marked, and all of a kind as a view', async ({ page }) => {
    await page.goto('/zh/search')
    await page.getByRole('searchbox').fill('　璧山 ')
    await page.getByRole('button', { name: '检索', exact: true }).click()
    await expect(page).toHaveURL(`/zh/search?q=${encodeURIComponent('璧山')}`)
    const kinds = page.getByRole('navigation', { name: '检索结果' })
    await expect(kinds.getByRole('link', { name: /^工作专班 1$/ })).toBeVisible()
    const marks = page.getByRole('main').locator('mark')
    expect(new Set(await marks.allInnerTexts())).toEqual(new Set(['璧山']))
    await page
      .getByRole('region', { name: /提法/ })
      .getByRole('link', { name: /查看全部1条/ })
      .click()
    await expect(page).toHaveURL(`/zh/mentions?q=${encodeURIComponent('璧山')}`)
    await expect(rowsOf(page)).toHaveCount(1)
  })

  test('in English, pinned, and with a word nobody used', async ({ page }) => {
    await page.goto('/@4/search?q=bishan')
    expect(new Set(await page.getByRole('main').locator('mark').allInnerTexts())).toEqual(new Set(['Bishan']))
    await page.goto('/@4/search?q=zzzz')
    await expect(page.getByRole('status')).toContainText('zzzz')
    await page.getByRole('main').getByRole('link', { name: 'Task forces' }).click()
    await expect(page).toHaveURL('/@4/task-forces')
  })

  test('the key / goes there until it is switched off, which is remembered', async ({ page }) => {
    await page.goto('/about')
    await page.keyboard.press('/')
    await expect(page).toHaveURL('/search')
    await page.getByRole('searchbox').fill('/')
    await expect(page.getByRole('searchbox')).toHaveValue('/')

    await page.goto('/zh/about')
    await awaken(page)
    await page.getByRole('button', { name: '按“/”键打开检索：开' }).click()
    await expect(page.getByRole('button', { name: '按“/”键打开检索：关' })).toBeVisible()
    await page.goto('/about')
    await page.keyboard.press('/')
    await expect(page.getByRole('button', { name: 'The key / opens the search: off' })).toBeVisible()
    await page.keyboard.press('/')
    await page.getByRole('link', { name: 'Sources', exact: true }).first().click()
    await expect(page).toHaveURL('/sources')
  })
})

test.describe('time', () => {
  test('mentions on a timeline: as sharp as their dates, in the order of the table, the undated named', async ({
    page,
  }) => {
    await page.goto('/mentions')
    await page.getByRole('navigation', { name: 'Shown as' }).getByRole('link', { name: 'Timeline' }).click()
    await expect(page).toHaveURL('/mentions?chart=timeline')
    const timeline = page.getByRole('list', { name: 'Mentions of the phrase in time' })
    await expect(timeline.getByRole('listitem')).toHaveCount(16)
    await expect(page.getByText('Without a date: 1.')).toBeVisible()
    const kindOf = (name: RegExp) =>
      timeline.getByRole('listitem').filter({ hasText: name }).locator('[data-kind]').getAttribute('data-kind')
    expect(await kindOf(/Bishan/)).toBe('open')
    expect(await kindOf(/Inner Mongolia/)).toBe('day')
    expect(await kindOf(/Gansu/)).toBe('span')
    await expect(rowsOf(page)).toHaveCount(17)
    await timeline.getByRole('link', { name: /Bishan/ }).click()
    await expect(page).toHaveURL('/mentions/m-12')
  })

  test('a timeline of documents on a phone, without JavaScript, filtered and pinned', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    await page.goto('/zh/@4/documents?from=2023&to=2023&chart=timeline')
    await expect(page.getByRole('list', { name: /时间线/ }).getByRole('listitem')).toHaveCount(5)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await context.close()
  })

  test('a map steps through its reference dates, and the address says where it stands', async ({ page }) => {
    await page.goto('/debt?indicator=lgd_balance_special&chart=map')
    const dates = page.getByRole('navigation', { name: 'Reference dates' })
    // By then most had reported; the year after is one step on.
    await expect(dates.getByText('31 Dec 2024').first()).toHaveAttribute('aria-current', 'date')
    await dates.locator('[rel="next"]').click()
    await expect(page).toHaveURL(
      '/debt?indicator=lgd_balance_special&frequency=I&from=2025-12-31&to=2025-12-31&chart=map',
    )
    await dates.locator('summary').click()
    await dates.getByRole('link', { name: /31 Dec 2022/ }).click()
    await expect(page).toHaveURL(/from=2022-12-31&to=2022-12-31&chart=map$/)
    await expect(dates.locator('[rel="next"]')).toContainText('31 Dec 2023')
  })

  test('the list of provinces steps through the days at which more is known', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/provinces?on=2025-01-01')
    const dates = page.getByRole('navigation', { name: 'Reference dates' })
    await dates.locator('[rel="next"]').click()
    await expect(page).toHaveURL('/provinces?on=2025-08-01')
    await expect(rowsOf(page).filter({ hasText: 'Has left' })).toHaveText([/Inner Mongolia/])
    await dates.locator('[rel="next"]').click()
    await expect(page).toHaveURL('/provinces?on=2026-01-28')
    await expect(rowsOf(page).filter({ hasText: 'Has left' })).toHaveCount(2)
    await expect(dates.locator('[rel="next"]')).toHaveCount(0)
    await dates.getByRole('link', { name: 'All that is known' }).click()
    await expect(page).toHaveURL('/provinces')
    await context.close()
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
