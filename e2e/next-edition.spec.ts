import { expect, test } from '@playwright/test'
import { auditThemes } from './testing/audit'
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
  await expect(page.getByText('this view has moved on in 1 row: 1 changed, 0 come, 0 gone')).toBeVisible()
  await expect(page.locator('[data-drift]')).toHaveCount(1)
  await page.goto(`${site.baseUrl}/@4/areas?kind=county`)
  await expect(page.getByText(/Nothing in this view has changed since/)).toBeVisible()
})

test('a pinned page that has moved on is as readable as any, in both languages and themes', async ({ page }) => {
  const found: string[] = []
  for (const path of [
    '/@4/areas?kind=province',
    '/zh/@4/areas?kind=province',
    '/@5/areas/CN-GZ',
    '/zh/@5/areas/CN-GZ',
  ]) {
    await page.goto(site.baseUrl + path)
    await expect(page.locator('[data-drift="CN-GZ"]')).toBeVisible()
    found.push(...(await auditThemes(page, path)))
  }
  expect(found).toEqual([])
})
