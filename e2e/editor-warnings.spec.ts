import { expect, type Page } from '@playwright/test'
import { getEdition, getForm, giveReason, publish, signIn, test } from './testing/desk'

const noteOf = (page: Page) => getForm(page).locator('[name=explanation]')
const summaryOf = (page: Page) =>
  page
    .getByRole('list', { name: /Every version/ })
    .getByRole('listitem')
    .first()

test('a figure that breaks an identity is told in numbers, and published with a note', async ({ editor }) => {
  const figure = 'lgb_issue_total.CN.2024.A.official'
  const edition = await getEdition(editor)
  await editor.goto(`/edit/observation/${figure}`)
  const value = getForm(editor).getByLabel('Value')
  await value.fill('98936')
  await giveReason(editor, 'Seen in the yearbook')
  await expect(noteOf(editor)).toHaveCount(0)
  await publish(editor)

  const alert = getForm(editor).getByRole('alert')
  await expect(alert).toBeFocused()
  await expect(alert).toContainText('unusual')
  // 98,936 − (47,193 + 50,743) and 98,936 − (20,675 + 77,261) are both 1,000.
  await expect(alert.getByRole('listitem')).toHaveCount(2)
  const sum =
    'New bonds issued (2024) 47,193 + Refinancing bonds issued (2024) 50,743 should be Local government bonds issued'
  await expect(value).toHaveAccessibleDescription(new RegExp(sum.replace(/[()+]/g, '\\$&')))
  await expect(alert).toContainText('(2024) 98,936, but the difference is 1,000.')
  await expect(value).toHaveValue('98936')
  await expect(value).not.toHaveAttribute('aria-invalid')
  await alert.getByRole('link', { name: 'Value' }).first().click()
  await expect(value).toBeFocused()

  await publish(editor)
  await expect(noteOf(editor)).toHaveAccessibleDescription(/This is needed/)
  expect(await getEdition(editor)).toBe(edition)
  await noteOf(editor).fill('The parts were not restated')
  await publish(editor)
  await expect(editor).toHaveURL(`/debt/${figure}`)
  await expect(summaryOf(editor)).toContainText('Seen in the yearbook · The parts were not restated')
  expect(await getEdition(editor)).toBe(edition + 1)

  // What stands there already asks for nothing.
  await editor.goto(`/edit/observation/${figure}`)
  await getForm(editor).getByLabel('Note').fill('As the yearbook has it')
  await giveReason(editor, 'A note')
  await publish(editor)
  await expect(editor).toHaveURL(`/debt/${figure}`)
})

test('a note is for the warnings that were read: another asks again, and what was written stays', async ({
  editor,
}) => {
  await editor.goto('/edit/observation/lgd_balance_total.150300.2024-12-31.I.official')
  const value = getForm(editor).getByLabel('Value')
  await value.fill('330')
  await giveReason(editor, 'Restated')
  await publish(editor)
  await noteOf(editor).fill('The parts follow')
  await value.fill('33000')
  await publish(editor)
  await expect(value).toHaveAccessibleDescription(/33,000 is more than three times as much as either/)
  await expect(value).toHaveAccessibleDescription(/31 Dec 2023 289.13, 31 Dec 2025 353.91/)
  await expect(noteOf(editor)).toHaveValue('The parts follow')
  await publish(editor)
  await expect(summaryOf(editor)).toContainText('Restated · The parts follow')
})

test('what is wrong is told before what is doubtful', async ({ editor }) => {
  await editor.goto('/edit/observation/lgb_issue_new.CN.2024.A.official')
  await getForm(editor).getByLabel('Value').fill('1')
  await getForm(editor).getByLabel('Source 1', { exact: true }).fill('s-nowhere-at-all')
  await giveReason(editor, 'Wrong')
  await publish(editor)
  await expect(getForm(editor).getByRole('alert')).toContainText('There is no record with this id.')
  await expect(noteOf(editor)).toHaveCount(0)
})

