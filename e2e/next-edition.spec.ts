import { expect, test } from '@playwright/test'
import { auditThemes } from './testing/audit'
import { addresses, inLanguage, languages } from './testing/pages'
import { makePublisher, type Publisher } from './testing/publisher'
import { type Site, startSite } from './testing/site'

const AREA = { noun: 'area', id: 'CN-GZ' } as const

test.describe.configure({ mode: 'serial' })
let site: Site
let publisher: Publisher
test.beforeAll(async () => {
  test.setTimeout(120_000)
  site = await startSite()
  publisher = await makePublisher(site)
})
test.afterAll(async () => {
  await publisher?.close()
  await site?.stop()
})

test('an edition above the current one is not there, is not kept, and is there once it is published', async ({
  request,
}) => {
  const paths = [
    '/@5/areas/CN-GZ',
    '/@5/areas',
    '/@5/areas.json',
    '/zh/@5/editions/5',
    '/editions/5',
    '/editions/5.json',
  ]
  for (const path of paths) {
    const answer = await request.get(site.baseUrl + path)
    expect(answer.status(), path).toBe(404)
    if (path.includes('@')) expect(answer.headers()['cache-control'], path).toContain('no-store')
  }
  expect(await publisher.publish(AREA, { note: 'Named in edition five.' })).toBe(5)
  for (const path of paths) expect((await request.get(site.baseUrl + path)).status(), path).toBe(200)
  expect((await request.get(`${site.baseUrl}/@6/areas`)).status()).toBe(404)
})

test('what was published is on the live page at once, and the page before stays byte for byte', async ({
  page,
  request,
}) => {
  const files = ['/@5/areas.json', '/@5/areas.csv', '/@5/areas/CN-GZ.json']
  const before = await Promise.all(files.map(async (path) => (await request.get(site.baseUrl + path)).text()))
  const { etag } = (await request.get(`${site.baseUrl}/areas/CN-GZ`)).headers()
  await page.goto(`${site.baseUrl}/areas/CN-GZ`)
  await expect(page.locator('.identity [data-field="note"]')).toHaveText('Named in edition five.')

  expect(await publisher.publish(AREA, { note: 'Named in edition six.' })).toBe(6)
  await page.waitForTimeout(300)
  await page.reload()
  await expect(page.locator('.identity [data-field="note"]')).toHaveText('Named in edition six.')
  const asked = await request.get(`${site.baseUrl}/areas/CN-GZ`, { headers: { 'If-None-Match': etag ?? '' } })
  expect(asked.status()).toBe(200)

  const after = await Promise.all(files.map(async (path) => (await request.get(site.baseUrl + path)).text()))
  expect(after).toEqual(before)
  await page.goto(`${site.baseUrl}/@5/areas/CN-GZ`)
  await expect(page.locator('.identity [data-field="note"]')).toHaveText('Named in edition five.')
  const drift = page.locator('[data-drift="CN-GZ"]')
  await expect(drift.locator('[data-field]')).toHaveCount(1)
  await expect(drift.locator('[data-field="note"]')).toContainText('Named in edition six.')
})

test('a soft navigation begun before the edition leads into it', async ({ page }) => {
  await page.goto(`${site.baseUrl}/areas?area=CN-GZ`)
  expect(await publisher.publish(AREA, { note: 'Named in edition seven.' })).toBe(7)
  await page.waitForTimeout(300)
  await page.getByRole('rowheader', { name: 'Guizhou' }).getByRole('link').click()
  await expect(page.locator('.identity [data-field="note"]')).toHaveText('Named in edition seven.')
})

test('a pinned view that has changed counts and lists what differs', async ({ page }) => {
  await page.goto(`${site.baseUrl}/@4/areas?kind=province`)
  await expect(page.getByText('What differs in edition 7: 1 record changed.')).toBeVisible()
  await expect(page.locator('[data-drift]')).toHaveCount(1)
  await page.goto(`${site.baseUrl}/@4/areas?kind=county`)
  await expect(page.getByText(/Nothing in this view has changed since/)).toBeVisible()
})

for (const { prefix } of languages) {
  test(`a pinned page that has moved on is as readable as any, in both themes (${prefix || '/en'})`, async ({
    page,
  }) => {
    const found: string[] = []
    for (const path of [`${prefix}/@4/areas?kind=province`, `${prefix}/@5/areas/CN-GZ`]) {
      await page.goto(site.baseUrl + path)
      await expect(page.locator('[data-drift="CN-GZ"]')).toBeVisible()
      found.push(...(await auditThemes(page, path)))
    }
    expect(found).toEqual([])
  })
}

