import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { nouns } from '@/domain/field'
import { publish, signIn, test } from './testing/desk'
import { inLanguage, languages } from './testing/pages'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const paths = [
  '/edit',
  '/edit/account',
  '/edit/people',
  '/edit/area/NOWHERE',
  '/edit/source?q=zzzz',
  '/edit/source/s-seed',
  '/edit/task-force/tf-bishan-2024',
  '/edit/observation/lgd_balance_total.CN.2024-12-31.I.official',
  '/edit/observation',
  '/edit/mention',
  ...nouns.map((noun) => `/edit/${noun}/new`),
]

for (const { prefix, lang } of languages) {
  test(`${lang}: no page of the desk has a violation, in light or dark`, async ({ page, makePerson }) => {
    test.setTimeout(240_000)
    const found: string[] = []
    const visit = async (address: string) => {
      await page.goto(inLanguage(prefix, address))
      found.push(...(await audit(page, address)))
    }
    for (const address of ['/sign-in', '/welcome/nothing']) await visit(address)
    await signIn(page.context(), await makePerson('Lin Wei', 'admin'))
    for (const address of paths) await visit(address)
    await page.goto(inLanguage(prefix, '/edit/observation/new'))
    await publish(page)
    await page.getByRole('alert').first().waitFor()
    found.push(...(await audit(page, 'a refused form')))
    await page.goto(inLanguage(prefix, '/edit/source/s-seed'))
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true
    })
    await page.locator('#w-reason').fill('?')
    await page.locator('form').last().locator('button').last().click()
    await page.getByRole('alert').first().waitFor()
    found.push(...(await audit(page, 'a refused withdrawal')))
    expect(found).toEqual([])
  })
}

test('no page of the desk is wider than a phone', async ({ page, makePerson }) => {
  test.setTimeout(120_000)
  await signIn(page.context(), await makePerson('Lin Wei', 'admin'))
  await page.setViewportSize({ width: 320, height: 700 })
  const wide: string[] = []
  for (const { prefix } of languages) {
    for (const address of paths) {
      await page.goto(inLanguage(prefix, address))
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (over > 0) wide.push(`${prefix}${address} by ${over}px`)
    }
  }
  expect(wide).toEqual([])
})

/** What is dark differs from what is light in its colours alone. */
async function audit(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await new AxeBuilder({ page }).withTags(RULES).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast', 'target-size']).analyze()
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${name}: ${id} at ${target.join(' ')}`),
  )
}
