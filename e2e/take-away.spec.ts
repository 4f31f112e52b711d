import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { inLanguage, languages, tables } from './testing/pages'
import { test } from './testing/warm-page'
import { type ReadCell, readWorkbook } from './testing/workbook'

const EDITION = 4
const VIEW = `/@${EDITION}/debt`
const QUERY = '?indicator=lgb_issue_total&indicator=lgd_balance_total&from=2024'

function tell(cell: ReadCell | undefined): string | number | null {
  if (!cell) return null
  if ('formula' in cell) throw new Error(`a formula: ${cell.formula}`)
  return 'number' in cell ? cell.number : cell.text
}

async function download(request: APIRequestContext, address: string): Promise<Buffer> {
  const response = await request.get(address)
  expect(response.status(), address).toBe(200)
  return response.body()
}

type Row = { id?: string; n?: number; value?: string | null; indicator?: string; status?: string }

async function readRows(request: APIRequestContext, address: string): Promise<Row[]> {
  const { rows, next } = (await (await request.get(address)).json()) as { rows: Row[]; next: string | null }
  return next === null ? rows : [...rows, ...(await readRows(request, next))]
}

/** The sheet of rows, record by record, by the heads of its columns. */
async function readRecords(page: Page, file: Buffer) {
  const [, rows] = await readWorkbook(page, file)
  const heads = rows?.rows[0]?.map((cell) => String(tell(cell))) ?? []
  return (rows?.rows ?? [])
    .slice(1)
    .map((cells) => Object.fromEntries(heads.map((head, at) => [head, tell(cells[at])] as const)))
}

test('a workbook holds the rows of the JSON in their order, numbers as numbers, and says what it is', async ({
  page,
  request,
}) => {
  await page.goto('/about')
  const file = await download(request, `${VIEW}.xlsx${QUERY}`)
  const rows = await readRows(request, `${VIEW}.json${QUERY}`)
  const records = await readRecords(page, file)
  expect(rows.length).toBeGreaterThan(20)
  expect(records.map(({ ID, OBS_VALUE, INDICATOR, OBS_STATUS }) => [ID, OBS_VALUE, INDICATOR, OBS_STATUS])).toEqual(
    rows.map(({ id, value, indicator, status }) => [id, value === null ? null : Number(value), indicator, status]),
  )
  expect(records.some(({ OBS_VALUE }) => typeof OBS_VALUE === 'number')).toBe(true)
  const sheets = await readWorkbook(page, file)
  expect(sheets.map(({ name, frozen, merged }) => [name, frozen, merged])).toEqual([
    ['about', 0, 0],
    ['rows', 1, 0],
    ['dictionary', 1, 0],
  ])
  const about = sheets[0]?.rows.flat().map((cell) => String(tell(cell)))
  expect(about?.filter((text) => text.includes(`${VIEW}${QUERY}`)).length).toBeGreaterThan(0)
  expect(about).toContain('Local government debt balance')
  const described = sheets[2]?.rows.slice(1).map(([head]) => tell(head))
  expect(described).toEqual(sheets[1]?.rows[0]?.map(tell))
})

for (const table of tables) {
  test(`${table}: workbook and JSON hold the same rows, in both languages`, async ({ page, request }) => {
    await page.goto('/about')
    const rows = await readRows(request, `/@${EDITION}${table}.json`)
    for (const { prefix } of languages) {
      const records = await readRecords(page, await download(request, `${prefix}/@${EDITION}${table}.xlsx`))
      expect(records.map(({ ID, EDITION: n }) => String(ID ?? n))).toEqual(rows.map(({ id, n }) => String(id ?? n)))
    }
  })
}

test('a workbook in Chinese has its sheets and its words in Chinese', async ({ page, request }) => {
  await page.goto('/about')
  const sheets = await readWorkbook(page, await download(request, `/zh${VIEW}.xlsx${QUERY}`))
  expect(sheets.map(({ name }) => name)).toEqual(['说明', '数据', '字段说明'])
  expect(sheets[0]?.rows.map(([name]) => tell(name)).join('')).toMatch(/^[^A-Za-z]+$/)
})

test('what is asked of a workbook or a feed and not understood is a problem in words', async ({ request }) => {
  for (const address of ['/debt.xlsx?colour=red', '/debt.atom?area=%20', '/debt.atom?frequency=X']) {
    const response = await request.get(address)
    expect(response.status(), address).toBe(400)
    expect(response.headers()['content-type']).toBe('application/problem+json')
  }
  for (const address of ['/areas/CN-GZ.xlsx', '/areas/CN-GZ.atom', '/about.atom', '/home.xlsx'])
    expect((await request.get(address)).status(), address).toBe(404)
})

/** A feed as the browser parses it; throws where it is not well-formed. */
function readFeed(page: Page, text: string) {
  return page.evaluate((source) => {
    const xml = new DOMParser().parseFromString(source, 'application/xml')
    if (xml.querySelector('parsererror')) throw new Error('the feed is not well-formed')
    const textOf = (of: Element | Document, name: string) => of.getElementsByTagName(name)[0]?.textContent ?? ''
    const linkOf = (of: Element, rel: string) =>
      [...of.children].find((one) => one.tagName === 'link' && one.getAttribute('rel') === rel)?.getAttribute('href')
    const root = xml.documentElement
    return {
      namespace: root.namespaceURI,
      self: linkOf(root, 'self'),
      alternate: linkOf(root, 'alternate'),
      updated: textOf(root, 'updated'),
      entries: [...xml.getElementsByTagName('entry')].map((entry) => ({
        id: textOf(entry, 'id'),
        page: linkOf(entry, 'alternate') ?? '',
        edition: linkOf(entry, 'related') ?? '',
        author: textOf(entry, 'name'),
        updated: textOf(entry, 'updated'),
        summary: textOf(entry, 'summary'),
      })),
    }
  }, text)
}

