import { expect } from '@playwright/test'
import { inLanguage, languages } from './testing/pages'
import { test } from './testing/warm-page'

for (const { prefix, lang } of languages) {
  test(`each test says where and when it is of, what fails first (${lang})`, async ({ page }) => {
    await page.goto(inLanguage(prefix, '/@4/checks?outcome=passes&outcome=rounding&outcome=fails'))
    const tests = page.locator('li[data-identity]')
    const outcomes = await tests.evaluateAll((all) => all.map((one) => one.getAttribute('data-identity')))
    const order = ['fails', 'rounding', 'passes']
    expect(outcomes.length).toBeGreaterThan(20)
    expect(outcomes).toEqual(outcomes.toSorted((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')))
    await expect(page.locator('[data-subject]')).toHaveCount(outcomes.length)
    for (const text of await page.locator('[data-subject]').allTextContents()) expect(text).toMatch(/20\d\d/)
    // A ministry's total of a month beside the total a news agency reports.
    const apart = page.locator('[data-publishers]')
    expect(await apart.count()).toBeGreaterThan(0)
    await expect(apart.first()).toContainText(prefix ? '发布者不同：' : 'The terms have different publishers: ')
  })

  test(`no column of the checks is cut on a phone (${lang})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto(inLanguage(prefix, '/@4/checks'))
    const ends = await page.locator('[data-identity] :is(th, td)').evaluateAll((cells) =>
      cells.map((cell) => ({
        right: cell.getBoundingClientRect().right,
        isCut: cell.scrollWidth > cell.clientWidth + 1,
      })),
    )
    expect(ends.length).toBeGreaterThan(20)
    for (const { right, isCut } of ends) {
      expect(right).toBeLessThanOrEqual(390)
      expect(isCut).toBe(false)
    }
  })
}
