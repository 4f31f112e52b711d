import { beforeAll, describe, expect, test } from 'vitest'
import { describeCoverage } from '@/components/chart/comparison-words'
import { loadFirstData } from '@/db/first-data'
import { useTestDatabase as openTestDatabase } from '@/db/testing/use-database'
import { parseAddress } from '@/domain/address'
import type { PageRequest } from './page-request'
import { readComparison } from './read-comparison'
import { readFigure } from './read-figure'
import { readView } from './read-view'

openTestDatabase()

beforeAll(async () => {
  await loadFirstData()
})

const edition = { edition: 4, current: 4, pinned: false, at: new Date('2026-11-23') }

function ask(query: string): PageRequest {
  const address = parseAddress('/debt', new URLSearchParams(query))
  if (!address) throw new Error(query)
  return { address, edition, origin: 'https://example.org' }
}

async function compare(query: string, form: 'ranking' | 'map' = 'ranking') {
  const found = await readComparison(ask(query), form)
  if (!found) throw new Error('nothing to compare')
  const { rows, shown, newer } = found.comparison
  return {
    said: describeCoverage(found.reading, found.comparison),
    dates: new Set(rows.map(({ fields }) => fields.period)),
    areas: rows.map(({ fields }) => fields.area).toSorted(),
    shown: shown.period,
    newer,
  }
}

const SPECIAL = 'indicator=lgd_balance_special'

describe('a ranking or map holds what its view holds', () => {
  test('of the years asked for, also where they are not one date', async () => {
    expect((await compare(`${SPECIAL}&from=2022&to=2022`, 'map')).dates).toEqual(new Set(['2022-12-31']))
    expect((await compare(`${SPECIAL}&to=2023`)).dates).toEqual(new Set(['2023-12-31']))
    expect((await compare(`${SPECIAL}&from=2025`)).dates).toEqual(new Set(['2025-12-31']))
    expect(await readComparison(ask(`${SPECIAL}&to=2001`), 'map')).toBeNull()
  })

  test('of the places asked for, and no others', async () => {
    const { areas, said } = await compare(`${SPECIAL}&area=CN-GZ&area=CN-YN`)
    expect(areas).toEqual(['CN-GZ', 'CN-YN'])
    expect(said).toBe('2 of 2 chosen places have a figure for 31 Dec 2025.')
    expect((await compare(`${SPECIAL}&area=CN-GZ&area=150300`, 'map')).areas).toEqual(['CN-GZ'])
  })

  test('the newest date that is about complete, and how many have a figure for a newer one', async () => {
    expect(await compare(SPECIAL)).toMatchObject({
      shown: '2024-12-31',
      newer: { period: '2025-12-31', places: 18 },
      said: '31 of 31 provinces have a figure for 31 Dec 2024.',
    })
    expect(await compare(`${SPECIAL}&from=2025-12-31&to=2025-12-31`)).toMatchObject({
      said: '18 of 31 provinces have a figure for 31 Dec 2025.',
      newer: null,
    })
  })

  test('the same by what is computed', async () => {
    // 85 % and the like: what matters is that only 2022 is drawn, and only Guizhou.
    expect(await compare(`${SPECIAL}&measure=use&from=2022&to=2022&area=CN-GZ`)).toMatchObject({
      dates: new Set(['2022-12-31']),
      areas: ['CN-GZ'],
    })
  })
})

describe('one indicator is never without a drawing', () => {
  test('more places than a chart over time holds are a map, with what must be chosen to see them over time', async () => {
    const request = ask(SPECIAL)
    const { reading, total } = await readView({ language: 'en', page: 'debt', view: request.address.view, edition }, 1)
    const found = await readFigure(request, reading, total)
    expect(found.form).toBe('map')
    expect(found.compared?.comparison.rows).toHaveLength(31)
    expect(found.drawn?.choice).toMatchObject({ kind: 'too-many-areas', count: 53 })
  })
})
