import { beforeAll, describe, expect, test } from 'vitest'
import { tileGrid } from '@/domain/tile-grid'
import { getDefaultView } from '@/domain/view'
import { loadFirstData } from './first-data'
import { listArea } from './list-area'
import { listCompared, listPeriods } from './list-periods'
import { useTestDatabase } from './testing/use-database'

useTestDatabase()
const provinces = Object.keys(tileGrid)
const view = { ...getDefaultView('debt'), indicator: ['lgd_balance_special'] }

beforeAll(async () => {
  await loadFirstData()
})

describe('places compared', () => {
  test('the reference dates, newest first, with how many places have a figure', async () => {
    const periods = await listPeriods(view, 4, provinces)
    expect(periods.map(({ period, frequency }) => `${period} ${frequency}`)).toEqual([
      '2025-12-31 I',
      '2024-12-31 I',
      '2023-12-31 I',
      '2022-12-31 I',
      '2021-12-31 I',
    ])
    expect(periods[1]?.places).toBe(31)
  })

  test('the provinces of a date, largest first, without remainders', async () => {
    const rows = await listCompared(view, 4, { period: '2024-12-31', frequency: 'I' }, provinces)
    expect(rows).toHaveLength(31)
    expect(rows.every(({ fields }) => !String(fields.area).endsWith('-X'))).toBe(true)
    const values = rows.map(({ fields }) => Number(fields.value))
    expect(values).toEqual([...values].sort((a, b) => b - a))
  })
})

describe('one place', () => {
  test('its balances newest first, its rank, and what was said there and below', async () => {
    const area = await listArea('CN-NM', 4, provinces)
    expect(area.balances[0]?.fields.period).toBe('2025-12-31')
    expect(area.mentions.map(({ id }) => id).sort()).toEqual(['m-01', 'm-02', 'm-14'])
    expect(area.peers.some(({ fields }) => fields.area === 'CN-NM')).toBe(true)
    expect(new Set(area.peers.map(({ fields }) => fields.period)).size).toBe(1)
  })

  test('a place of which no figure is published has none', async () => {
    expect(await listArea('620100', 4, ['620100'])).toMatchObject({ balances: [], limits: [], bonds: [], peers: [] })
  })
})
