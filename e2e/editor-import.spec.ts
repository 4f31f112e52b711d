import { expect, type Page } from '@playwright/test'
import { getEdition, test } from './testing/desk'

const HEADS = '指标\tREF_AREA\t时期\tFREQ\tOBS_VALUE\tstatus\t数字由谁提出\tSOURCE\tRemarks'
const FIGURE = 'lgd_balance_total.CN-XZ.2019-12-31.I.official'

const rowOf = (area: string, day: string, value: string) =>
  ['lgd_balance_total', area, day, 'I', value, 'official', 'official', 's-seed', 'x'].join('\t')

const paste = (page: Page) => page.getByLabel('Or paste the table here')
const counts = (page: Page) => page.locator('[data-report=counts]')

test('a table with planted errors is mended, published as one edition and taken back as one', async ({ editor }) => {
  const edition = await getEdition(editor)
  const wrong = [HEADS, rowOf('540000', '2019-12-31', '251.4'), rowOf('CN-GS', '2019-12-31', '3,116,6')]
  await editor.goto('/edit/import')
  await paste(editor).fill(wrong.join('\n'))
  await editor.getByRole('button', { name: 'Look at it' }).click()
  await expect(editor).toHaveURL(/\/edit\/import\/\d+$/)
  await expect(editor.locator('[data-problem=unknown-heads]')).toContainText('Remarks')

  for (const head of await editor
    .locator('tr[data-column]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.column ?? ''))) {
    const select = editor.locator(`tr[data-column="${head}"] select`)
    if ((await select.inputValue()) === '?' && head !== '数字由谁提出') await select.selectOption('')
    if (head === '数字由谁提出') await select.selectOption('CLAIMANT')
  }
  await editor.getByRole('button', { name: 'Look at it again' }).click()
  await expect(counts(editor)).toContainText('1 wrong')
  await expect(editor.locator('tr[data-line="3"]')).toContainText('Column OBS_VALUE, “3,116,6”')
  await expect(editor.getByRole('button', { name: 'Publish as one edition' })).toHaveCount(0)
  const report = await editor.request.get(`${new URL(editor.url()).pathname}/report`)
  expect(await report.text()).toContain('3,observation,lgd_balance_total.CN-GS.2019-12-31.I.official,error,value')
  expect(await getEdition(editor)).toBe(edition)

  await paste(editor).fill(wrong.join('\n').replace('3,116,6', '3,116.6'))
  await editor.getByRole('button', { name: 'Look at it again' }).click()
  await expect(counts(editor)).toContainText('2 new')
  // Both rest on a source of the lowest reliability alone.
  await expect(editor.locator('[data-code=weak]')).toContainText('source only: 2')
  await expect(editor.locator('tr[data-line="2"] [data-warned]')).toContainText('lowest reliability (Local Chinese')
  await editor.getByLabel('Why is this published?').fill('Balances of 2019')
  const note = editor.getByLabel('Note on what is unusual')
  await editor.getByRole('button', { name: 'Publish as one edition' }).click()
  await expect(note).toHaveAccessibleDescription(/say why in the note/)
  await expect(editor.getByLabel('Why is this published?')).toHaveValue('Balances of 2019')
  expect(await getEdition(editor)).toBe(edition)
  await note.fill('Nobody else reports them')
  await editor.getByRole('button', { name: 'Publish as one edition' }).click()
  await expect(editor).toHaveURL(`/editions/${edition + 1}`)
  await expect(editor.getByText('Balances of 2019 · Nobody else reports them').first()).toBeVisible()
  await editor.goto(`/debt/${FIGURE}`)
  await expect(editor.locator('dd[data-field=value]')).toContainText('251.4')

  await editor.goto(`/edit/undo/${edition + 1}`)
  await editor.getByLabel('Reason').fill('The wrong table')
  await editor.getByRole('button', { name: 'Take it back' }).click()
  await expect(editor).toHaveURL(`/editions/${edition + 2}`)
  await editor.goto(`/debt/${FIGURE}`)
  await expect(editor.getByText('This record was withdrawn.')).toBeVisible()
  await expect(editor.getByText('Reason: The wrong table')).toBeVisible()
})

test('a long file says how far it is while it is looked at and while it is published', async ({ editor }) => {
  const days = Array.from({ length: 6_000 }, (_, at) => new Date(Date.UTC(1970, 0, 1 + at)).toISOString().slice(0, 10))
  const heads = HEADS.replace('数字由谁提出\tSOURCE\tRemarks', 'CLAIMANT\tSOURCE')
  const text = [heads, ...days.map((day) => withoutRemark(rowOf('CN-QH', day, '7')))].join('\n')
  const bar = editor.getByRole('progressbar', { name: 'How much is done' })
  const known = /^(0\.0*[1-9]|1$)/
  await editor.goto('/edit/import')
  await editor
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'long.tsv', mimeType: 'text/tab-separated-values', buffer: Buffer.from(text) })
  await editor.getByRole('button', { name: 'Look at it' }).click()
  await expect(bar).toHaveAttribute('value', known)
  await expect(bar).toBeInViewport()
  await expect(editor.getByRole('status').filter({ hasText: 'Sending and checking' })).toHaveText(/rows\.$/)
  await expect(editor).toHaveURL(/\/edit\/import\/\d+$/)
  await expect(counts(editor)).toContainText('6,000 new')
  await expect(bar).toHaveCount(0)

  // Without a note it is refused in the end, and leaves nothing behind.
  await editor.getByLabel('Why is this published?').fill('Every day')
  await editor.getByRole('button', { name: 'Publish as one edition' }).click()
  await expect(bar).toHaveAttribute('value', known)
  await expect(editor.getByLabel('Note on what is unusual')).toHaveAccessibleDescription(/say why in the note/)
  await expect(bar).toHaveCount(0)
})

