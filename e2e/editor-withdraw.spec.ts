import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { getEdition, getForm, giveReason, publish, test } from './testing/desk'

test('a source that is cited is not withdrawn alone, but with what rests on it', async ({ editor }) => {
  const source = 's-ap-npcsc'
  const edition = await getEdition(editor)
  const pinned = await editor.request.get(`/@${edition}/sources/${source}.json`)
  const { title } = ((await pinned.json()) as { rows: [{ title: string }] }).rows[0]
  await editor.goto(`/sources/${source}`)
  const resting = await listResting(editor, source)
  expect(resting.length).toBeGreaterThan(1)

  await editor.goto(`/edit/source/${source}`)
  const form = editor.getByRole('form', { name: 'Withdraw this record' })
  await form.getByLabel('Reason for withdrawing').fill('The report was retracted')
  await form.getByRole('button', { name: 'Withdraw' }).click()
  const refusal = form.getByRole('alert')
  await expect(refusal).toBeFocused()
  await expect(refusal).toContainText('Other records rest on this one')
  for (const id of resting) await expect(refusal.locator(`a[href$="/${id}"]`)).toBeVisible()
  for (const id of resting) await expect(refusal.locator(`a[href$="/${id}"]`)).not.toHaveText(id)
  await expect(form.getByLabel('Reason for withdrawing')).toHaveValue('The report was retracted')
  expect(await getEdition(editor)).toBe(edition)

  await form.getByRole('radio', { name: /Withdraw them too/ }).check()
  await form.getByRole('button', { name: 'Withdraw' }).click()
  await expect(editor).toHaveURL(`/sources/${source}`)
  await expectTombstone(editor, 'The report was retracted', edition + 1)
  expect(await getEdition(editor)).toBe(edition + 1)
  const figure = resting.find((id) => id.includes('.'))
  const live = await editor.goto(`/debt/${figure}`)
  expect(live?.status()).toBe(200)
  await expectTombstone(editor, 'The report was retracted', edition + 1)
  await editor.goto(`/@${edition}/debt/${figure}`)
  await expect(editor.locator('[data-tombstone]')).toHaveCount(0)
  await expect(editor.locator('dd[data-field=citations]')).toContainText(title)
  await expect(editor.getByRole('complementary', { name: `Edition ${edition}` })).toContainText(
    'The report was retracted',
  )
})

test('what rests on a source is cited to another in the same edition', async ({ editor }) => {
  const source = 's-lan-2025'
  const edition = await getEdition(editor)
  await editor.goto('/sources')
  const resting = await listResting(editor, source)
  await editor.goto(`/edit/source/${source}`)
  const form = editor.getByRole('form', { name: 'Withdraw this record' })
  await form.getByLabel('Reason for withdrawing').fill('A copy of the official transcript')
  await form.getByRole('radio', { name: /rest on another/ }).check()

  await form.getByRole('button', { name: 'Withdraw' }).click()
  await expect(form.getByRole('alert')).toContainText('Id of the other record: This is needed')
  await form.getByLabel('Id of the other record').fill('s-nowhere')
  await form.getByRole('button', { name: 'Withdraw' }).click()
  await expect(form.getByLabel('Id of the other record')).toHaveAttribute('aria-invalid', 'true')
  await expect(form.getByRole('alert')).toContainText('There is no record with this id')
  await form.getByLabel('Id of the other record').fill('s-seed')
  await expect(form.getByText('Chosen: Local Chinese Communist Party')).toBeVisible()
  await form.getByLabel('Record that takes its place').fill('s-seed')
  await form.getByRole('button', { name: 'Withdraw' }).click()

  await expect(editor).toHaveURL(`/sources/${source}`)
  await expectTombstone(editor, 'A copy of the official transcript', edition + 1)
  await expect(editor.locator('[data-tombstone] a')).toHaveAttribute('href', '/sources/s-seed')
  expect(await listResting(editor, source)).toEqual([])
  const { rows } = await readEdition(editor, edition + 1)
  expect(rows).toBe(resting.length + 1)
})

test('a withdrawn record is restored through its form, with the fields it had', async ({ editor }) => {
  const edition = await getEdition(editor)
  await editor.goto('/edit/mention/m-07')
  const summary = await getForm(editor).getByLabel('Summary').inputValue()
  const form = editor.getByRole('form', { name: 'Withdraw this record' })
  await form.getByRole('button', { name: 'Withdraw' }).click()
  await expect(form.getByLabel('Reason for withdrawing')).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('Reason for withdrawing').fill('By mistake')
  await form.getByRole('button', { name: 'Withdraw' }).click()
  await expectTombstone(editor, 'By mistake', edition + 1)

  await editor.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(editor.getByText(`This record was withdrawn in edition ${edition + 1}: By mistake`)).toBeVisible()
  await expect(editor.getByRole('form', { name: 'Withdraw this record' })).toHaveCount(0)
  await expect(getForm(editor).getByLabel('Summary')).toHaveValue(summary)
  await giveReason(editor, 'It was right after all')
  await publish(editor)
  await expect(editor).toHaveURL('/mentions/m-07')
  await expect(editor.locator('[data-tombstone]')).toHaveCount(0)
  await expect(editor.getByText('It was right after all')).toBeVisible()
  await editor.goto(`/@${edition + 1}/mentions/m-07`)
  await expectTombstone(editor, 'By mistake', edition + 1)
})

test('a new record cannot take the id of one that was withdrawn', async ({ editor }) => {
  await editor.goto('/edit/claimant/new')
  for (const id of ['goldman-sachs', 'imf'])
    await editor.request.get(`/claimants/${id}`).then((answer) => expect(answer.status()).toBeLessThan(500))
  await getForm(editor).getByLabel('Id').fill('goldman-sachs')
  await getForm(editor).getByLabel('Name in English').fill('Another bank')
  await getForm(editor).getByLabel('Name in Chinese').fill('另一家银行')
  await getForm(editor).getByLabel('Kind').selectOption('bank')
  await giveReason(editor, 'A bank')
  await publish(editor)
  await expect(editor.getByRole('alert').first()).toContainText('Ids are never used again')
  await expect(getForm(editor).getByLabel('Name in English')).toHaveValue('Another bank')
  await editor.getByRole('link', { name: 'Open that record' }).click()
  await expect(editor).toHaveURL('/edit/claimant/goldman-sachs')
})

async function expectTombstone(page: Page, reason: string, edition: number) {
  const stone = page.locator('[data-tombstone]')
  await expect(stone).toContainText(reason)
  await expect(stone).toContainText(`edition ${edition}`)
}

async function listResting(page: Page, source: string): Promise<string[]> {
  const ids: string[] = []
  for (const table of ['areas', 'documents', 'lists', 'provinces', 'reports', 'task-forces', 'mentions', 'debt']) {
    for (let next: string | null = `/${table}.json`; next !== null; ) {
      const file = (await (await page.request.get(next)).json()) as {
        next: string | null
        rows: { id: string; citations?: { source: string }[] }[]
      }
      ids.push(...file.rows.filter((row) => row.citations?.some((one) => one.source === source)).map(({ id }) => id))
      next = file.next
    }
  }
  return ids
}

async function readEdition(page: Page, n: number): Promise<{ rows: number }> {
  await page.goto(`/editions/${n}`)
  return { rows: await page.locator('[data-change]').count() }
}