test('a page leads to the feed of its view, which names the editions that touch it and no other', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto(`/debt${QUERY}`)
  const address = await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href')
  expect(address).toBe(`${baseURL}/debt.atom${QUERY}`)
  const response = await request.get(address ?? '')
  expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  const feed = await readFeed(page, await response.text())
  expect(feed).toMatchObject({
    namespace: 'http://www.w3.org/2005/Atom',
    self: address,
    alternate: `${baseURL}/debt${QUERY}`,
  })
  expect(feed.updated).toBe(feed.entries[0]?.updated)
  for (const { id, page: view, edition, author, summary } of feed.entries) {
    const n = edition.split('/').at(-1)
    expect([id, view]).toEqual([`${baseURL}/@${n}/debt${QUERY}`, id])
    expect(author && summary).not.toBe('')
    const { changes } = (await (await request.get(`/editions/${n}.json`)).json()) as { changes: { id: string }[] }
    expect(changes.some(({ id: changed }) => /^(lgd_balance_total|lgb_issue_total)\./.test(changed))).toBe(true)
  }
  expect(feed.entries.map(({ edition }) => edition)).toContain(`${baseURL}/editions/4`)
  expect(feed.entries.map(({ edition }) => edition)).not.toContain(`${baseURL}/editions/3`)
})

test('a pinned feed says for ever what stood then', async ({ page, request, baseURL }) => {
  await page.goto('/about')
  const early = await readFeed(page, await (await request.get('/@3/debt.atom')).text())
  expect(early.entries).toEqual([])
  expect(early.self).toBe(`${baseURL}/@3/debt.atom`)
  const sources = await readFeed(page, await (await request.get('/zh/@4/sources.atom')).text())
  expect(sources.entries.map(({ page: view }) => view)).toEqual([`${baseURL}/zh/@1/sources`])
})

const REQUIRED = ['@context', '@type', 'name', 'description', 'url', 'identifier', 'license', 'version', 'dateModified']

for (const { prefix } of languages) {
  test(`each table in ${prefix || '/en'} is described as a dataset whose files are there`, async ({
    page,
    request,
  }) => {
    for (const table of tables.filter((one) => one !== '/editions')) {
      await page.goto(inLanguage(prefix, table))
      const scripts = await page.locator('script[type="application/ld+json"]').allTextContents()
      expect(scripts, table).toHaveLength(1)
      const dataset = JSON.parse(scripts[0] ?? '') as Record<string, unknown> & {
        distribution: { contentUrl: string }[]
      }
      for (const key of REQUIRED) expect(dataset[key], `${table} ${key}`).toBeTruthy()
      expect(dataset).toMatchObject({ '@type': 'Dataset', creator: { '@type': 'Organization' } })
      expect(dataset.distribution).toHaveLength(3)
      for (const { contentUrl } of dataset.distribution)
        expect((await request.head(contentUrl)).status(), contentUrl).toBe(200)
    }
  })
}

test('the map of the site names every page and record in both languages, and each is there', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text()
  const index = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? ''
  const parts = listLocations(await (await request.get(index)).text())
  const addresses: string[] = []
  for (const part of parts) {
    const found = listLocations(await (await request.get(part)).text())
    expect(found.length, part).toBeLessThanOrEqual(5_000)
    addresses.push(...found)
  }
  expect(new Set(addresses).size).toBe(addresses.length)
  const refused = [...robots.matchAll(/^Disallow: (\S+)$/gm)].map(([, path = '']) => toPattern(path))
  expect(refused.some((pattern) => pattern.test('/edit/people'))).toBe(true)
  expect(addresses.filter((address) => refused.some((pattern) => pattern.test(new URL(address).pathname)))).toEqual([])
  const { total } = (await (await request.get('/debt.json')).json()) as { total: number }
  expect(addresses.filter((address) => /\/debt\/[^/]+$/.test(address))).toHaveLength(total * 2)
  const step = Math.floor(addresses.length / 60)
  for (let at = 0; at < 60; at += 1) {
    const address = addresses[at * step] ?? ''
    const response = await request.get(address, { maxRedirects: 0 })
    expect(response.status(), address).toBe(200)
  }
  expect((await request.get('/sitemap-debt-9999.xml')).status()).toBe(404)
})

function listLocations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'))
}

test('a view is cited in BibTeX, with the pinned address and the day of its edition', async ({ page, baseURL }) => {
  await page.goto(`${VIEW}${QUERY}`)
  const bibtex = (await page.locator('[data-share=bibtex]').textContent()) ?? ''
  expect(bibtex).toMatch(/^@misc\{pot-and-iron-4-debt-\w+,\n/)
  expect(bibtex).toContain(`url = {${baseURL}${VIEW}${QUERY}}`)
  expect(bibtex).toMatch(/ date = \{\d{4}-\d\d-\d\d\}/)
  expect(bibtex).not.toContain('urldate')
  expect(bibtex.split('{')).toHaveLength(bibtex.split('}').length)
})

/** How a search engine reads a path of robots.txt (RFC 9309): a beginning, where `*` is anything and `$` is the end. */
function toPattern(path: string): RegExp {
  const escaped = path.replace(/[.?+^()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${escaped}`)
}
