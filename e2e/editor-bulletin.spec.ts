import { expect } from '@playwright/test'
import { getEdition, test } from './testing/desk'

const HEAD = '/edit/bulletin?source=s-seed&area=CN&period=2030-05&frequency=M'

test('a bulletin is typed by keyboard, tested as it is typed, and published as one', async ({ editor }) => {
  const edition = await getEdition(editor)
  await editor.goto('/edit/bulletin')
  await editor.getByLabel('Source (id)').fill('s-seed')
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

  const block = '700\t\t\r\n'
  await editor.getByLabel('Refinancing bonds issued, Total', { exact: true }).focus()
  await editor.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, block)
  await expect(editor.getByLabel('Refinancing bonds issued, Total', { exact: true })).toHaveValue('700')

  await editor.getByLabel('Why is this published?').fill('May 2030')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(editor).toHaveURL(`/editions/${edition + 1}`)
  await editor.goto('/debt/lgb_issue_new.CN.2030-05.M.official')
  await expect(editor.locator('dd[data-field=value]')).toContainText('300')
})

test('without JavaScript a sum that does not hold asks for a note, and what was typed stays', async ({
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
  await page.goto(HEAD.replace('2030-05', '2030-06'))
  await page.locator('[name="v.lgb_issue_new"]').fill('100')
  await page.locator('[name="v.lgb_issue_new_general"]').fill('40')
  await page.locator('[name="v.lgb_issue_new_special"]').fill('50亿元')
  await page.getByLabel('Why is this published?').fill('June 2030')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('A sum does not hold')
  await expect(page.locator('[name="v.lgb_issue_new_special"]')).toHaveValue('50亿元')
  await page.getByLabel('Note on what does not add up').fill('As printed')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page).toHaveURL(`/editions/${edition + 1}`)
  await context.close()
})
