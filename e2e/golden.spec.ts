import { expect, test } from '@playwright/test'
import { type Permalink, pinAddress, readPermalinks, splitAddress } from './golden/permalinks'
import { listRecordLinks, open, readRows } from './golden/read-address'

const { permalinks, broken } = readPermalinks()
/** How many the file began with: a chain of seals does not miss its end. */
const FIRST_KEPT = 222
const ROWS_LOOKED_FOR = 20
const AT_ONCE = 2

test('the kept permalinks are those that were kept: no line was edited, moved or taken out', () => {
  expect(broken).toEqual([])
  expect(permalinks.length).toBeGreaterThanOrEqual(FIRST_KEPT)
  expect(new Set(permalinks.map(({ address }) => address)).size).toBe(permalinks.length)
})

test('they are of every kind: live and pinned, in both languages, of all pages', () => {
  const views = permalinks
    .filter(({ kind }) => kind === 'rows' || kind === 'holds')
    .map(({ address }) => splitAddress(address))
  expect(views.length).toBeGreaterThanOrEqual(60)
  for (const language of ['', '/zh'])
    for (const isPinned of [false, true])
      expect(
        views.filter((view) => view.language === language && (view.pinned !== '') === isPinned).length,
      ).toBeGreaterThanOrEqual(15)
})

for (const kind of ['rows', 'holds', 'file', 'moved'] as const) {
  test(`every permalink of a kind opens and says the same for ever: ${kind}`, async ({ baseURL }) => {
    test.setTimeout(180_000)
    const kept = permalinks.filter((permalink) => permalink.kind === kind)
    expect(kept.length).toBeGreaterThan(9)
    const faults: string[] = []
    const queue = [...kept]
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const fault = await findFault(baseURL ?? '', next).catch(({ message }: Error) => message)
        if (fault) faults.push(`${next.address}: ${fault}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    expect(faults).toEqual([])
  })
}

/** What is wrong with what an address says today; null where it says what it said when it was kept. */
async function findFault(baseUrl: string, permalink: Permalink): Promise<string | null> {
  const answer = await open(baseUrl, permalink.address)
  if (permalink.kind === 'moved') return findFaultOfMove(baseUrl, answer, permalink.to)
  if (answer.status !== 200) return `answered ${answer.status} ${answer.headers.get('location') ?? ''}`
  const type = answer.headers.get('content-type')?.split(';')[0]
  if (permalink.kind === 'file') return type === permalink.type ? null : `is of the type ${type}`
  const html = await answer.text()
  const { language, pinned } = splitAddress(permalink.address)
  if (!html.includes(`<html lang="${language ? 'zh-Hans' : 'en'}"`)) return 'is in another language'
  const edition = Number(answer.headers.get('x-edition'))
  if (pinned && pinned !== `/@${edition}`) return `is of edition ${edition}`
  return permalink.kind === 'rows'
    ? findFaultOfRows(baseUrl, permalink, html, edition)
    : findFaultOfPage(baseUrl, permalink, html, edition)
}

async function findFaultOfMove(baseUrl: string, answer: Response, to: string): Promise<string | null> {
  const { pathname, search } = new URL(answer.headers.get('location') ?? '', baseUrl)
  if (answer.status !== 307 || pathname + search !== to) return `answered ${answer.status}, ${pathname + search}`
  const there = await open(baseUrl, to)
  return there.status === 200 ? null : `leads to ${there.status}`
}

async function findFaultOfRows(
  baseUrl: string,
  { address, edition, format, total, hash }: Permalink & { kind: 'rows' },
  html: string,
  current: number,
): Promise<string | null> {
  const kept = await readRows(baseUrl, pinAddress(address, edition), format)
  if (kept.total !== total) return `has ${kept.total} rows instead of ${total}`
  if (kept.hash !== hash) return `has other rows or values: ${kept.hash}`
  const now = await readRows(baseUrl, address, format)
  const same = await readRows(baseUrl, pinAddress(address, current), format)
  if (now.hash !== same.hash) return `says something else than edition ${current}, which it shows`
  const shown = new Set(listRecordLinks(html).map((link) => link.split('/')[2]))
  const missing = isSkipped(address) ? [] : now.ids.slice(0, ROWS_LOOKED_FOR).filter((id) => !shown.has(id))
  return missing.length > 0 ? `does not show ${missing.join(', ')}` : null
}

async function findFaultOfPage(
  baseUrl: string,
  { address, edition, records }: Permalink & { kind: 'holds' },
  html: string,
  current: number,
): Promise<string | null> {
  const then = edition === current ? html : await (await open(baseUrl, pinAddress(address, edition))).text()
  const found = listRecordLinks(then)
  const missing = records.filter((record) => !found.includes(record))
  return missing.length > 0 ? `no longer shows ${missing.join(', ')}` : null
}

/** One record has no table, and a later page of a table shows other rows than the later part of its file. */
function isSkipped(address: string): boolean {
  const [path = '', query = ''] = splitAddress(address).rest.split('?')
  return path.split('/').length === 3 || /(^|&)page=/.test(query)
}
