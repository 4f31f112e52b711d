import { beforeAll, describe, expect, test } from 'vitest'
import { tileGrid } from '@/domain/chart/tile-grid'
import { getDefaultView } from '@/domain/view'
import { loadFirstData } from './first-data'
import { listAreas } from './list-area'
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

describe('places read', () => {
  test('its figures beside the nation’s, its rank, its stay on the list, and what was said there and below', async () => {
    const [area] = await listAreas(['CN-NM'], 4)
    expect(new Set(area?.figures.map(({ fields }) => fields.area))).toEqual(new Set(['CN', 'CN-NM']))
    expect(area?.mentions.map(({ id }) => id).sort()).toEqual(['m-01', 'm-02', 'm-14'])
    expect(area?.peers.some(({ fields }) => fields.area === 'CN-NM')).toBe(true)
    expect(new Set(area?.peers.map(({ fields }) => fields.period)).size).toBe(1)
    expect(area?.members.map(({ id }) => id)).toEqual(['doc47-2023.CN-NM.1'])
    expect(area?.reports.map(({ id }) => id)).toEqual(['r-inner-mongolia-exited-2025'])
  })

  test('a county is told what its province is on, and ranked among counties', async () => {
    const [zhuozi] = await listAreas(['150921'], 4)
    expect(zhuozi).toMatchObject({ ancestors: ['150900', 'CN-NM', 'CN'], peers: [] })
    expect(zhuozi?.members.map(({ id }) => id)).toEqual(['doc47-2023.CN-NM.1'])
  })

  test('a remainder inherits nothing of the province it is cut from, which names it', async () => {
    const [rest, liaoning] = await listAreas(['210000-X', 'CN-LN'], 4)
    expect(rest).toMatchObject({ ancestors: [], members: [], peers: [] })
    expect(liaoning?.remainders.map(({ id }) => id)).toEqual(['210000-X'])
  })

  test('a place of which nothing is published has nothing; one that is not in the edition is left out', async () => {
    const [lanzhou, ...more] = await listAreas(['620100', 'CN-XX'], 4)
    expect(more).toEqual([])
    expect(lanzhou).toMatchObject({ figureCount: 0, peers: [] })
    expect(lanzhou?.figures.every(({ fields }) => fields.area === 'CN')).toBe(true)
  })
})
