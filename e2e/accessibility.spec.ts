import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { addresses, inLanguage, languages } from './testing/pages'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

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

for (const { prefix, lang } of languages) {
  for (const address of [...addresses, ...views]) {
    const path = inLanguage(prefix, address)
    test(`${path} has no violation, in ink on paper and in the dark`, async ({ page }) => {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      const light = await audit(page, path)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([...light, ...(await auditColours(page, `${path} in the dark`))]).toEqual([])
    })
  }
}

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
  await page.getByRole('application').focus()
  await page.keyboard.press('ArrowLeft')
  await page.locator('.chart-told').waitFor()
  found.push(...(await audit(page, 'a chart that is read')))
  expect(found).toEqual([])
})

test('no page is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  const wide: string[] = []
  for (const { prefix } of languages) {
    for (const address of [...addresses, ...views]) {
      const path = inLanguage(prefix, address)
      await page.goto(path)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (over > 0) wide.push(`${path} by ${over}px`)
    }
  }
  expect(wide).toEqual([])
})

test('nothing of a page is lost when its text is twice as large', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/debt?area=CN-GZ')
  await page.addStyleTag({ content: 'html { font-size: 200% }' })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBe(0)
  await expect(page.getByRole('button', { name: 'Show' })).toBeVisible()
})

/** One line for each rule that is broken: where, which, how often, and by what. */
async function audit(page: Page, path: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.map(({ id, nodes }) => describe(path, id, nodes))
}

/** The dark changes nothing but colours. */
async function auditColours(page: Page, path: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze()
  return violations.map(({ id, nodes }) => describe(path, id, nodes))
}

function describe(path: string, id: string, nodes: readonly { html: string; any: { message: string }[] }[]): string {
  const [first] = nodes
  return `${path}: ${id}, ${nodes.length} times, as ${first?.html.slice(0, 160)} (${first?.any[0]?.message ?? ''})`
}
