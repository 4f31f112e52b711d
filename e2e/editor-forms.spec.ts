import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { getEdition, getForm, giveReason, publish, test } from './testing/desk'

/** One new record of every noun, in an order in which each may refer to those before: labels and what is typed. */
const records = [
  [
    'area',
    'areas/999001',
    {
      Id: '999001',
      'Name in English': 'Testing',
      'Name in Chinese': '测试区',
      Kind: 'county',
      'Lies in': 'CN-CQ',
      'Source 1': 's-mof-lgb-202509',
    },
  ],
  [
    'source',
    'sources/s-new',
    {
      Id: 's-new',
      Title: '新来源',
      Publisher: 'Bureau',
      Address: 'https://example.org/a',
      'Published on': '2025年3月5日',
      Language: 'zh',
      Kind: 'official',
      Reliability: 'A',
    },
  ],
  [
    'document',
    'documents/d-new',
    {
      Id: 'd-new',
      'Title in English': 'Plan',
      'Title in Chinese': '方案',
      'Issued by': 'Bureau',
      'Source 1': 's-new',
    },
  ],
  ['list', 'lists/l-new', { Id: 'l-new', 'Name in English': 'List', 'Name in Chinese': '名单', Document: 'd-new' }],
  [
    'member',
    'provinces/l-new.999001.1',
    { List: 'l-new', Place: '999001', Stay: '1', 'On the list since': '2025', 'Source 1': 's-new' },
  ],
  [
    'report',
    'reports/r-new',
    { Id: 'r-new', Member: 'l-new.999001.1', Kind: 'pledged', Date: '2025-04', 'Source 1': 's-new' },
  ],
  [
    'task-force',
    'task-forces/tf-new',
    {
      Id: 'tf-new',
      Place: '999001',
      'Name in English': 'Task force',
      'Name in Chinese': '工作专班',
      Deputies: 'One\nTwo',
      'Source 1': 's-new',
    },
  ],
  [
    'mention',
    'mentions/m-new',
    {
      Id: 'm-new',
      Place: '999001',
      'Kind of document': 'notice',
      'Words in Chinese': '砸锅卖铁',
      'Source 1': 's-new',
    },
  ],
  [
    'claimant',
    'claimants/c-new',
    { Id: 'c-new', 'Name in English': 'Institute', 'Name in Chinese': '研究院', Kind: 'bank' },
  ],
  [
    'indicator',
    'indicators/i-new',
    {
      Id: 'i-new',
      'Name in English': 'Measure',
      'Name in Chinese': '指标',
      'Definition in English': 'What it is.',
      'Definition in Chinese': '定义。',
      Unit: 'CNY',
      'Unit multiplier, power of ten': '8',
      Measure: 'stock',
    },
  ],
  [
    'observation',
    'debt/i-new.999001.2025-12-31.I.c-new',
    {
      Indicator: 'i-new',
      Place: '999001',
      Period: '2025/12/31',
      Frequency: 'I',
      Value: '1,234.50',
      Status: 'estimate',
      Claimant: 'c-new',
      'Source 1': 's-new',
    },
  ],
] as const satisfies readonly [string, string, Record<string, string>][]

test('a record of every noun is made through its form, and seen', async ({ editor }) => {
  for (const [noun, path, fields] of records) {
    await editor.goto(`/edit/${noun}/new`)
    await fillForm(editor, fields)
    await giveReason(editor, `A new ${noun}`)
    await publish(editor)
    await expect(editor, noun).toHaveURL(`/${path}`)
    await expect(editor.getByText(`A new ${noun}`).first()).toBeVisible()
  }
  await expect(editor.locator('dd[data-field=value]')).toContainText('1,234.50')
  const answer = await editor.request.get(`/debt.json?indicator=i-new`)
  expect(((await answer.json()) as { rows: unknown[] }).rows).toMatchObject([
    { value: '1234.50', period: '2025-12-31' },
  ])
})

