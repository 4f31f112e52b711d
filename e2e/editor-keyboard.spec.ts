import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { PASSWORD, test } from './testing/desk'

test('an editor signs in, finds a record, changes it and publishes by keyboard alone', async ({ page, makePerson }) => {
  const person = await makePerson('Lin Wei')
  await page.goto('/sign-in')
  await page.keyboard.press('Tab')
  await expectFocus(page, 'Skip to the content')
  await page.keyboard.press('Enter')
  await tabTo(page, 'E-mail address')
  await page.keyboard.type(person.email)
  await tabTo(page, 'Password')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/edit')
  await tabTo(page, 'Places')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/edit/area')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Places')
  await tabTo(page, 'Search in Places')
  await page.keyboard.type('Hainan')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=Hainan/)
  await expect(page.getByRole('link', { name: 'Hainan CN-HI' })).toBeVisible()
  await tabTo(page, 'Hainan CN-HI')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change: Hainan')

  await tabTo(page, 'Kind (required)')
  await page.keyboard.press('Home')
  await tabTo(page, 'Note')
  await page.keyboard.type('Typed by keyboard')
  await tabTo(page, 'Publish')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').first()).toBeFocused()
  await tabTo(page, 'Kind')
  await page.keyboard.press('Enter')
  await expectFocus(page, 'Kind (required)')
  await page.keyboard.type('Prov')
  await tabTo(page, 'Why is this published? (required)')
  await page.keyboard.type('By keyboard')
  await tabTo(page, 'Publish')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/areas/CN-HI')
  await expect(page.locator('dd[data-field=note]')).toHaveText('Typed by keyboard')
})

test('Enter in a line publishes, and never adds or removes a source', async ({ page, editor }) => {
  await editor.goto('/edit/area/CN-HI')
  const sources = editor.getByLabel(/^Source \d+$/)
  const count = await sources.count()
  await editor.getByLabel('Name in English').press('Enter')
  await expect(page.getByRole('alert').first()).toContainText('Not published')
  await expect(sources).toHaveCount(count)
})

/** Presses Tab until the wanted thing has the focus, which must be there to be seen. */
async function tabTo(page: Page, name: string) {
  for (let at = 0; at < 80; at++) {
    if ((await readFocus(page)) === name) break
    await page.keyboard.press('Tab')
  }
  await expectFocus(page, name)
  const seen = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
  expect(seen, `the focus on ${name} is seen`).toBe(true)
}

async function expectFocus(page: Page, name: string) {
  await expect.poll(() => readFocus(page)).toBe(name)
}

function readFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const label =
      focused instanceof HTMLInputElement ||
      focused instanceof HTMLTextAreaElement ||
      focused instanceof HTMLSelectElement
        ? focused.labels?.[0]
        : null
    const text =
      (label?.firstChild && label.querySelector('input') ? label.firstChild.textContent : label?.innerText) ??
      (focused as HTMLElement | null)?.innerText ??
      ''
    return text.replace(/\s+/g, ' ').trim()
  })
}
