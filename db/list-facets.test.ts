import { beforeAll, describe, expect, test } from 'vitest'
import { getDefaultView, type Page, parseView } from '@/domain/view'
import { loadFirstData } from './first-data'
import { listFacets } from './list-facets'
import { listRecords } from './list-records'
import { useTestDatabase } from './testing/use-database'
import type { TablePage } from './view-queries'

useTestDatabase()

beforeAll(async () => {
  await loadFirstData()
})

async function count(page: TablePage, query: string) {
  const counts = await listFacets(page, parseView<Page>(page, new URLSearchParams(query)), 4)
  return Object.fromEntries(Object.entries(counts).map(([key, map]) => [key, Object.fromEntries(map)]))
}

// Counted by hand in db/seed/0003-task-forces-and-mentions/mentions.csv.
describe('mentions', () => {
  test('all: kinds and years; places count under those they lie in', async () => {
    const { kind, year, area } = await count('mentions', '')
    expect(kind).toEqual({
      'government-work-report': 5,
      'budget-report': 3,
      'local-practice': 2,
      notice: 2,
      article: 1,
      'debt-relief-plan': 1,
      'remark-to-media': 1,
      'central-document': 1,
      'executive-meeting': 1,
    })
    expect(year).toEqual({ 2024: 13, 2023: 3 })
    expect(area).toMatchObject({ CN: 17, 'CN-NM': 3, '500120': 1, 'CN-CQ': 3 })
  })

  test('free text narrows every facet, in either script', async () => {
    expect(await count('mentions', 'q=璧山')).toEqual({
      kind: { notice: 1 },
      year: { 2024: 1 },
      area: { CN: 1, 'CN-CQ': 1, '500120': 1 },
    })
    expect(await count('mentions', 'q=Bishan')).toEqual(await count('mentions', 'q=璧山'))
  })
})

test('every count is what its view gives', async () => {
  for (const [page, query] of [
    ['debt', 'area=CN-GZ&frequency=I&from=2024'],
    ['mentions', 'area=CN-CQ&from=2023&to=2023'],
    ['sources', 'kind=official&q=finance'],
    ['areas', 'kind=county'],
  ] as const) {
    const view = parseView<Page>(page, new URLSearchParams(query))
    const counts = await listFacets(page, view, 4)
    for (const [key, values] of Object.entries(counts)) {
      for (const [value, rows] of values) {
        const asked = key === 'year' ? { from: value, to: value } : { [key]: [value] }
        const { total } = await listRecords(page, { ...view, ...asked }, 4, { offset: 0, limit: 1 })
        expect(`${page}?${query} ${key}=${value}: ${rows}`).toBe(`${page}?${query} ${key}=${value}: ${total}`)
      }
    }
  }
})

test('an edition without the records counts none of them', async () => {
  expect((await listFacets('debt', getDefaultView('debt'), 3)).indicator?.size).toBe(0)
  expect((await listFacets('debt', getDefaultView('debt'), 4)).frequency?.get('I')).toBe(566)
})
