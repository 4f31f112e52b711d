import { type APIRequestContext, expect, test } from '@playwright/test'
import Papa from 'papaparse'
import { records, tables } from './testing/pages'

type Json = {
  format: number
  edition: number
  publishedAt: string
  view: string
  total: number
  next: string | null
  rows: { id?: string; n?: number }[]
}

const EDITION = 4

for (const table of tables) {
  test(`${table}: page, JSON and CSV of one edition hold the same rows`, async ({ page, request, baseURL }) => {
    await page.goto(`/@${EDITION}${table}`)
    const description = await page.getByRole('main').locator('p.font-semibold').first().innerText()
    const rows = await readChain(request, `/@${EDITION}${table}.json`)
    const { heads, records } = await readCsv(request, `/@${EDITION}${table}.csv`)
    const [first] = rows.files
    expect(first).toMatchObject({ format: 4, edition: EDITION, view: `${baseURL}/@${EDITION}${table}` })
    expect(Date.parse(first?.publishedAt ?? '')).not.toBeNaN()
    expect(rows.all).toHaveLength(first?.total ?? -1)
    expect(records).toHaveLength(rows.all.length)
    expect(Number(description.replaceAll(',', '').match(/\d+/)?.[0])).toBe(rows.all.length)
    const head = table === '/editions' ? 'EDITION' : 'ID'
    if (heads.includes(head)) {
      const inCsv = records.map((record) => record[head]).sort()
      expect(inCsv).toEqual(rows.all.map(({ id, n }) => String(id ?? n)).sort())
    }
    expect(new Set(rows.all.map(({ id, n }) => id ?? n)).size).toBe(rows.all.length)
  })
}

test('texts leave compressed, long files and pictures of pixels as they are', async ({ request }) => {
  const view = '/debt?indicator=lgd_balance_total&area=CN'
  const codings = Object.fromEntries(
    await Promise.all(
      [...['json', 'svg', 'atom', 'csv', 'png'].map((format) => view.replace('?', `.${format}?`)), `/embed${view}`].map(
        async (path) => {
          const answer = await request.get(path, { headers: { 'Accept-Encoding': 'gzip' } })
          expect(answer.status(), path).toBe(200)
          return [path.split('?')[0], answer.headers()['content-encoding'] ?? 'none'] as const
        },
      ),
    ),
  )
  expect(codings).toEqual({
    '/debt.json': 'gzip',
    '/debt.svg': 'gzip',
    '/debt.atom': 'gzip',
    '/debt.csv': 'none',
    '/debt.png': 'none',
    '/embed/debt': 'gzip',
  })
})

test('what was asked for twice leaves again without being made', async ({ request }) => {
  const view = '/debt?indicator=lgd_balance_special&area=CN'
  const files = ['json', 'svg', 'png', 'card.png'].map((format) => view.replace('?', `.${format}?`))
  for (const path of [...files, `/embed${view}`])
    await expect(async () => {
      await request.get(path)
      await request.get(path)
      // Only what is sent from memory has a length: all else leaves in pieces.
      expect(Number((await request.get(path)).headers()['content-length']), path).toBeGreaterThan(500)
    }).toPass({ timeout: 10_000 })
})

test('the first data are all there', async ({ request }) => {
  const totals: Record<string, number> = {
    sources: 243,
    areas: 60,
    documents: 22,
    provinces: 12,
    reports: 4,
    'task-forces': 1,
    mentions: 17,
    indicators: 56,
    debt: 2311,
  }
  for (const [table, total] of Object.entries(totals)) {
    const { total: counted } = (await (await request.get(`/@${EDITION}/${table}.json`)).json()) as Json
    expect(counted, table).toBe(total)
  }
})

