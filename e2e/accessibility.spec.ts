import { expect } from '@playwright/test'
import { audit, auditThemes, leaveAlike, measureOverflow } from './testing/audit'
import { awaken } from './testing/awaken'
import { addresses, inLanguage, languages } from './testing/pages'
import { test } from './testing/warm-page'

/** Views that draw what their page alone does not: charts, chips, notices, an empty table, a pinned page. */
const views = [
  '/debt?indicator=lgd_balance_total&area=CN',
  '/debt?indicator=lgb_issue_total&area=CN&frequency=M',
  '/debt?indicator=lgd_limit_special&from=2024&to=2024',
  '/debt?area=CN-XX&ignored=from',
  '/debt?indicator=lgd_balance_total&chart=map',
  '/debt?indicator=lgd_balance_total&chart=ranking',
  '/search?q=debt',
  '/mentions?q=zzzz',
  '/@2/provinces?on=2025-01-01',
  '/nowhere',
]

for (const address of [...addresses, ...views]) {
  test(`${address} has no violation, in ink on paper and in the dark, and fits a phone`, async ({ page }) => {
    await page.goto(address)
    expect(await measureOverflow(page)).toBe(0)
    expect(await auditThemes(page, address)).toEqual([])
  })

  test(`nor has ${address} in Chinese`, async ({ page }) => {
    await page.goto(inLanguage('/zh', address))
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
    expect(await measureOverflow(page)).toBe(0)
    await leaveAlike(page)
    expect(await audit(page, address)).toEqual([])
  })
}

/** Frames of other sites: a chart with its table, a map in a theme of its own, and a table that is empty. */
const frames = [
  '/@4/debt?indicator=lgd_balance_total&area=CN',
  '/debt?indicator=lgd_balance_total&chart=map&theme=dark',
  '/mentions?q=zzzz',
]

test('nor has a frame in another site', async ({ page }) => {
  test.setTimeout(180_000)
  const found: string[] = []
  for (const { prefix, lang } of languages) {
    for (const frame of frames) {
      await page.goto(`/embed${prefix}${frame}`)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      found.push(...(await auditThemes(page, `/embed${prefix}${frame}`)))
    }
  }
  expect(found).toEqual([])
})

test('nor with everything unfolded, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const found: string[] = []
  for (const path of ['/debt?indicator=lgd_balance_total&area=CN', '/zh/mentions', '/editions/3']) {
    await page.goto(path)
    await page.locator('details').evaluateAll((all) => {
      for (const one of all.slice(0, 8)) {
        one.removeAttribute('name')
        ;(one as HTMLDetailsElement).open = true
      }
    })
    found.push(...(await audit(page, `${path} unfolded`)))
  }
  await page.goto('/debt?indicator=lgd_balance_total&area=CN')
  await awaken(page)
  await page.getByRole('application').focus()
  await page.keyboard.press('ArrowLeft')
  await page.locator('.chart-told').waitFor()
  found.push(...(await audit(page, 'a chart that is read')))
  expect(found).toEqual([])
})

test('nothing of a page is lost when its text is twice as large', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/debt?area=CN-GZ')
  await page.addStyleTag({ content: 'html { font-size: 200% }' })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBe(0)
  await expect(page.getByRole('button', { name: 'Show' })).toBeVisible()
})
