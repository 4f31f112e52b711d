import { type Browser, expect, type Page, test } from '@playwright/test'
import { awaken } from './testing/awaken'

const VIEW = '/debt?indicator=lgd_balance_total&area=CN'
const FIRST = /\/first-intent-[0-9a-f]+\.js$/

/** The addresses of the scripts a page asks for from now on. */
function listScripts(page: Page): string[] {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  return scripts
}

for (const path of ['/', '/zh', VIEW, '/@3/areas/CN-GZ', '/search', '/nothing-here'])
  test(`${path} runs one small script until a reader points at something, and is alive then`, async ({ page }) => {
    const scripts = listScripts(page)
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(scripts).toEqual([expect.stringMatching(FIRST)])
    await awaken(page)
    expect(scripts.length).toBeGreaterThan(5)
    await page.locator('footer a[href$="/about"]').click()
    await expect(page).toHaveURL(/\/about$/)
    expect(
      scripts.filter((script) => FIRST.test(script)),
      'no page was loaded anew',
    ).toHaveLength(1)
  })

test('a link that is followed before there are scripts loads a page', async ({ page }) => {
  await page.goto(VIEW)
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: 'Editions' })
    .evaluate((link) => (link as HTMLElement).click())
  await expect(page).toHaveURL('/editions')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a first / that is typed into a field stays there', async ({ page }) => {
  await page.goto('/debt?area=CN-GZ')
  const from = page.getByRole('form', { name: 'Filter' }).getByRole('textbox').first()
  await from.press('/')
  await expect(page.locator('.key-switch')).toBeVisible()
  await expect(from).toHaveValue('/')
  await expect(page).toHaveURL('/debt?area=CN-GZ')
})

test('a form that needs its scripts has them at once', async ({ page }) => {
  const scripts = listScripts(page)
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  expect(scripts.length).toBeGreaterThan(5)
  expect(scripts.some((script) => FIRST.test(script))).toBe(false)
})

test('a script that did not come is asked for again with what the reader does next', async ({ browser, baseURL }) => {
  const page = await browser.newPage(baseURL ? { baseURL } : {})
  const asked: string[] = []
  await page.route(/\/_next\/static\/chunks\/(?!first-intent).*\.js/, async (route) => {
    asked.push(route.request().url())
    // Of the scripts that are asked for first, every other is lost.
    if (asked.length % 2 === 0 && asked.length <= 6) await route.abort()
    else await route.continue()
  })
  await page.goto(VIEW)
  await page.mouse.move(2, 2)
  await page.mouse.move(3, 3)
  await expect.poll(() => asked.length).toBeGreaterThan(5)
  const [, lost = ''] = asked
  const countLost = () => asked.filter((address) => address === lost).length
  expect(countLost()).toBe(1)
  await expect(async () => {
    await page.mouse.move(2, 2)
    await page.mouse.move(3, 3)
    expect(countLost()).toBe(2)
  }).toPass({ timeout: 10_000 })
  await awaken(page)
  expect(asked.filter((address) => address === asked[0])).toHaveLength(1)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Editions' }).click()
  await expect(page).toHaveURL('/editions')
  await page.close()
})

async function openPhone(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  return browser.newPage({ ...options, ...(baseURL ? { baseURL } : {}) })
}

test('where scripts never come, a chart is touched twice to follow its link', async ({ browser, baseURL }) => {
  const phone = await openPhone(browser, baseURL)
  await phone.route(/\/_next\/static\/chunks\/(?!first-intent).*\.js/, (route) => route.abort())
  await phone.goto(VIEW)
  const mark = phone.locator('.chart-links a').nth(5)
  await mark.scrollIntoViewIfNeeded()
  const box = await mark.boundingBox()
  const touch = () =>
    phone.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  await touch()
  await phone.waitForTimeout(3_200)
  await expect(phone).toHaveURL(VIEW)
  await touch()
  await expect(phone).toHaveURL(/\/debt\/lgd_balance_total\.CN\./)
  await phone.close()
})
