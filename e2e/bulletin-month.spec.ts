import { type BrowserContext, expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { transact } from '@/db/client'
import { getEdition, getForm, giveReason, signIn, test } from './testing/desk'

const TEXT =
  '2031年5月，全国发行新增债券1007亿元，其中一般债券117亿元、专项债券８９０亿元。全国发行再融资债券10,250亿元，其中一般债券1223亿元、专项债券9027亿元。合计，全国发行地方政府债券1.1257万亿元，其中一般债券1340亿元、专项债券9917亿元。'
const toFigure = (indicator: string) => `${indicator}.CN.2031-05.M.official`

/** Pastes where the focus is, as a browser does. */
async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

async function letPass(page: Page, address: string, note: string) {
  await page.goto(address)
  await page.getByLabel('Note').fill(note)
  await page.getByLabel('Decision').selectOption({ label: 'Publish' })
  await page.getByRole('button', { name: 'Send the decision' }).click()
  await expect(page.locator('[data-event=published]')).toContainText(note)
}

test('a month: the bulletin is entered by one, looked at and published by another, and a figure corrected a week later', async ({
  browser,
  baseURL,
  makePerson,
  editor,
}) => {
  const context: BrowserContext = await browser.newContext(baseURL ? { baseURL } : {})
  await signIn(context, await makePerson('Second Look'))
  const second = await context.newPage()
  await setFourEyes(true)
  try {
    const edition = await getEdition(editor)
    await editor.goto('/edit/bulletin?source=s-mof-lgb-202509&area=CN&period=2031-05&frequency=M')
    await editor.getByLabel('New bonds issued, Total', { exact: true }).focus()
    await paste(editor, TEXT)
    await expect(editor.getByText('Figures read from what was pasted: 9.')).toBeVisible()
    await expect(editor.getByText('= 11,257 yi (亿元)').first()).toBeVisible()
    await expect(editor.locator('[data-identity=passes]')).toHaveCount(6)
    await expect(editor.locator('[data-identity=fails]')).toHaveCount(0)
    await editor.getByLabel('Why is this published?').fill('Bonds of May 2031')
    await editor.getByRole('button', { name: 'Propose', exact: true }).click()
    await expect(editor).toHaveURL(/\/edit\/proposals\/\d+$/)
    await expect(editor.getByText('Somebody else has to publish this')).toBeVisible()
    expect(await getEdition(editor)).toBe(edition)

    await second.goto('/edit/proposals')
    await second.getByRole('link', { name: 'Bonds of May 2031' }).click()
    await expect(second.locator('tr[data-field=value]')).toHaveCount(9)
    await letPass(second, second.url(), 'Read against the page of the ministry')
    await second.goto(`/editions/${edition + 1}`)
    await expect(second.getByText('by Lin Wei')).toBeVisible()
    await expect(second.getByText('reviewed by Second Look')).toBeVisible()

    const figure = toFigure('lgb_issue_new_special')
    await editor.goto(`/edit/observation/${figure}`)
    await editor.getByLabel('Value').fill('891')
    await giveReason(editor, 'The ministry has corrected its table')
    await getForm(editor).getByRole('button', { name: 'Propose' }).last().click()
    await expect(editor).toHaveURL(/\/edit\/proposals\/\d+$/)
    await letPass(second, new URL(editor.url()).pathname, 'Seen')
    await editor.goto(`/debt/${figure}`)
    await expect(editor.locator('dd[data-field=value]')).toContainText('891')
    await editor.goto(`/@${edition + 1}/debt/${figure}`)
    await expect(editor.locator('dd[data-field=value]')).toContainText('890')
    await expect(editor.getByText('The ministry has corrected its table').first()).toBeVisible()
  } finally {
    await setFourEyes(false)
    await context.close()
  }
})

async function setFourEyes(enabled: boolean): Promise<void> {
  await transact((transaction) =>
    transaction.execute(sql`
      insert into desk.policy (name, enabled, changed_by) select 'four-eyes', ${enabled}, id from desk."user" limit 1
      on conflict (name) do update set enabled = excluded.enabled`),
  )
}
