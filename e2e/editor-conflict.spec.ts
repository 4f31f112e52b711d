import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { getForm, giveReason, publish, signIn, test } from './testing/desk'

const SOURCE = 's-ap-npcsc'
const FORM = `/edit/source/${SOURCE}`

test('two editors on one record: told what changed and by whom, text kept, sent again on the new base', async ({
  editor,
  browser,
  makePerson,
  baseURL,
}) => {
  const other = await openFor(browser, baseURL, await makePerson('Mei Zhao'))
  await editor.goto(FORM)
  await other.goto(FORM)
  await change(other, { Title: 'The title of the other', Note: 'Theirs alone' }, 'A better title')
  await expect(other).toHaveURL(`/sources/${SOURCE}`)

  await change(editor, { Title: 'My own title', Publisher: 'My own publisher' }, 'Mine')
  const conflict = editor.getByRole('region', { name: 'Changed since you opened the form' })
  await expect(editor.getByRole('alert').first()).toBeFocused()
  await expect(editor.getByRole('alert').first()).toContainText('Somebody changed the same fields')
  await expect(conflict).toContainText('Mei Zhao: A better title')
  const row = conflict.getByRole('row', { name: /^Title/ })
  await expect(row).toContainText('China approves $840B plan')
  await expect(row).toContainText('The title of the other')
  await expect(conflict.locator('tbody tr')).toHaveCount(1)
  await expect(getForm(editor).getByLabel('Title')).toHaveValue('My own title')
  await expect(getForm(editor).getByLabel('Publisher')).toHaveValue('My own publisher')
  await expect(getForm(editor).getByLabel('Note')).toHaveValue('Theirs alone')
  await expect(getForm(editor).getByLabel('Why is this published?')).toHaveValue('Mine')

  await publish(editor)
  await expect(editor).toHaveURL(`/sources/${SOURCE}`)
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('My own title')
  await expect(editor.locator('dd[data-field=publisher]')).toHaveText('My own publisher')
  await expect(editor.locator('dd[data-field=note]')).toHaveText('Theirs alone')
})

test('after a conflict somebody chooses for each field whose text shall stand', async ({
  editor,
  browser,
  makePerson,
  baseURL,
}) => {
  const form = '/edit/source/s-yicai-qinghai'
  const other = await openFor(browser, baseURL, await makePerson('Mei Zhao'))
  await editor.goto(form)
  await other.goto(form)
  await change(other, { Title: 'Their title', Publisher: 'Their publisher' }, 'Theirs')
  await expect(other).toHaveURL(/\/sources\//)
  await change(editor, { Title: 'My title', Publisher: 'My publisher' }, 'Mine')
  const conflict = editor.getByRole('region', { name: 'Changed since you opened the form' })
  await expect(conflict.locator('tr[data-conflict=title]')).toContainText('My title')
  await conflict.locator('tr[data-conflict=title]').getByRole('radio', { name: 'Now published' }).check()
  await publish(editor)
  await expect(editor).toHaveURL(/\/sources\//)
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Their title')
  await expect(editor.locator('dd[data-field=publisher]')).toHaveText('My publisher')
})

test('changes to other fields merge', async ({ editor, browser, makePerson, baseURL }) => {
  const other = await openFor(browser, baseURL, await makePerson('Mei Zhao'))
  const form = '/edit/source/s-seed'
  await editor.goto(form)
  await other.goto(form)
  await change(other, { Publisher: 'The publisher of the other' }, 'Theirs')
  await expect(other).toHaveURL('/sources/s-seed')
  await change(editor, { Note: 'My note' }, 'Mine')
  await expect(editor).toHaveURL('/sources/s-seed')
  await expect(editor.locator('dd[data-field=publisher]')).toHaveText('The publisher of the other')
  await expect(editor.locator('dd[data-field=note]')).toHaveText('My note')
})

test('who changes what another withdrew meanwhile keeps the text and may restore', async ({
  editor,
  browser,
  makePerson,
  baseURL,
}) => {
  const other = await openFor(browser, baseURL, await makePerson('Mei Zhao'))
  await editor.goto('/edit/mention/m-05')
  await other.goto('/edit/mention/m-05')
  const summary = 'A text that took long to write'
  await editor.getByLabel('Summary').fill(summary)
  await other.getByLabel('Reason for withdrawing').fill('Forged')
  await other.getByRole('button', { name: 'Withdraw' }).click()
  await expect(other.locator('[data-tombstone]')).toContainText('Forged')

  await giveReason(editor, 'Mine')
  await publish(editor)
  const conflict = editor.getByRole('region', { name: 'Changed since you opened the form' })
  await expect(conflict).toContainText('Mei Zhao: Forged')
  await expect(conflict).toContainText('The record was withdrawn meanwhile')
  await expect(editor.getByLabel('Summary')).toHaveValue(summary)
  await expect(getForm(editor).getByLabel('Place', { exact: false }).first()).not.toHaveValue('')
  await publish(editor)
  await expect(editor).toHaveURL('/mentions/m-05')
  await expect(editor.locator('dd[data-field=summary]')).toHaveText(summary)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a stale form comes back with what changed, what was typed, and goes through', async ({
    editor,
    browser,
    makePerson,
    baseURL,
  }) => {
    const other = await openFor(browser, baseURL, await makePerson('Mei Zhao'))
    await editor.goto('/edit/area/CN-QH')
    await other.goto('/edit/area/CN-QH')
    await change(other, { Note: 'Theirs' }, 'Theirs')
    await expect(other).toHaveURL('/areas/CN-QH')
    await change(editor, { Note: 'Mine' }, 'Mine')
    await expect(editor.getByRole('region', { name: 'Changed since you opened the form' })).toContainText('Theirs')
    await expect(editor.getByLabel('Note')).toHaveValue('Mine')
    await publish(editor)
    await expect(editor).toHaveURL('/areas/CN-QH')
    await expect(editor.locator('dd[data-field=note]')).toHaveText('Mine')
  })
})

async function openFor(
  browser: Parameters<Parameters<typeof test>[2]>[0]['browser'],
  baseURL: string | undefined,
  person: { email: string },
): Promise<Page> {
  const context = await browser.newContext(baseURL ? { baseURL } : {})
  await signIn(context, person)
  return context.newPage()
}

async function change(page: Page, fields: Record<string, string>, reason: string) {
  for (const [label, text] of Object.entries(fields)) await getForm(page).getByLabel(label).fill(text)
  await giveReason(page, reason)
  await publish(page)
}