test('the statistics follow SDMX, and value for value what the JSON says', async ({ request }) => {
  const { heads, records } = await readCsv(request, `/@${EDITION}/debt.csv?indicator=lgd_balance_total`)
  expect(heads.slice(0, 10)).toEqual(
    'INDICATOR REF_AREA TIME_PERIOD FREQ OBS_VALUE UNIT_MEASURE UNIT_MULT OBS_STATUS CLAIMANT SOURCE'.split(' '),
  )
  const { all } = await readChain(request, `/@${EDITION}/debt.json?indicator=lgd_balance_total`)
  const figures = all as { indicator: string; area: string; value: string | null; claimant: string }[]
  const told = (parts: (string | null | undefined)[]) => parts.join(' ')
  expect(records.map((one) => told([one.INDICATOR, one.REF_AREA, one.OBS_VALUE, one.CLAIMANT])).sort()).toEqual(
    figures.map((one) => told([one.indicator, one.area, one.value, one.claimant])).sort(),
  )
  expect(Object.keys(all[0] ?? {})).toEqual(
    expect.arrayContaining(
      'id indicator area period frequency value unit unitMult status claimant citations'.split(' '),
    ),
  )
})

test('a filtered file is the filtered page', async ({ page, request }) => {
  const view = '?area=CN-GZ&area=CN-GS&frequency=M&from=2024'
  await page.goto(`/@${EDITION}/debt${view}`)
  const inTable = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.id))
  const { all } = await readChain(request, `/@${EDITION}/debt.json${view}`)
  expect(inTable).toEqual(all.map(({ id }) => id))
  expect(inTable.length).toBeGreaterThan(3)
})

test('what follows is addressed by edition, and its chain ends', async ({ request, baseURL }) => {
  const { files } = await readChain(request, `/@${EDITION}/debt.json?sort=value`)
  expect(files).toHaveLength(3)
  expect(files[0]?.next).toBe(`${baseURL}/@${EDITION}/debt.json?sort=value&page=2`)
  expect(files.at(-1)?.next).toBeNull()
})

test('a file says what it is in its head, and answers 304 to who has it', async ({ request }) => {
  for (const format of ['json', 'csv']) {
    const path = `/@${EDITION}/debt.${format}?area=CN-GZ`
    const answer = await request.get(path)
    const { etag, link, vary, ...headers } = answer.headers()
    expect(etag).toMatch(/^W\/"[\w-]{20,}"$/)
    expect(link).toContain('rel="license"')
    expect(link).toContain(`/@${EDITION}/debt.${format}?area=CN-GZ`)
    expect(vary).toContain('rsc')
    expect(headers['content-disposition']).toContain(`debt-edition-${EDITION}.${format}`)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    const again = await request.get(path, { headers: { 'If-None-Match': etag ?? '' } })
    expect(again.status()).toBe(304)
    expect(await again.text()).toBe('')
    const other = await request.get(path.replace('CN-GZ', 'CN-GS'), { headers: { 'If-None-Match': etag ?? '' } })
    expect(other.status()).toBe(200)
  }
})

test('a record has files of its own', async ({ request }) => {
  for (const record of records) {
    const json = await request.get(`${record}.json`)
    expect(json.status(), record).toBe(200)
    expect(((await json.json()) as Json).rows, record).toHaveLength(1)
    expect((await request.get(`${record}.csv`)).status(), record).toBe(200)
  }
})

test('a file refuses what it does not understand, with the reason', async ({ request }) => {
  for (const path of ['/debt.json?indicators=x', '/zh/debt.csv?from=yesterday', '/mentions.json?kind=rumour']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(400)
    expect(answer.headers()['content-type']).toContain('application/problem+json')
    expect(answer.headers()['cache-control']).toContain('no-store')
    const problem = (await answer.json()) as { status: number; title: string; ignored: string[] }
    expect(problem.status).toBe(400)
    expect(problem.ignored).toHaveLength(1)
  }
})

async function readChain(request: APIRequestContext, path: string) {
  const files: Json[] = []
  for (let next: string | null = path; next !== null && files.length < 20; next = files.at(-1)?.next ?? null) {
    const answer = await request.get(next)
    expect(answer.status(), next).toBe(200)
    expect(answer.headers()['content-type']).toContain('application/json')
    files.push((await answer.json()) as Json)
  }
  return { files, all: files.flatMap(({ rows }) => rows) }
}

async function readCsv(request: APIRequestContext, path: string) {
  const answer = await request.get(path)
  expect(answer.status(), path).toBe(200)
  expect(answer.headers()['content-type']).toContain('text/csv; charset=utf-8')
  const parsed = Papa.parse<Record<string, string>>(await answer.text(), { header: true, skipEmptyLines: true })
  expect(parsed.errors).toEqual([])
  return { heads: parsed.meta.fields ?? [], records: parsed.data }
}
