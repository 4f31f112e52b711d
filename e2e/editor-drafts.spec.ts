import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { awaken } from './testing/awaken'
import { getForm, giveReason, publish, test } from './testing/desk'

test('leaving with something unsaved asks first: by link, by going back, not after publishing', async ({ editor }) => {
  await editor.goto('/edit/area')
  await editor.getByRole('link', { name: /Hubei/ }).click()
  await expect(editor.getByLabel('Note')).toBeVisible()
  await awaken(editor)
  const asked: string[] = []
  editor.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  await editor.getByLabel('Note').fill('Unsaved')
  await editor.getByRole('link', { name: 'Your account' }).click({ noWaitAfter: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await editor.evaluate(() => history.back())
  await expect.poll(() => asked).toEqual(['beforeunload', 'beforeunload'])
  await expect(editor.getByLabel('Note')).toHaveValue('Unsaved')
  await giveReason(editor, 'Saved')
  await publish(editor)
  await expect(editor).toHaveURL('/areas/CN-HB')
  expect(asked).toHaveLength(2)
})

test('an answer that does not come is told, and what was typed stays', async ({ editor }) => {
  await editor.goto('/edit/area/CN-HN')
  await getForm(editor).getByLabel('Note').fill('Typed on a train')
  await giveReason(editor, 'On a train')
  await editor.context().setOffline(true)
  await publish(editor)
  await expect(getForm(editor).getByRole('alert')).toContainText('No answer came')
  await expect(getForm(editor).getByLabel('Note')).toHaveValue('Typed on a train')
  await editor.context().setOffline(false)
  await publish(editor)
  await expect(editor.locator('dd[data-field=note]')).toHaveText('Typed on a train')
})

test('what was typed and not sent is there again after a reload, until it is discarded or published', async ({
  editor,
}) => {
  const form = '/edit/source/s-ap-npcsc'
  await editor.goto(form)
  const title = await editor.getByLabel('Title').inputValue()
  await editor.getByLabel('Title').fill('Typed before the power went')
  editor.on('dialog', (dialog) => dialog.accept())
  await editor.reload()
  await expect(editor.locator('[data-restored]')).toContainText('did not send')
  await expect(editor.getByLabel('Title')).toHaveValue('Typed before the power went')
  await editor.getByRole('button', { name: 'Discard it' }).click()
  await expect(editor.getByLabel('Title')).toHaveValue(title)
  await editor.reload()
  await expect(editor.locator('[data-restored]')).toHaveCount(0)
  await editor.getByLabel('Title').fill('Typed and sent')
  await giveReason(editor, 'Sent')
  await publish(editor)
  await expect(editor).toHaveURL('/sources/s-ap-npcsc')
  await editor.goto(form)
  await expect(editor.getByLabel('Title')).toHaveValue('Typed and sent')
  await expect(editor.locator('[data-restored]')).toHaveCount(0)
})

test.describe('what is typed before the scripts of a page are there', () => {
  /** Holds back the scripts of a page until they are let go. */
  async function holdScripts(page: Page): Promise<() => void> {
    let letGo = () => {}
    const whenLetGo = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await whenLetGo
      await route.continue()
    })
    return letGo
  }

  test('is understood when they come, and kept', async ({ editor }) => {
    const letGo = await holdScripts(editor)
    await editor.goto('/edit/report/new', { waitUntil: 'commit' })
    const form = getForm(editor)
    await form.getByLabel('Member').pressSequentially('doc47-2023.CN-JL.1')
    await form.getByLabel('Kind').selectOption({ index: 2 })
    const kind = await form.getByLabel('Kind').inputValue()
    letGo()
    await expect(form.getByText('Chosen: Jilin')).toBeVisible()
    editor.on('dialog', (dialog) => dialog.accept())
    await editor.reload()
    await expect(editor.locator('[data-restored]')).toContainText('did not send')
    await expect(form.getByLabel('Member')).toHaveValue('doc47-2023.CN-JL.1')
    await expect(form.getByLabel('Kind')).toHaveValue(kind)
  })

  test('stays in a field of many lines that was filled', async ({ editor }) => {
    const path = '/edit/source/s-mof-lgb-202605'
    const letGo = await holdScripts(editor)
    await editor.goto(path, { waitUntil: 'commit' })
    const note = getForm(editor).getByLabel('Note', { exact: true })
    const before = await note.inputValue()
    expect(before).not.toBe('')
    await note.focus()
    await editor.keyboard.press('ControlOrMeta+End')
    await editor.keyboard.type(' Typed early')
    letGo()
    await awaken(editor)
    await expect(note).toHaveValue(`${before} Typed early`)
    await editor.keyboard.type(' and late')
    await expect(note).toHaveValue(`${before} Typed early and late`)
    editor.on('dialog', (dialog) => dialog.accept())
    await editor.reload()
    await expect(editor.locator('[data-restored]')).toContainText('did not send')
    await expect(note).toHaveValue(`${before} Typed early and late`)
    await editor.getByRole('button', { name: 'Discard it' }).click()
    await expect(note).toHaveValue(before)
  })

  test('stands over what was kept earlier, and the caret stays where it is', async ({ editor }) => {
    await editor.goto('/edit/source/s-ap-npcsc')
    await editor.getByLabel('Title').fill('Typed before the power went')
    await editor.getByLabel('Note').first().fill('Kept from then')
    editor.on('dialog', (dialog) => dialog.accept())
    await editor.goto('/edit')
    const letGo = await holdScripts(editor)
    await editor.goto('/edit/source/s-ap-npcsc', { waitUntil: 'commit' })
    const title = editor.getByLabel('Title')
    await title.fill('Typed  anew')
    for (let at = 0; at < 5; at += 1) await title.press('ArrowLeft')
    letGo()
    await expect(editor.locator('[data-restored]')).toBeVisible()
    await expect(title).toHaveValue('Typed  anew')
    await expect(title).toBeFocused()
    await editor.keyboard.type('quickly')
    await expect(title).toHaveValue('Typed quickly anew')
    await expect(editor.getByLabel('Note').first()).toHaveValue('Kept from then')
    await editor.getByRole('button', { name: 'Discard it' }).click()
  })
})
