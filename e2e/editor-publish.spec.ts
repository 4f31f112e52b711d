import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { awaken } from './testing/awaken'
import { getEdition, giveNote, giveReason, PASSWORD, publish, test } from './testing/desk'

test('an editor signs in, changes a figure, and lands on the record with the new value', async ({
  page,
  makePerson,
}) => {
  const figure = 'lgd_balance_total.CN-GZ.2024-12-31.I.official'
  const view = '/debt?indicator=lgd_balance_total&area=CN-GZ'
  const person = await makePerson('Lin Wei')
  const edition = await getEdition(page)
  const before = await readFiles(page, `/@${edition}`, view)
  expect(before.json).toContain('"17537.09"')

  await page.goto(`/debt/${figure}`)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`/edit/observation/${figure}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Guizhou')
  await expect(page.getByLabel('Value')).toHaveValue('17537.09')
  await page.getByLabel('Value').fill('17,540.5')
  await giveReason(page, 'The ministry restated it')
  await publish(page)
  await giveNote(page, 'Its parts are not restated yet')
  await publish(page)

  await expect(page).toHaveURL(`/debt/${figure}`)
  await expect(page.locator('dd[data-field=value]')).toContainText('17,540.5')
  const newest = page
    .getByRole('list', { name: /Every version/ })
    .getByRole('listitem')
    .first()
  await expect(newest).toContainText('The ministry restated it')
  await expect(newest).toContainText('Lin Wei')
  expect(await getEdition(page)).toBe(edition + 1)

  await page.goto(`/@${edition}${view}`)
  await expect(page.locator(`[id="${figure}"]`)).toContainText('17,537.09')
  const notice = page.getByRole('complementary', { name: `Edition ${edition}` })
  await expect(notice.locator('tr[data-field]')).toHaveCount(1)
  const cells = notice.locator('tr[data-field=value]').getByRole('cell')
  await expect(cells.nth(0)).toContainText('17,537.09')
  await expect(cells.nth(1)).toContainText('17,540.5')
  await expect(notice).toContainText('Lin Wei')
  await expect(notice).toContainText('The ministry restated it')
  expect(await readFiles(page, `/@${edition}`, view)).toEqual(before)
  const now = await readFiles(page, '', view)
  expect(now.json).toContain('"17540.5"')
  expect(now.csv).toContain(',17540.5,')
})

test('who saw the old value sees the new one within half a second', async ({ editor, browser, baseURL }) => {
  const figure = 'lgd_balance_total.CN-CQ.2025-12-31.I.official'
  const view = '/debt?indicator=lgd_balance_total&area=CN-CQ&from=2025'
  const [byReload, softly, fetching] = await openReaders(browser, baseURL ?? '', view)
  const old = '16,782'
  for (const reader of [byReload, softly, fetching]) await expect(cellOf(reader, figure)).toContainText(old)
  expect(await fetchText(fetching, view)).toContain(old)
  await awaken(softly)
  await softly.getByRole('link', { name: /^Value/ }).click()
  await expect(softly).toHaveURL(/sort=-value/)
  await softly.evaluate(() => Object.assign(window, { sameDocument: true }))

  await editor.goto(`/edit/observation/${figure}`)
  await editor.getByLabel('Value').fill('16790')
  await giveReason(editor, 'Restated')
  await publish(editor)
  await giveNote(editor, 'Its parts are not restated yet')
  await publish(editor)
  await editor.waitForURL(/\/debt\//, { waitUntil: 'commit' })
  await editor.waitForTimeout(500)

  const [, , text] = await Promise.all([
    byReload.reload(),
    softly.getByRole('link', { name: /^Period/ }).click(),
    fetchText(fetching, view),
  ])
  expect(text).toContain('16,790')
  expect(text).not.toContain('16,782')
  await expect(softly).toHaveURL(view)
  for (const reader of [byReload, softly]) {
    await expect(cellOf(reader, figure)).toContainText('16,790')
  }
  expect(await softly.evaluate(() => 'sameDocument' in window), 'one document').toBe(true)
})

test('going back after publishing shows what is published, ready to be changed again', async ({ editor }) => {
  await editor.goto('/edit/area/CN-GZ')
  for (const note of ['once', 'and again']) {
    await editor.getByLabel('Note').fill(note)
    await giveReason(editor, 'A note')
    await publish(editor)
    await expect(editor).toHaveURL('/areas/CN-GZ')
    await expect(editor.locator('dd[data-field=note]')).toHaveText(note)
    await editor.goBack()
    await expect(editor.getByLabel('Note')).toHaveValue(note)
  }
})

test('two presses are sent once', async ({ editor }) => {
  const edition = await getEdition(editor)
  const sent: string[] = []
  editor.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await editor.goto('/edit/area/CN-NM')
  await editor.getByLabel('Note').fill('pressed twice')
  await giveReason(editor, 'Pressed twice')
  await editor
    .getByRole('form', { name: 'Publish' })
    .getByRole('button', { name: 'Publish' })
    .last()
    .evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
  await expect(editor).toHaveURL('/areas/CN-NM')
  expect(sent).toHaveLength(1)
  expect(await getEdition(editor)).toBe(edition + 1)
})

test('what is published already makes no edition', async ({ editor }) => {
  const edition = await getEdition(editor)
  await editor.goto('/edit/area/CN-GS')
  await giveReason(editor, 'Nothing')
  await publish(editor)
  await expect(editor.getByRole('alert').first()).toContainText('nothing to publish')
  expect(await getEdition(editor)).toBe(edition)
})

function cellOf(page: Page, figure: string) {
  return page.locator(`tr[id="${figure}"]`)
}

async function openReaders(browser: Browser, baseURL: string, path: string): Promise<[Page, Page, Page]> {
  const open = async () => {
    const page = await (await browser.newContext({ baseURL })).newPage()
    await page.goto(path)
    return page
  }
  return [await open(), await open(), await open()]
}

function fetchText(page: Page, path: string): Promise<string> {
  return page.evaluate(async (address) => (await fetch(address)).text(), path)
}

async function readFiles(page: Page, prefix: string, view: string): Promise<{ json: string; csv: string }> {
  const [path, query] = view.split('?')
  const [json, csv] = await Promise.all(
    ['json', 'csv'].map(async (format) => (await page.request.get(`${prefix}${path}.${format}?${query}`)).text()),
  )
  return { json: json ?? '', csv: csv ?? '' }
}