const errors = {
  en: {
    needed: 'This is needed.',
    number: 'This is not a number',
    none: 'There is no record with this id.',
    add: 'Add another source',
    value: 'Value',
    source: 'Source 1',
    note: 'Note',
  },
  zh: {
    needed: '此项必填。',
    number: '这不是规范的数字',
    none: '没有此编号的记录。',
    add: '再加一个来源',
    value: '数值',
    source: '来源 1',
    note: '备注',
  },
}

for (const language of ['en', 'zh'] as const) {
  const words = errors[language]
  const path = `${language === 'zh' ? '/zh' : ''}/edit/observation/lgd_balance_total.CN.2024-12-31.I.official`
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`in ${language}, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled })

      test('what is wrong is said at its field, and what was typed stays', async ({ editor }) => {
        const edition = await getEdition(editor)
        await editor.goto(path)
        const form = getForm(editor)
        await form.getByLabel(words.value).fill('4,2')
        await form.getByLabel(words.note).fill('Typed for long')
        await form.getByLabel(words.source, { exact: true }).fill('s-nowhere-at-all')
        await publish(editor)
        const value = form.getByLabel(words.value)
        await expect(value).toHaveValue('4,2')
        await expect(value).toHaveAttribute('aria-invalid', 'true')
        await expect(value).toHaveAccessibleDescription(new RegExp(words.number))
        await expect(form.locator('[name=reason]')).toHaveAccessibleDescription(new RegExp(words.needed))
        await expect(form.getByLabel(words.note)).toHaveValue('Typed for long')
        if (javaScriptEnabled) await expect(form.getByRole('alert')).toBeFocused()
        await form.getByRole('alert').getByRole('link', { name: words.value }).click()
        if (javaScriptEnabled) await expect(value).toBeFocused()

        await value.fill('475372')
        await giveReason(editor, 'Because')
        await publish(editor)
        const source = form.getByLabel(words.source, { exact: true })
        await expect(source).toHaveValue('s-nowhere-at-all')
        await expect(source).toHaveAccessibleDescription(new RegExp(words.none))
        await expect(form.locator('[name=reason]')).toHaveValue('Because')
        expect(await getEdition(editor)).toBe(edition)
      })
    })
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('sources are added and removed, and the record is published', async ({ editor }) => {
    await editor.goto('/edit/mention/m-09')
    const form = getForm(editor)
    const rows = form.getByLabel(/^Source \d+$/)
    const count = await rows.count()
    await form.getByLabel('Summary').fill('Not lost by adding rows')
    await rows.nth(count - 1).fill('s-seed')
    await form
      .getByText('Place, quotation and evidence')
      .nth(count - 1)
      .click()
    await form
      .getByLabel('Where in it')
      .nth(count - 1)
      .fill('page 7')
    await form.getByRole('button', { name: 'Add another source' }).click()
    await expect(rows).toHaveCount(count + 1)
    await expect(form.getByRole('alert')).toHaveCount(0)
    await expect(form.getByLabel('Summary')).toHaveValue('Not lost by adding rows')
    await expect(form.getByText('Chosen: Local Chinese Communist Party').first()).toBeVisible()
    await rows.nth(count).fill('s-eo')
    await form.getByRole('button', { name: 'Add another source' }).click()
    await form.getByRole('button', { name: `Remove source ${count + 1}` }).click()
    await giveReason(editor, 'One more source')
    await publish(editor)
    await expect(editor).toHaveURL('/mentions/m-09')
    await expect(editor.locator('dd[data-field=summary]')).toHaveText('Not lost by adding rows')
    const citations = editor.locator('dd[data-field=citations] > ol > li')
    await expect(citations).toHaveCount(count)
    await expect(citations.last()).toContainText('page 7')
  })
})

test('a record is found by the names of what it refers to, and opened', async ({ editor }) => {
  await editor.goto('/edit')
  await editor.getByRole('link', { name: 'Figures' }).click()
  await editor.getByLabel('Search in Figures').fill('贵州 2024-12-31 special')
  await editor.getByRole('button', { name: 'Search' }).click()
  await editor.getByRole('link', { name: /special, Guizhou, 31 Dec 2024/ }).click()
  await expect(editor.getByLabel('Value')).toHaveValue('8857.93')
  await editor.goto('/edit/observation?q=no-such-thing')
  await expect(editor.getByText('Nothing found.')).toBeVisible()
})

test('a list of records says how many there are, and of a figure what it is', async ({ editor }) => {
  await editor.goto('/edit/observation?q=lgd_balance_special.CN-GZ.')
  await expect(editor.getByText('5 figures', { exact: true })).toBeVisible()
  await expect(editor.getByRole('link', { name: /special, Guizhou, 31 Dec 2024/ })).toContainText(
    /8,857\.93\s*CNY 100 million \(亿元\)/,
  )
  await editor.goto('/edit/observation')
  // The first data and what other journeys made by then.
  await expect(editor.getByText(/^2,3\d\d figures$/)).toBeVisible()
})

test('a form has one filled button, for what it is for, and none for what is grave', async ({ editor }) => {
  for (const { path, name } of [
    { path: '/edit/source/s-seed', name: 'Publish' },
    { path: '/edit/import', name: /Look at it|Check the import/ },
    { path: '/edit/account', name: 'Change the password' },
    { path: '/zh/edit/mention', name: '搜索' },
  ]) {
    await editor.goto(path)
    const filled = editor.locator('.button.main')
    await expect(filled.filter({ hasText: name })).toHaveCount(1)
    const most = await editor
      .locator('form')
      .evaluateAll((forms) => Math.max(...forms.map((form) => form.querySelectorAll('.main').length)))
    expect(most, path).toBe(1)
  }
  await editor.goto('/edit/source/s-seed')
  await expect(editor.getByRole('button', { name: 'Withdraw' })).not.toHaveClass(/main/)
})

test('an input that names a record says what it names, and finds what is not in its list', async ({ editor }) => {
  await editor.goto('/edit/report/new')
  const form = getForm(editor)
  await form.getByLabel('Member').pressSequentially('doc47-2023.CN-JL.1')
  await expect(form.getByText('Chosen: Jilin')).toBeVisible()
  await form.getByLabel('Source 1', { exact: true }).pressSequentially('tianjin')
  await expect
    .poll(() => editor.locator('#options-source option').evaluateAll((all) => all[0]?.getAttribute('label')))
    .toMatch(/tianjin|天津/i)
})

test('what never was has a page of its own', async ({ editor }) => {
  const answer = await editor.goto('/zh/edit/area/NOWHERE')
  expect(answer?.status()).toBe(404)
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('没有这条记录')
})

async function fillForm(page: Page, fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) {
    const input = getForm(page).getByLabel(new RegExp(`^${label}( \\(required\\))?$`))
    if ((await input.evaluate((element) => element.tagName)) === 'SELECT') await input.selectOption(text)
    else await input.fill(text)
  }
}

test('the value of a figure stands beside what it counts in, as soon as the indicator is known', async ({ editor }) => {
  await editor.goto('/edit/observation/lgd_balance_total.CN-GZ.2024-12-31.I.official')
  const unit = getForm(editor).locator('[data-input=value] [data-unit]')
  await expect(unit).toHaveText('CNY 100 million (亿元)')
  await editor.goto('/edit/observation/new')
  await expect(unit).toHaveCount(0)
  await getForm(editor).getByLabel('Indicator').pressSequentially('lgfv_debt_gdp')
  await expect(unit).toHaveText('percent')
  await getForm(editor).getByLabel('Indicator').fill('lgfv_debt')
  await expect(unit).toHaveText('CNY 100 million (亿元)')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the unit of a new figure is there after the form came back once', async ({ editor }) => {
    await editor.goto('/edit/observation/new')
    const form = getForm(editor)
    await form.getByLabel('Indicator').fill('lgfv_debt')
    await publish(editor)
    await expect(form.getByRole('alert')).toBeVisible()
    await expect(form.locator('[data-input=value] [data-unit]')).toHaveText('CNY 100 million (亿元)')
  })
})
