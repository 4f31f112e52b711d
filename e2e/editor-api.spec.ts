import { expect, type Page } from '@playwright/test'
import type { ImportReport } from '@/domain/import-report'
import { getEdition, signIn, test } from './testing/desk'
import type { Site } from './testing/site'

const HEADS = 'INDICATOR,REF_AREA,TIME_PERIOD,FREQ,OBS_VALUE,OBS_STATUS,CLAIMANT,SOURCE'
const rowOf = (area: string, day: string, value: string) =>
  ['lgd_balance_total', area, day, 'I', value, 'official', 'official', 's-mof-lgb-202509'].join(',')
const CSV = 'text/csv'
const ASK = '/api/proposals?noun=observation'

type Answer = ImportReport & {
  ok?: boolean
  title?: string
  dry?: boolean
  published?: number
  proposal?: number
  location?: string
  needs?: string[]
}

/** Makes a token at the page as a person does, and reads it where it is shown this once. */
async function makeToken(page: Page, scope: 'propose' | 'publish', name = 'nightly'): Promise<string> {
  await page.goto('/edit/account')
  const form = page.locator('form#token')
  await form.getByLabel('What it is for').fill(name)
  await form.getByLabel('It may').selectOption(scope)
  await form.getByRole('button', { name: 'Make a token' }).click()
  const token = await page.getByLabel('The token, shown only once').inputValue()
  await page.reload()
  await expect(page.getByLabel('The token, shown only once')).toHaveCount(0)
  return token
}

/** What a script sends: a body and a token, no Origin and no cookie. */
async function post(site: Site, path: string, body: string, type: string, token?: string) {
  const headers = { 'Content-Type': type, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) }
  const answer = await fetch(new URL(path, site.baseUrl), { method: 'POST', body, headers })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer }
}

test('a script looks, is told row by row what is wrong, and publishes what is mended; its token ends when revoked', async ({
  editor,
  site,
}) => {
  const token = await makeToken(editor, 'publish')
  const edition = await getEdition(editor)
  const wrong = [HEADS, rowOf('540000', '2018-12-31', '130.5'), rowOf('CN-GS', '2018-12-31', '24x1')].join('\n')

  const tried = await post(site, `${ASK}&dry=true`, wrong, CSV, token)
  expect(tried.status).toBe(200)
  expect(tried.body).toMatchObject({ ok: false, dry: true, edition, counts: { new: 1, error: 1 } })
  expect(tried.body.rows[1]).toMatchObject({
    line: 3,
    state: 'error',
    problems: [{ key: 'value', code: 'decimal', head: 'OBS_VALUE', cell: '24x1' }],
  })
  const refused = await post(site, `${ASK}&summary=Balances`, wrong, CSV, token)
  expect(refused.status).toBe(422)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(refused.body).toMatchObject({ title: 'invalid', counts: { new: 1, error: 1 } })
  expect((await post(site, ASK, wrong, CSV, token)).body.title).toBe('no-summary')
  expect(await getEdition(editor)).toBe(edition)

  const tabs = wrong.replace('24x1', '2491').replaceAll(',', '\t')
  const done = await post(site, `${ASK}&summary=Balances`, tabs, 'text/tab-separated-values', token)
  expect(done.status).toBe(201)
  expect(done.body).toMatchObject({ ok: true, published: edition + 1, counts: { new: 2, error: 0 } })
  expect(new URL(done.headers.get('location') ?? '').pathname).toBe(`/editions/${edition + 1}`)
  await editor.goto('/debt/lgd_balance_total.CN-GS.2018-12-31.I.official')
  await expect(editor.locator('dd[data-field=value]')).toContainText('2,491')
  const again = await post(site, `${ASK}&summary=Balances`, tabs, 'text/tab-separated-values', token)
  expect([again.status, again.body.title, again.body.counts.same]).toEqual([409, 'unchanged', 2])

  await editor.goto('/edit/account')
  await editor.getByRole('button', { name: 'Revoke nightly' }).click()
  await expect(editor.getByText('ended', { exact: true })).toBeVisible()
  expect((await post(site, `${ASK}&dry=true`, tabs, CSV, token)).status).toBe(401)
})

