import { expect, type Page } from '@playwright/test'
import { test } from './testing/warm-page'

const TWELVE = [
  'Chongqing',
  'Gansu',
  'Guangxi',
  'Guizhou',
  'Heilongjiang',
  'Inner Mongolia',
  'Jilin',
  'Liaoning',
  'Ningxia',
  'Qinghai',
  'Tianjin',
  'Yunnan',
]
const LEFT = ['Inner Mongolia', 'Jilin']

test('on the first day of 2024 all twelve of Document No. 47 are on the list', async ({ page }) => {
  await page.goto('/provinces?list=doc47-2023&on=2024-01-01')
  const states = await readStates(page)
  expect(Object.keys(states).sort()).toEqual(TWELVE)
  expect(new Set(Object.values(states))).toEqual(new Set(['On the list']))
})

test('by March 2026 Inner Mongolia and Jilin have left, and nobody else', async ({ page }) => {
  await page.goto('/provinces?list=doc47-2023&on=2026-03-01')
  const states = await readStates(page)
  expect(
    Object.keys(states)
      .filter((area) => states[area] === 'Has left')
      .sort(),
  ).toEqual(LEFT)
  expect(Object.keys(states).filter((area) => states[area] === 'On the list')).toHaveLength(10)

  await page.goto('/provinces?list=doc47-2023&status=in&on=2026-03-01')
  expect(Object.keys(await readStates(page)).sort()).toEqual(TWELVE.filter((area) => !LEFT.includes(area)))
})

test('a doubtful date is answered doubtfully', async ({ page }) => {
  await page.goto('/provinces?list=doc47-2023&on=2025-01-01')
  const states = await readStates(page)
  expect(states).toMatchObject({ 'Inner Mongolia': 'May have left', Guizhou: 'On the list' })
})

test('before the list there was nobody on it', async ({ page }) => {
  await page.goto('/provinces?list=doc47-2023&on=2020-01-01')
  await expect(page.getByText('Nothing in the record fits this view.')).toBeVisible()
})

test('who has applied is told apart from who has pledged and who has left', async ({ page }) => {
  await page.goto('/provinces')
  const reported = page.getByRole('region', { name: 'Reports on members' })
  for (const text of [
    'Ningxia: Applied to leave',
    'Qinghai: Pledged to leave',
    'Jilin: Left the list',
    'Inner Mongolia: Left the list',
  ]) {
    await expect(reported.getByRole('rowheader', { name: text })).toBeVisible()
  }
  await expect(reported.getByRole('row')).toHaveCount(5)
  const states = await readStates(page)
  expect(states).toMatchObject({ Ningxia: 'On the list', Qinghai: 'On the list' })
})

test('reports that came later are not shown on an earlier day', async ({ page }) => {
  await page.goto('/provinces?on=2025-04-01')
  const reported = page.getByRole('region', { name: 'Reports on members' })
  await expect(reported.getByRole('rowheader')).toHaveText(['Ningxia: Applied to leave'])
})

test('files answer the same question alike', async ({ request }) => {
  const answer = await request.get('/provinces.json?list=doc47-2023&on=2026-03-01')
  const { rows, total } = (await answer.json()) as { total: number; rows: { area: string; status: string }[] }
  expect(total).toBe(12)
  expect(
    rows
      .filter(({ status }) => status === 'left')
      .map(({ area }) => area)
      .sort(),
  ).toEqual(['CN-JL', 'CN-NM'])
  const csv = await (await request.get('/provinces.csv?list=doc47-2023&status=in&on=2026-03-01')).text()
  expect(csv.trim().split('\r\n')).toHaveLength(11)
})

test('the overview and the page of a province say the same', async ({ page }) => {
  await page.goto('/')
  const map = page.getByRole('list', { name: /Document No. 47/ })
  await expect(map.locator('[data-state="in"]')).toHaveCount(10)
  await expect(map.locator('[data-state="left"]')).toHaveText([/Inner Mongolia/, /Jilin/])
  await page.goto('/areas/CN-JL')
  await expect(page.getByRole('region', { name: 'List memberships' })).toContainText('Has left')
})

/** Places and their states, as the first table of the page has them. */
async function readStates(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .getByRole('table')
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [row.children[0]?.textContent ?? '', row.children[1]?.textContent ?? '']))
  return Object.fromEntries(pairs) as Record<string, string>
}