test('both languages and a strong source ask for nothing; one language and a weak source do', async ({ editor }) => {
  const write = async (id: string, fields: Record<string, string>) => {
    await editor.goto('/edit/document/new')
    for (const [label, text] of Object.entries({ Id: id, 'Issued by': 'Bureau', ...fields })) {
      await getForm(editor)
        .getByLabel(new RegExp(`^${label}( \\(required\\))?$`))
        .fill(text)
    }
    await giveReason(editor, 'A new document')
    await publish(editor)
  }
  const whole = { 'Title in English': 'Plan', 'Title in Chinese': '方案', 'Source 1': 's-mof-lgb-202509' }
  await write('d-whole', whole)
  await expect(editor).toHaveURL('/documents/d-whole')

  await write('d-half', { 'Title in English': 'Plan', 'Source 1': 's-seed' })
  const alert = getForm(editor).getByRole('alert')
  await expect(alert.getByRole('listitem')).toHaveCount(2)
  const title = getForm(editor).getByLabel('Title in Chinese')
  await expect(title).toHaveAccessibleDescription(/in the other language only/)
  await expect(getForm(editor).getByRole('group', { name: /^Sources/ })).toHaveAccessibleDescription(
    /lowest reliability \(Local Chinese Communist Party/,
  )
  await title.fill('方案')
  await noteOf(editor).fill('Nobody else reports it')
  await publish(editor)
  await expect(editor).toHaveURL('/documents/d-half')
  await expect(summaryOf(editor)).toContainText('A new document · Nobody else reports it')
})

test('who reviews a proposal sees what is doubtful about it, and the note', async ({
  browser,
  baseURL,
  makePerson,
  editor,
}) => {
  const context = await browser.newContext(baseURL ? { baseURL } : {})
  await signIn(context, await makePerson('He Proposes', 'contributor'))
  const contributor = await context.newPage()
  const propose = () => getForm(contributor).getByRole('button', { name: 'Propose' }).last().click()
  await contributor.goto('/edit/observation/lgd_balance_total.230800.2024-12-31.I.official')
  await getForm(contributor).getByLabel('Value').fill('6201')
  await giveReason(contributor, 'Seen on a screen')
  await propose()
  await noteOf(contributor).fill('The point was missing there')
  await propose()
  await expect(contributor).toHaveURL(/\/edit\/proposals\/\d+$/)
  await expect(contributor.getByRole('heading', { level: 1 })).toHaveText(
    'Seen on a screen · The point was missing there',
  )
  await editor.goto(new URL(contributor.url()).pathname)
  const far = editor.locator('[data-warning=far]')
  await expect(far).toContainText('6,201 is more than ten times as much as its only neighbour: 31 Dec 2023 507.03.')

  await contributor.getByRole('link', { name: 'Change what is proposed' }).click()
  await getForm(contributor).getByLabel('Value').fill('6202')
  await propose()
  await expect(getForm(contributor).getByRole('alert')).toContainText('6,202')
  await getForm(contributor).getByLabel('Value').fill('620.1')
  await getForm(contributor).getByLabel('Note').first().fill('Checked')
  await propose()
  await expect(contributor).toHaveURL(/\/edit\/proposals\/\d+$/)
  await expect(contributor.locator('[data-warning]')).toHaveCount(0)
})

test.describe('without JavaScript, in Chinese', () => {
  test.use({ javaScriptEnabled: false })

  test('the same is told and goes through', async ({ editor }) => {
    const figure = 'lgd_balance_special.CN-GZ.2024-12-31.I.official'
    await editor.goto(`/zh/edit/observation/${figure}`)
    const value = getForm(editor).getByLabel('数值')
    const whole = await readValue(editor, 'lgd_balance_total.CN-GZ.2024-12-31.I.official')
    await value.fill('1,000,000')
    await giveReason(editor, '据年鉴')
    await publish(editor)
    await expect(value).toHaveValue('1,000,000')
    // 11,359.38 − 1,000,000, and what the whole is less than 8,679.18 + 1,000,000.
    await expect(value).toHaveAccessibleDescription(/988,640\.62/)
    const apart = (1_008_679.18 - whole).toLocaleString('en-US', { maximumFractionDigits: 2 })
    await expect(value).toHaveAccessibleDescription(new RegExp(`相差 ${apart.replace('.', '\\.')}`))
    await expect(value).toHaveAccessibleDescription(
      /1,000,000 超过前后两期数值的三倍：2023年12月31日为 6,893\.35，2025年12月31日为 10,541\.44。/,
    )
    await noteOf(editor).fill('仅为测试')
    await publish(editor)
    await expect(editor).toHaveURL(`/zh/debt/${figure}`)
    await expect(editor.getByText('据年鉴 · 仅为测试').first()).toBeVisible()
  })
})

/** A figure as it stands now: other journeys on the same record correct some. */
async function readValue(page: Page, id: string): Promise<number> {
  const { rows } = (await (await page.request.get(`/debt/${id}.json`)).json()) as { rows: [{ value: string }] }
  return Number(rows[0].value)
}
