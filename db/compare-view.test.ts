import { beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '@/domain/change'
import { evaluateFigures } from '@/domain/identity'
import { getDefaultView } from '@/domain/view'
import { compareDrawn } from './compare-view'
import { loadFirstData } from './first-data'
import { getHistory, getRecord, getTombstone } from './get-record'
import { listCheckable } from './list-checkable'
import { listRecords, streamRecords } from './list-records'
import { publish } from './publish'
import { addTestEditor, useTestDatabase } from './testing/use-database'

useTestDatabase()

const ID = 'lgb_issue_total.CN.2024-07.M.official'
const view = { ...getDefaultView('debt'), indicator: ['lgb_issue_total'], area: ['CN'], frequency: ['M' as const] }
let author = ''
const NOTHING = { changed: 0, come: 0, gone: 0, rows: [], marks: [], beside: { total: 0, rows: [] } }

async function publishWell(...changes: Change[]): Promise<number> {
  const result = await publish({ author, summary: 'a test', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.edition
}

/** Edition 5 changes a figure, 6 changes it back, 7 withdraws one and 8 adds one. */
beforeAll(async () => {
  await loadFirstData()
  author = await addTestEditor('wang')
  const old = (await getRecord('observation', ID, 4))?.fields ?? {}
  await publishWell({ noun: 'observation', id: ID, base: 4, fields: { ...old, value: '7109' } })
  await publishWell({ noun: 'observation', id: ID, base: 5, fields: old })
  await publishWell({
    noun: 'observation',
    id: 'lgb_issue_total.CN.2024-06.M.official',
    base: 4,
    withdraw: { reason: 'read wrongly' },
  })
  await publishWell({
    noun: 'observation',
    id: 'lgb_issue_total.CN.2024-08.M.official',
    base: null,
    fields: { ...old, period: '2024-08', value: '1' },
  })
})

describe('a view in two editions', () => {
  test('names the cell that differs, and who made it so', async () => {
    expect(await compareDrawn({ views: [{ page: 'debt', view }] }, 4, 5)).toMatchObject({
      changed: 1,
      come: 0,
      gone: 0,
      rows: [
        {
          id: ID,
          kind: 'changed',
          differences: [{ key: 'value', old: '7108', new: '7109' }],
          edition: 5,
          authorName: 'wang',
        },
      ],
    })
  })

  test('what was changed and changed back is no difference', async () => {
    expect(await compareDrawn({ views: [{ page: 'debt', view }] }, 4, 6)).toEqual(NOTHING)
  })

  test('what went and what came', async () => {
    const { changed, come, gone, rows } = await compareDrawn({ views: [{ page: 'debt', view }] }, 4, 8)
    expect({ changed, come, gone }).toEqual({ changed: 0, come: 1, gone: 1 })
    expect(rows.map(({ id, kind, edition }) => [id, kind, edition])).toEqual([
      ['lgb_issue_total.CN.2024-06.M.official', 'gone', 7],
      ['lgb_issue_total.CN.2024-08.M.official', 'come', 8],
    ])
  })

  test('a change outside the view is none of its business', async () => {
    const guizhou = { page: 'debt' as const, view: { ...view, area: ['CN-GZ'] } }
    expect(await compareDrawn({ views: [guizhou] }, 4, 8)).toEqual(NOTHING)
  })

  test('an edition reads as it always did', async () => {
    const total = async (edition: number) => (await listRecords('debt', view, edition, { offset: 0, limit: 1 })).total
    expect([await total(4), await total(6), await total(7), await total(8)]).toEqual([20, 20, 19, 20])
    expect((await getRecord('observation', ID, 5))?.fields.value).toBe('7109')
    expect((await getRecord('observation', ID, 6))?.fields.value).toBe('7108')
  })
})

describe('one record', () => {
  test('its history and its tombstone', async () => {
    const history = await getHistory('observation', 'lgb_issue_total.CN.2024-06.M.official', 8)
    expect(history.map(({ edition, operation }) => [edition, operation])).toEqual([
      [4, 'create'],
      [7, 'withdraw'],
    ])
    expect(await getTombstone('observation', 'lgb_issue_total.CN.2024-06.M.official', 8)).toEqual({
      reason: 'read wrongly',
      fromEdition: 7,
    })
    expect(await getTombstone('observation', 'lgb_issue_total.CN.2024-06.M.official', 6)).toBeNull()
    expect(await compareDrawn({ records: [{ noun: 'observation', id: ID }] }, 5, 8)).toMatchObject({
      changed: 1,
      rows: [{ differences: [{ old: '7109', new: '7108' }] }],
    })
  })
})

describe('what a page draws', () => {
  const FIGURE = 'lgd_balance_special.CN-GZ.2024-12-31.I.official'
  const figure = { noun: 'observation', id: FIGURE } as const
  const told = ({ rows }: Awaited<ReturnType<typeof compareDrawn>>) => rows.map(({ id, kind }) => [id, kind])
  let edition = 0

  /** One figure of Guizhou is corrected and the indicator of another is renamed, in one edition. */
  beforeAll(async () => {
    const fields = (await getRecord('observation', FIGURE, 8))?.fields ?? {}
    const indicator = (await getRecord('indicator', 'lgb_issue_total', 8))?.fields ?? {}
    const result = await publish({
      author,
      summary: 'a test',
      changes: [
        { ...figure, base: 4, fields: { ...fields, value: '8888' } },
        { noun: 'indicator', id: 'lgb_issue_total', base: 4, fields: { ...indicator, nameEn: 'Bonds issued' } },
      ],
    })
    if (!result.ok) throw new Error(JSON.stringify(result))
    edition = result.edition
  })

  test.each([
    ['source', 's-mof-special-2024'],
    ['area', 'CN-GZ'],
    ['indicator', 'lgd_balance_special'],
    ['claimant', 'official'],
  ] as const)('counts what rests on a record: %s', async (noun, id) => {
    const drift = await compareDrawn({ restsOn: { noun, id }, records: [{ noun, id }] }, 8, edition)
    expect(told(drift)).toEqual([[FIGURE, 'changed']])
    expect(drift.rows[0]?.differences).toEqual([{ key: 'value', old: '8857.93', new: '8888' }])
  })

  test('is not counted where another record is meant', async () => {
    expect(await compareDrawn({ restsOn: { noun: 'source', id: 's-ap-npcsc' } }, 8, edition)).toEqual(NOTHING)
    expect(await compareDrawn({ restsOn: { noun: 'area', id: 'CN-HN' } }, 8, edition)).toEqual(NOTHING)
  })

  test('counts a record once, whichever parts of the page hold it, and not again as one that is named', async () => {
    const drift = await compareDrawn(
      {
        views: [
          { page: 'debt', view: { ...getDefaultView('debt'), area: ['CN-GZ'] } },
          { page: 'debt', view: { ...getDefaultView('debt'), indicator: ['lgd_balance_special'] } },
        ],
        records: [figure],
        beside: [figure],
      },
      8,
      edition,
    )
    expect(told(drift)).toEqual([[FIGURE, 'changed']])
    expect(drift.beside).toEqual({ total: 0, rows: [] })
  })

  test('tells apart what is only named', async () => {
    const drift = await compareDrawn(
      { views: [{ page: 'debt', view }], beside: [{ noun: 'indicator', id: 'lgb_issue_total' }] },
      8,
      edition,
    )
    expect(drift).toMatchObject({ changed: 0, come: 0, gone: 0, rows: [], marks: [] })
    expect(drift.beside).toMatchObject({ total: 1, rows: [{ id: 'lgb_issue_total', kind: 'changed', edition }] })
  })

  test('what has come and gone among single records', async () => {
    const ids = ['2024-06', '2024-07', '2024-08'].map((month) => `lgb_issue_total.CN.${month}.M.official`)
    const records = ids.map((id) => ({ noun: 'observation' as const, id }))
    expect(told(await compareDrawn({ records }, 4, 8))).toEqual([
      ['lgb_issue_total.CN.2024-06.M.official', 'gone'],
      ['lgb_issue_total.CN.2024-08.M.official', 'come'],
    ])
  })

  test('a stay that the day of the view leaves out is none of its rows', async () => {
    const id = 'doc47-2023.CN-JL.1'
    const stay = (await getRecord('member', id, edition))?.fields ?? {}
    const n = await publishWell({ noun: 'member', id, base: 2, fields: { ...stay, note: 'a test' } })
    const on = (day: string) => ({ page: 'provinces' as const, view: { ...getDefaultView('provinces'), on: day } })
    expect(told(await compareDrawn({ views: [on('2024-06-30')] }, edition, n))).toEqual([[id, 'changed']])
    expect(await compareDrawn({ views: [on('2020-06-30')] }, edition, n)).toEqual(NOTHING)
  })
})

test('the first data adds up but for rounding and what its sources say', async () => {
  const { outcomes } = evaluateFigures(await listCheckable(4))
  const count = (kind: string, outcome: string) =>
    outcomes.filter((one) => one.kind === kind && one.outcome === outcome).length
  expect(
    ['sum', 'most', 'ytd'].map((kind) => ['passes', 'rounding', 'fails'].map((outcome) => count(kind, outcome))),
  ).toEqual([
    [588, 112, 2],
    [396, 1, 0],
    [51, 31, 0],
  ])
})

describe('views of the first data', () => {
  const count = async (page: Parameters<typeof listRecords>[0], part: object) =>
    (await listRecords(page, { ...getDefaultView(page), ...part }, 4, { offset: 0, limit: 1000 })).rows.map(
      ({ id }) => id,
    )

  test('mentions look below a place, statistics do not', async () => {
    expect(await count('mentions', { area: ['CN-NM'] })).toEqual(expect.arrayContaining(['m-01', 'm-02', 'm-14']))
    expect(await count('mentions', { area: ['CN-NM'] })).toHaveLength(3)
    expect((await count('debt', { area: ['CN-LN'] })).every((id) => id.includes('.CN-LN.'))).toBe(true)
  })

  test('a remainder is nobody’s child', async () => {
    expect(await count('areas', { area: ['CN-LN'] })).toEqual(['210200', 'CN-LN'])
    expect(await count('areas', { area: ['210000-X'] })).toEqual(['210000-X'])
  })

  test('free text finds words and names in both scripts', async () => {
    expect(await count('mentions', { q: '专班' })).toEqual(['m-12'])
    expect(await count('mentions', { q: '璧山' })).toEqual(['m-12'])
    expect(await count('mentions', { q: 'bishan' })).toEqual(['m-12'])
    expect(await count('mentions', { q: '%' })).toEqual([])
    expect(await count('mentions', { q: 'p_t' })).toEqual([])
  })

  test('periods are chosen by where they end', async () => {
    const july = { indicator: ['lgb_issue_total'], area: ['CN'], from: '2024-07', to: '2024-07' }
    expect(await count('debt', july)).toEqual([
      'lgb_issue_total.CN.2024-07.M.official',
      'lgb_issue_total.CN.2024-07.YTD.official',
    ])
  })

  test('a stream holds the whole view once, by id', async () => {
    const ids: string[] = []
    for await (const rows of streamRecords('debt', getDefaultView('debt'), 4)) ids.push(...rows.map(({ id }) => id))
    expect(ids).toHaveLength(2311)
    expect(ids).toEqual([...new Set(ids)].sort())
  })
})
