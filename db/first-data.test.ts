import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { read } from './client'
import { loadFirstData } from './first-data'
import { listRecords } from './list-records'
import { useTestDatabase } from './testing/use-database'
import { verify } from './verify/verify'

useTestDatabase()

beforeAll(async () => {
  expect(await loadFirstData()).toBe(4)
})

test('the four editions have the same hashes on every machine', async () => {
  const rows = await read((database) => database.execute<{ hash: string }>(sql`select hash from edition order by n`))
  expect(rows.map(({ hash }) => hash.slice(0, 16))).toEqual([
    '0caeb6b11a3b5fa3',
    'c5a0063683afcfbd',
    '9c7a01598f9315f4',
    '23a6a528354a02a0',
  ])
})

test('every row arrives', async () => {
  const [last] = await read((database) =>
    database.execute<{ totals: object }>(sql`select totals from edition order by n desc limit 1`),
  )
  expect(last?.totals).toEqual({
    area: 60,
    source: 243,
    document: 22,
    list: 1,
    member: 12,
    report: 4,
    'task-force': 1,
    mention: 17,
    claimant: 5,
    indicator: 56,
    observation: 2311,
  })
  expect(await verify()).toMatchObject({ ok: true, editions: 4 })
})

test('a record that is there is left alone', async () => {
  expect(await loadFirstData()).toBe(0)
})

test('a figure of the ministry reads as it was published', async () => {
  const view = {
    indicator: ['lgb_issue_total'],
    area: ['CN'],
    frequency: ['M'],
    from: '2024-07',
    to: '2024-07',
    claimant: [],
    status: [],
    ignored: [],
  }
  const { rows, total } = await listRecords('debt', view, 4, { offset: 0, limit: 10 })
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({
    id: 'lgb_issue_total.CN.2024-07.M.official',
    fields: { value: '7108', usdBillionAsStated: '100.2', citations: [{ source: 's-m-202407' }, { source: 's-seed' }] },
  })
})