test('the script and the page give the same report', async ({ editor, site }) => {
  const token = await makeToken(editor, 'propose')
  const text = [
    'ID,OBS_VALUE',
    'lgd_balance_total.CN.2024-12-31.I.official,1.5',
    'lgd_balance_total.CN.2023-12-31.I.official,x',
  ]
  const { body } = await post(site, `${ASK}&dry=true`, text.join('\n'), CSV, token)
  await editor.goto('/edit/import')
  await editor.getByLabel('Or paste the table here').fill(text.join('\n'))
  await editor.getByRole('button', { name: 'Look at it' }).click()
  for (const { line, id, differences, problems } of body.rows) {
    const row = editor.locator(`tr[data-line="${line}"]`)
    await expect(row).toContainText(id)
    for (const { old, new: now } of differences) await expect(row).toContainText(`${now}, was ${old}`)
    for (const { head } of problems) await expect(row).toContainText(`Column ${head}`)
  }
  expect(body.counts).toMatchObject({ changed: 1, error: 1 })
})

test('a token that may only propose makes one proposal of a whole file, whoever it belongs to', async ({
  page,
  makePerson,
  site,
}) => {
  await signIn(page.context(), await makePerson('Gao Yan', 'contributor'))
  const token = await makeToken(page, 'propose')
  const edition = await getEdition(page)
  const changes = [
    {
      noun: 'claimant',
      id: 'bank-of-scripts',
      fields: { nameEn: 'Bank of Scripts', nameZh: '脚本银行', kind: 'bank' },
    },
    { noun: 'source', id: 's-seed', base: 1, fields: {} },
  ]
  const json = 'application/json'
  const wrong = await post(site, '/api/proposals', JSON.stringify({ summary: 'A bank', changes }), json, token)
  expect([wrong.status, wrong.body.rows[1]?.state]).toEqual([422, 'error'])
  const good = { summary: 'A bank', changes: changes.slice(0, 1) }
  const done = await post(site, '/api/proposals', JSON.stringify(good), json, token)
  expect(done.status).toBe(201)
  expect(await getEdition(page)).toBe(edition)
  await page.goto(`/edit/proposals/${done.body.proposal}`)
  await expect(page.getByText('bank-of-scripts').first()).toBeVisible()
})

test('what is doubtful is named, and goes through with a note and the mark of what was read', async ({
  editor,
  site,
}) => {
  const token = await makeToken(editor, 'publish')
  const edition = await getEdition(editor)
  // The places have more than 100 in the years around it.
  const text = [HEADS, rowOf('CN-GS', '2017-12-31', '2.5'), rowOf('CN-XZ', '2017-12-31', '98.6')].join('\n')
  const refused = await post(site, `${ASK}&summary=Balances`, text, CSV, token)
  expect([refused.status, refused.body.title, refused.body.needs]).toEqual([422, 'warnings', ['note', 'warned']])
  expect(refused.body.doubtful?.counts).toEqual({ identity: 0, far: 1, weak: 0, language: 0 })
  expect(refused.body.rows[0]?.warnings).toMatchObject([{ key: 'value', code: 'far', side: 'below', value: '2.5' }])
  expect(await getEdition(editor)).toBe(edition)

  const noted = new URLSearchParams({ noun: 'observation', summary: 'Balances', note: 'In trillions there' })
  expect((await post(site, `/api/proposals?${noted}`, text, CSV, token)).body.title).toBe('warnings')
  noted.set('warned', refused.body.doubtful?.warned ?? '')
  expect((await post(site, `/api/proposals?${noted}`, text, CSV, token)).status).toBe(201)
  await editor.goto(`/editions/${edition + 1}`)
  await expect(editor.getByText('Balances · In trillions there').first()).toBeVisible()
})

test('without a good token, or beside a cookie, nothing is taken', async ({ editor, site }) => {
  const token = await makeToken(editor, 'publish')
  const text = [HEADS, rowOf('CN-GS', '2016-12-31', '1')].join('\n')
  expect((await post(site, `${ASK}&dry=true`, text, CSV)).status).toBe(401)
  expect((await post(site, `${ASK}&dry=true`, text, CSV, `pni_${'a'.repeat(43)}`)).status).toBe(401)
  expect((await post(site, '/api/proposals?dry=true', text, CSV, token)).body.title).toBe('noun')
  expect((await post(site, `${ASK}&dry=true`, text, 'text/html', token)).status).toBe(415)
  expect(
    (await post(site, `${ASK}&dry=true`, 'x'.repeat(13 * 1024 * 1024), CSV, token).catch(() => null))?.status ?? 413,
  ).toBe(413)
  const beside = await editor.request.post(`${ASK}&dry=true`, {
    data: text,
    headers: { 'Content-Type': CSV, Authorization: `Bearer ${token}`, Origin: 'https://elsewhere.example' },
  })
  expect(beside.status()).toBe(403)
})
