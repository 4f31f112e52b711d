import { expect, request as requests, test } from '@playwright/test'
import postgres from 'postgres'
import { openCluster } from '@/scripts/postgres.mjs'
import { freezeDatabase, killDatabase, thawDatabase } from './testing/database-process'
import { type Site, startSite } from './testing/site'

/** What was read before the loss, and what was not. */
const PICTURE = '/debt.png?indicator=lgd_balance_total&area=CN-GZ'
const seen = [
  '/',
  '/debt?area=CN-GZ',
  '/zh/debt?area=CN-GZ',
  '/@2/provinces',
  '/areas/CN-GZ',
  '/debt.json?area=CN-GZ',
  PICTURE,
]
const unseen = ['/debt?area=CN-YN', '/zh/debt?area=CN-YN', '/@3/mentions', '/zh/areas/CN-YN', '/mentions?q=pot']
const files = ['/debt.json?area=CN-YN', '/zh/debt.csv?area=CN-YN', '/@2/sources.csv', '/editions/2.json']

let site: Site
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  site = await startSite()
})
test.afterAll(() => site?.stop())

test('while the database is frozen, what was drawn stays and the rest says 503', async () => {
  test.setTimeout(120_000)
  await readAll()
  freezeDatabase(site.postgresPidFile)
  try {
    await expectLoss()
  } finally {
    thawDatabase(site.postgresPidFile)
  }
})

test('once it answers again all is well, and nothing of the loss was kept', async () => {
  await expectWell()
})

for (const path of ['/debt.csv?area=CN-SC', '/debt.csv?indicator=lgd_balance_total&area=CN-SC&measure=use'])
  test(`while only the figures cannot be read, ${path} says 503 and does not break off after its heads`, async () => {
    const owner = postgres(site.databaseUrl, { max: 1 })
    const reader = await requests.newContext({ baseURL: site.baseUrl, timeout: 15_000 })
    const expectStatus = (asked: string, status: number) =>
      expect.poll(async () => (await reader.get(asked)).status(), { message: asked, timeout: 15_000 }).toBe(status)
    try {
      await owner.begin(async (sql) => {
        await sql`lock table observation in access exclusive mode`
        // All else can be read: no earlier loss keeps the site from asking.
        await expectStatus('/claimants.csv', 200)
        const answer = await reader.get(path)
        expect(answer.status()).toBe(503)
        expect(answer.headers()['content-type']).toContain('application/problem+json')
      })
      await expectStatus(path, 200)
    } finally {
      await owner.end()
      await reader.dispose()
    }
  })

test('while the database is dead, what was drawn stays and the rest says 503', async () => {
  test.setTimeout(120_000)
  await readAll()
  await killDatabase(site.postgresPidFile)
  await expectLoss('CN-HN')
})

test('once it is started again all is well', async () => {
  await openCluster({ dataDirectory: site.dataDirectory })
  await expectWell('CN-HN')
})

/** The second loss meets a memory that holds what the first did not: its views are of another place. */
async function expectLoss(place = 'CN-YN'): Promise<void> {
  const reader = await requests.newContext({ baseURL: site.baseUrl, timeout: 15_000 })
  const elsewhere = (path: string) => path.replace('CN-YN', place)
  for (const path of unseen.map(elsewhere).filter((one) => place === 'CN-YN' || one.includes(place))) {
    const answer = await reader.get(path)
    expect(answer.status(), path).toBe(503)
    expect(Number(answer.headers()['retry-after']), path).toBeGreaterThan(0)
    expect(answer.headers()['cache-control'], path).toBe('no-store')
    expect(answer.headers()['cdn-cache-control'], path).toBeUndefined()
    const html = await answer.text()
    expect(html, path).toContain('The record cannot be read just now')
    expect(html, path).toContain('lang="zh-Hans"')
  }
  for (const path of files.map(elsewhere).filter((one) => place === 'CN-YN' || one.includes(place))) {
    const answer = await reader.get(path)
    expect(answer.status(), path).toBe(503)
    expect(answer.headers()['content-type'], path).toContain('application/problem+json')
    expect(answer.headers()['cache-control'], path).toBe('no-store')
    expect(answer.headers()['cdn-cache-control'], path).toBeUndefined()
    expect(answer.headers().etag, path).toBeUndefined()
    expect(Number(answer.headers()['retry-after']), path).toBeGreaterThan(0)
  }
  for (const path of seen) {
    const begin = Date.now()
    const answer = await reader.get(path)
    expect(answer.status(), path).toBe(200)
    expect(Date.now() - begin, path).toBeLessThan(4_000)
  }
  const redirected = await reader.get('/debt?indicator=&area=CN-GZ', { maxRedirects: 0 })
  expect(redirected.status()).toBe(307)
  await reader.dispose()
}

async function readAll(): Promise<void> {
  const reader = await requests.newContext({ baseURL: site.baseUrl })
  for (const path of seen) expect((await reader.get(path)).status(), path).toBe(200)
  await reader.dispose()
}

async function expectWell(place = 'CN-YN'): Promise<void> {
  const reader = await requests.newContext({ baseURL: site.baseUrl })
  const paths = [...seen, ...unseen, ...files].map((path) => path.replace('CN-YN', place))
  await expect.poll(async () => (await reader.get(`/debt?area=${place}`)).status(), { timeout: 15_000 }).toBe(200)
  for (const path of paths) expect((await reader.get(path)).status(), path).toBe(200)
  await reader.dispose()
}
