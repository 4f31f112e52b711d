import { expect, type Page } from '@playwright/test'
import { test } from './testing/warm-page'

test('the first stop skips to the content', async ({ page }) => {
  await page.goto('/debt')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/debt#content')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})

test('the menu is walked, and the page one stands on is named', async ({ page }) => {
  await page.goto('/')
  const menu = page.getByRole('navigation', { name: 'Pages' })
  await expect(menu.locator('[aria-current="page"]')).toHaveText('Overview')
  await tabTo(page, 'link', 'Key provinces')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/provinces')
  await expect(menu.locator('[aria-current="page"]')).toHaveText('Key provinces')
})

test('a box of choices is opened, chosen from and sent, and closes', async ({ page }) => {
  await page.goto('/debt')
  const filters = page.getByRole('form', { name: 'Filter' })
  const lid = filters.locator('summary').filter({ hasText: 'Place' })
  await lid.focus()
  await page.keyboard.press('Enter')
  await tabTo(page, 'checkbox', 'Guizhou')
  await page.keyboard.press('Space')
  await expect(filters.getByRole('checkbox', { name: 'Guizhou', exact: true })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/debt?area=CN-GZ')
  await expect(filters.locator('details[open]')).toHaveCount(0)
})

test('a chip is taken off and the heads of the table sort', async ({ page }) => {
  await page.goto('/debt?area=CN-GZ')
  await tabTo(page, 'link', 'Remove filter Place: Guizhou')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/debt')
  await tabTo(page, 'link', 'Claimant')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/debt?sort=-claimant')
})

test('a chart tells its figures one by one and opens one', async ({ page }) => {
  await page.goto('/debt?indicator=lgd_balance_total&area=CN')
  await page.keyboard.press('Tab')
  await tabTo(page, 'application', 'Local government debt balance')
  const told = page.locator('.chart-told')
  const spoken = page.locator('p.chart-spoken')
  await expect(told).toBeVisible()
  const last = await told.innerText()
  await page.keyboard.press('ArrowLeft')
  await expect(told).not.toHaveText(last)
  await page.keyboard.press('Home')
  await expect(spoken).toContainText('31 Mar 2023')
  await page.keyboard.press('Escape')
  await expect(told).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/debt\/lgd_balance_total\.CN\..*\.I\.official$/)
})

test('on a phone the menu is opened, walked and closed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/debt?area=CN-GZ')
  const menu = page.getByRole('navigation', { name: 'Pages' })
  await expect(menu.getByRole('link')).toHaveCount(0)
  await menu.locator('summary').press('Enter')
  await page.keyboard.press('Tab')
  await expect(menu.getByRole('link', { name: 'Overview' })).toBeFocused()
  await menu.locator('summary').press('Enter')
  await expect(menu.getByRole('link')).toHaveCount(0)
})

test('where one stands is to be seen, on every stop of a page, in light and dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto('/debt?area=CN-GZ&frequency=M')
    const unseen: string[] = []
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(describeFocus)
      if (seen === null) break
      if (!seen.visible) unseen.push(seen.what)
    }
    expect(unseen).toEqual([])
  }
})

/** Runs in the page: what has the focus, and whether an outline of two pixels or more shows it inside the window. */
function describeFocus(): { what: string; visible: boolean } | null {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== 'transparent'
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0
  return { what: element.outerHTML.slice(0, 120), visible: outlined && inside }
}

/** Presses Tab until what has this role and name has the focus. */
async function tabTo(page: Page, role: 'link' | 'checkbox' | 'application', name: string): Promise<void> {
  const target = page.getByRole(role, { name: role === 'application' ? new RegExp(`^${name}`) : name }).first()
  await expect(target).toBeAttached()
  for (let stop = 0; stop < 120; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${role} «${name}»`)
}
