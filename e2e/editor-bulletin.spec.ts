import { expect, type Page } from '@playwright/test'
import { getEdition, signIn, test } from './testing/desk'

const HEAD = '/edit/bulletin?source=s-seed&area=CN&period=2030-05&frequency=M'
const SOURCE = 's-mof-lgb-202509'

test('a bulletin is typed by keyboard, tested as it is typed, and published as one', async ({ editor }) => {
  const edition = await getEdition(editor)
  await editor.goto('/edit/bulletin')
  await editor.getByLabel('Source (id)').fill(SOURCE)
  await editor.getByLabel('Period').fill('2030-05')
  await editor.getByRole('button', { name: 'Open the sheet' }).click()
  const cell = (column: string) => editor.getByLabel(`New bonds issued, ${column}`, { exact: true })
  await cell('Total').focus()
  await editor.keyboard.type('0.3万亿元')
  await expect(editor.getByText('= 3,000 yi (亿元)')).toBeVisible()
  await editor.keyboard.press('ArrowRight')
  await expect(cell('General')).toBeFocused()
  await editor.keyboard.type('６００')
  await editor.keyboard.press('Tab')
  await editor.keyboard.type('2300亿元')
  await expect(editor.locator('[data-identity=fails]')).toContainText('differs by 100')
  await cell('Special').fill('2400')
  await expect(editor.locator('[data-identity=passes]')).toHaveCount(1)
  await editor.keyboard.press('Enter')
  await expect(cell('Special')).not.toBeFocused()

  const block = '7000\t\t\r\n'
  await editor.getByLabel('Refinancing bonds issued, Total', { exact: true }).focus()
  await editor.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, block)
  await expect(editor.getByLabel('Refinancing bonds issued, Total', { exact: true })).toHaveValue('7000')

  await editor.getByLabel('Why is this published?').fill('May 2030')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(editor).toHaveURL(`/editions/${edition + 1}`)
  await editor.goto('/debt/lgb_issue_new.CN.2030-05.M.official')
  await expect(editor.locator('dd[data-field=value]')).toContainText('300')
})

test('without JavaScript what is doubtful asks for one note, and what was typed stays', async ({
  editor,
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    storageState: await editor.context().storageState(),
  })
  const page = await context.newPage()
  const edition = await getEdition(page)
  await page.goto(HEAD.replace('area=CN', 'area=CN-XJ').replace('2030-05', '2030-06'))
  await page.locator('[name="v.lgb_issue_new"]').fill('100')
  await page.locator('[name="v.lgb_issue_new_general"]').fill('40')
  await page.locator('[name="v.lgb_issue_new_special"]').fill('50亿元')
  await page.getByLabel('Why is this published?').fill('June 2030')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const alert = page.getByRole('alert')
  // The source is told once for all figures, and 100 − (40 + 50) once for all three.
  await expect(alert.getByText('lowest reliability (Local Chinese Communist Party')).toHaveCount(1)
  await expect(alert.getByText('should be')).toHaveCount(1)
  await expect(alert).toContainText('but the difference is 10.')
  await expect(page.locator('[name="v.lgb_issue_new"]')).toHaveAccessibleDescription(/the difference is 10\./)
  await expect(page.locator('[name="v.lgb_issue_new_special"]')).toHaveValue('50亿元')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByLabel('Note on what is unusual')).toHaveAccessibleDescription(/This is needed/)
  expect(await getEdition(page)).toBe(edition)
  await page.getByLabel('Note on what is unusual').fill('As printed')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page).toHaveURL(`/editions/${edition + 1}`)
  await expect(page.getByText('June 2030 · As printed').first()).toBeVisible()
  await context.close()
})

const cellOf = (page: Page, indicator: string) => page.locator(`[name="v.${indicator}"]`)
const send = (page: Page) => page.getByRole('button', { name: 'Publish', exact: true }).click()

test('unsaved figures survive a reload, also what was pasted; a session that ends; and a server that fails', async ({
  editor,
}) => {
  const address = HEAD.replace('s-seed', SOURCE).replace('2030-05', '2032-05')
  await editor.goto(address)
  await cellOf(editor, 'lgb_issue_new_general').fill('600')
  await cellOf(editor, 'lgb_issue_new').focus()
  await editor.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '3000\t600\t2400\n')
    const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(pasted)
  })
  await expect(editor.locator('[data-identity=passes]')).toHaveCount(1)
  editor.once('dialog', (dialog) => dialog.accept())
  await editor.reload()
  await expect(editor.locator('[data-restored]')).toContainText('was kept in this browser')
  await expect(cellOf(editor, 'lgb_issue_new_special')).toHaveValue('2400')
  await expect(editor.locator('[data-identity=passes]')).toHaveCount(1)

  await editor.getByLabel('Why is this published?').fill('May 2032')
  await editor.route('**/edit/bulletin**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await send(editor)
  await expect(editor.getByRole('alert').first()).toContainText('No answer came')
  await editor.unroute('**/edit/bulletin**')
  const cookies = await editor.context().cookies()
  await editor.context().clearCookies()
  await send(editor)
  await expect(editor.getByRole('alert').first()).toContainText('You are signed out')
  await expect(cellOf(editor, 'lgb_issue_new')).toHaveValue('3000')
  await expect(editor.getByLabel('Why is this published?')).toHaveValue('May 2032')

  await editor.context().addCookies(cookies)
  await send(editor)
  await expect(editor).toHaveURL(/\/editions\/\d+$/)
  await editor.goto(address)
  await expect(editor.getByText('now 3,000').first()).toBeVisible()
  await expect(editor.locator('[data-restored]')).toHaveCount(0)
  await expect(cellOf(editor, 'lgb_issue_new')).toHaveValue('')
})

test('a figure that somebody else published meanwhile is a conflict, and the sheet then stands on it', async ({
  editor,
  browser,
  baseURL,
  makePerson,
}) => {
  const address = HEAD.replace('s-seed', SOURCE).replace('2030-05', '2033-05')
  await editor.goto(address)
  await cellOf(editor, 'lgb_issue_new').fill('3000')
  await editor.getByLabel('Why is this published?').fill('May 2033')

  const context = await browser.newContext(baseURL ? { baseURL } : {})
  await signIn(context, await makePerson('Another'))
  const other = await context.newPage()
  await other.goto(address)
  await cellOf(other, 'lgb_issue_new').fill('3100')
  await other.getByLabel('Why is this published?').fill('May 2033, restated')
  await send(other)
  await expect(other).toHaveURL(/\/editions\/\d+$/)
  await context.close()

  await send(editor)
  const alert = editor.getByRole('alert').first()
  await expect(alert).toContainText('Somebody')
  await expect(editor.getByText('now 3,100')).toBeVisible()
  await expect(cellOf(editor, 'lgb_issue_new')).toHaveValue('3000')
  await send(editor)
  await expect(editor).toHaveURL(/\/editions\/\d+$/)
  await editor.goto('/debt/lgb_issue_new.CN.2033-05.M.official')
  await expect(editor.locator('dd[data-field=value]')).toContainText('300')
})