const FIGURE = 'lgd_balance_special.CN-GZ.2024-12-31.I.official'
const NOTHING = /Nothing in this view has changed since/

test('a figure that was corrected is told on every pinned page that draws it or computes from it', async ({ page }) => {
  test.setTimeout(120_000)
  const edition = await publisher.publish({ noun: 'observation', id: FIGURE }, { value: '8888' })
  const draws = [
    `/debt/${FIGURE}`,
    '/areas/CN-GZ',
    '/sources/s-mof-special-2024',
    '/indicators/lgd_balance_special',
    '/claimants/official',
    // The sum it is the total of, its rank among the provinces, and what is set against it.
    '/debt/lgd_balance_total.CN-GZ.2024-12-31.I.official',
    '/areas/CN-GD',
    '/compare?area=CN-GD&area=CN-GZ',
    '/checks',
    '/debt?indicator=lgd_balance_special&area=CN-GZ',
    '/debt?indicator=lgd_balance_special&area=CN-GD&area=CN-GZ&chart=ranking&from=2024-12-31&to=2024-12-31',
    '/debt?indicator=lgd_limit_special&area=CN-GZ&measure=use',
  ]
  for (const path of draws) {
    await page.goto(`${site.baseUrl}/@4${path}`)
    const told = page.locator(`[data-drift="${FIGURE}"]`)
    await expect(told, path).toHaveCount(1)
    await expect(told.locator('[data-field="value"]'), path).toContainText('8,888')
    await expect(told.getByRole('rowheader').first(), path).toContainText('Guizhou')
    await expect(page.locator('[data-pinned]'), path).not.toContainText(NOTHING)
    await expect(page.locator('[data-pinned]'), path).toContainText(`What differs in edition ${edition}: `)
  }
  for (const path of ['/sources/s-ap-npcsc', '/areas/500120', '/documents', '/search?q=Bishan']) {
    await page.goto(`${site.baseUrl}/@4${path}`)
    await expect(page.locator('[data-pinned]'), path).toContainText(NOTHING)
  }
})

test('a name that was corrected is told where it stands beside the rows, and counted apart', async ({ page }) => {
  await publisher.publish({ noun: 'indicator', id: 'lgd_balance_total' }, { nameEn: 'Balance of local debt' })
  await page.goto(`${site.baseUrl}/@4/debt?indicator=lgd_balance_total&area=CN-FJ`)
  await expect(page.locator('[data-pinned]')).toContainText('1 other record changed that this page names or draws on.')
  await expect(page.locator('[data-drift="lgd_balance_total"]')).toContainText('Balance of local debt')
  await page.goto(`${site.baseUrl}/@4`)
  await expect(page.locator('[data-drift="lgd_balance_total"]')).toContainText('Balance of local debt')
})

test('every pinned page says so in its language and leads to the live one', async ({ request }) => {
  test.setTimeout(120_000)
  const silent: string[] = []
  for (const { prefix } of languages) {
    for (const path of [...addresses, '/search?q=Guizhou']) {
      const html = await (await request.get(site.baseUrl + inLanguage(`${prefix}/@4`, path))).text()
      const notice = /<aside[^>]*data-pinned="4".*?<\/aside>/s.exec(html)?.[0].replaceAll('&amp;', '&') ?? ''
      const live = inLanguage(prefix, path)
      if (!notice.includes(`href="${live}"`)) silent.push(live)
      if (/[:：：]\s*[.。]|undefined|\{\w+\}/.test(notice)) silent.push(`${live} in words`)
    }
  }
  expect(silent).toEqual([])
})

test('a long edition is read in parts, by names, pinned and live, without JavaScript', async ({ browser }) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const prefix of ['', '/zh', '/@4', '/zh/@4']) {
    const seen = new Set<string>()
    await page.goto(`${site.baseUrl}${prefix}/editions/4`)
    for (const part of [1, 2]) {
      await expect(page).toHaveURL(`${site.baseUrl}${prefix}/editions/4${part === 1 ? '' : `?page=${part}`}`)
      const changes = page.locator('[data-change]')
      await expect(changes).toHaveCount(100)
      for (const id of await changes.evaluateAll((all) => all.map((one) => one.getAttribute('data-change') ?? '')))
        seen.add(id)
      const [first, id] = await Promise.all([
        changes.first().getByRole('link').first().innerText(),
        changes.first().getAttribute('data-change'),
      ])
      expect(first).not.toBe(id)
      await expect(changes.first().locator('.record-id')).toHaveText(id ?? '')
      await page.locator('a[rel="next"]').last().click()
    }
    expect(seen.size).toBe(200)
  }
  await context.close()
})
