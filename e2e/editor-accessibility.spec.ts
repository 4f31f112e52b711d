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
  ...nouns.flatMap((noun) => [`/edit/${noun}`, `/edit/${noun}/new`]),
]

for (const { prefix, lang } of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${lang}, ${colorScheme}: no page of the desk has a violation`, async ({ page, makePerson }) => {
      test.setTimeout(240_000)
      await page.emulateMedia({ colorScheme })
      const found: string[] = []
      for (const address of ['/sign-in', '/welcome/nothing']) {
        await page.goto(inLanguage(prefix, address))
        found.push(...(await audit(page, address)))
      }
      await signIn(page.context(), await makePerson('Lin Wei', 'admin'))
      for (const address of paths) {
        await page.goto(inLanguage(prefix, address))
        found.push(...(await audit(page, address)))
      }
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

async function audit(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} at ${target.join(' ')}`))
}
