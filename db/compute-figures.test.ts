import { beforeAll, describe, expect, test } from 'vitest'
import { tileGrid } from '@/domain/chart/tile-grid'
import { getDefaultView, type View } from '@/domain/view'
import { computeFigures, listComputed } from './compute-figures'
import { loadFirstData } from './first-data'
import { getRecords } from './get-record'
import { useTestDatabase } from './testing/use-database'

useTestDatabase()

beforeAll(async () => {
  await loadFirstData()
})

async function compute(measure: Parameters<typeof computeFigures>[0], id: string) {
  const rows = await getRecords('observation', [id], 4)
  expect(rows).toHaveLength(1)
  return (await computeFigures(measure, rows, 4)).get(id)
}

describe('what is computed from published figures', () => {
  // 8,857.93 of 308,357.78 is 2.8726 %; of a limit of 11,359.38 it is 77.979 %; after 6,893.35 it is 28.4996 % more.
  const guizhou = 'lgd_balance_special.CN-GZ.2024-12-31.I.official'

  test('a share, with the two figures it comes from', async () => {
    expect(await compute('share', guizhou)).toEqual({
      value: '2.87',
      operands: [
        { id: guizhou, value: '8857.93' },
        { id: 'lgd_balance_special.CN.2024-12-31.I.official', value: '308357.78' },
      ],
    })
  })

  test('the use of a limit, from the balance and from the limit', async () => {
    expect((await compute('use', guizhou))?.value).toBe('77.98')
    expect((await compute('use', 'lgd_limit_special.CN-GZ.2024.A.official'))?.value).toBe('77.98')
  })

  test('a change on a year before', async () => {
    expect((await compute('change', guizhou))?.value).toBe('28.5')
  })

  test('a share of refinancing: 50,743 of 97,936 is 51.812 %', async () => {
    expect((await compute('refinancing', 'lgb_issue_total.CN.2024.A.official'))?.value).toBe('51.81')
  })

  test('no remainder stands in for its province: Liaoning has no year before 2024', async () => {
    const remainder = await getRecords('observation', ['lgd_balance_special.210000-X.2023-12-31.I.official'], 4)
    expect(remainder).toHaveLength(1)
    expect(await compute('change', 'lgd_balance_special.CN-LN.2024-12-31.I.official')).toBeUndefined()
    // (7,726.2 − 6,108.48) ÷ 6,108.48 is 26.483 %.
    expect((await compute('change', 'lgd_balance_special.CN-LN.2025-12-31.I.official'))?.value).toBe('26.48')
  })

  test('an edition in which an operand is not yet there computes nothing', async () => {
    const rows = await getRecords('observation', [guizhou], 4)
    expect((await computeFigures('share', rows, 3)).size).toBe(0)
  })
})

describe('places compared by what is computed', () => {
  const view: View<'debt'> = { ...getDefaultView('debt'), indicator: ['lgd_balance_special'] }

  test('only periods for which it can be computed, with how many places have it', async () => {
    const { periods, rows, computed } = await listComputed(view, 'use', 4, Object.keys(tileGrid))
    expect(periods.every(({ period }) => period.endsWith('-12-31'))).toBe(true)
    const of2024 = rows.filter(({ fields }) => fields.period === '2024-12-31')
    expect(periods.find(({ period }) => period === '2024-12-31')?.places).toBe(of2024.length)
    expect(of2024.length).toBeGreaterThan(20)
    expect(rows.every(({ id }) => computed.has(id))).toBe(true)
  })
})
