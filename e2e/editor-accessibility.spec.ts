import { expect } from '@playwright/test'
import { nouns } from '@/domain/field'
import { auditThemes, measureOverflow } from './testing/audit'
import { publish, signIn, test } from './testing/desk'
import { inLanguage, languages } from './testing/pages'

const paths = [
  '/edit',
  '/edit/account',
  '/edit/people',
  '/edit/import',
  '/edit/bulletin?source=s-seed&area=CN&period=2030-05&frequency=M',
  '/edit/source/s-seed/files',
  '/edit/redactions',
  '/edit/mention/m-07/redact',
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
  test(`${lang}: no page of the desk has a violation, in light or dark, or is wider than a phone`, async ({
    page,
    makePerson,
  }) => {
    test.setTimeout(240_000)
    const found: string[] = []
    const visit = async (address: string) => {
      await page.goto(inLanguage(prefix, address))
      const over = await measureOverflow(page)
      found.push(...(await auditThemes(page, address)))
      if (over > 0) found.push(`${address}: ${over} px too wide for a phone`)
    }
    for (const address of ['/sign-in', '/welcome/nothing']) await visit(address)
    await signIn(page.context(), await makePerson('Lin Wei', 'admin'))
    for (const address of paths) await visit(address)
    await page.goto(inLanguage(prefix, '/edit/observation/new'))
    await publish(page)
    await page.getByRole('alert').first().waitFor()
    found.push(...(await auditThemes(page, 'a refused form')))
    await page.goto(inLanguage(prefix, '/edit/source/s-seed'))
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true
    })
    await page.locator('#w-reason').fill('?')
    await page.locator('form').last().locator('button').last().click()
    await page.getByRole('alert').first().waitFor()
    found.push(...(await auditThemes(page, 'a refused withdrawal')))
    expect(found).toEqual([])
  })
}