test('without JavaScript a file saved in GBK is looked at and published', async ({ editor, browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    storageState: await editor.context().storageState(),
  })
  const page = await context.newPage()
  const edition = await getEdition(page)
  await page.goto('/edit/import')
  await page.getByLabel('What the rows are').selectOption('claimant')
  const head = Buffer.from('ID,NAME_EN,NAME_ZH,KIND\nbank-of-tests,Bank of Tests,')
  const gbk = Buffer.concat([
    head,
    Buffer.from([0xb2, 0xe2, 0xca, 0xd4, 0xd2, 0xf8, 0xd0, 0xd0]),
    Buffer.from(',bank\n'),
  ])
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'claimants.csv', mimeType: 'text/csv', buffer: gbk })
  await page.getByRole('button', { name: 'Look at it' }).click()
  await expect(counts(page)).toContainText('1 new')
  await page.getByLabel('Why is this published?').fill('A bank')
  await page.getByRole('button', { name: 'Publish as one edition' }).click()
  await expect(page).toHaveURL(`/editions/${edition + 1}`)
  const answer = await page.request.get('/zh/editions.json')
  expect(answer.ok()).toBe(true)
  await page.goto('/edit/claimant/bank-of-tests')
  await expect(page.getByLabel('Name in Chinese')).toHaveValue('测试银行')
  await context.close()
})

test.describe('without JavaScript, in Chinese', () => {
  test.use({ javaScriptEnabled: false })

  test('what is doubtful is told in its row, and the file goes through with one note', async ({ editor }) => {
    const edition = await getEdition(editor)
    await editor.goto('/zh/edit/import')
    const rows = [rowOf('CN-YN', '2019-11-30', '1'), rowOf('CN-YN', '2019-10-31', '2')]
    await editor
      .getByLabel('或将表格粘贴在此')
      .fill([HEADS.replace('数字由谁提出\tSOURCE\tRemarks', 'CLAIMANT\tSOURCE'), ...rows.map(withoutRemark)].join('\n'))
    await editor.getByRole('button', { name: '检查' }).click()
    await expect(editor.locator('[data-code=weak]')).toHaveText('仅有一个可靠性最低来源的记录：2 条')
    await expect(editor.locator('[data-code=far]')).toHaveCount(0)
    await expect(editor.locator('tr[data-line="2"] [data-warned]').first()).toContainText('唯一的来源可靠性最低')
    await editor.getByLabel('发布理由').fill('据报道')
    await editor.getByRole('button', { name: '作为一版发布' }).click()
    await expect(editor.getByLabel('发布理由')).toHaveValue('据报道')
    await expect(editor.getByLabel('对不同寻常之处的说明')).toHaveAccessibleDescription(/请在说明中写明理由/)
    await editor.getByLabel('对不同寻常之处的说明').fill('仅此一处')
    await editor.getByRole('button', { name: '作为一版发布' }).click()
    await expect(editor).toHaveURL(`/zh/editions/${edition + 1}`)
    await expect(editor.getByText('据报道 · 仅此一处').first()).toBeVisible()
  })
})

const withoutRemark = (row: string) => row.replace(/\tx$/, '')
