import { describe, expect, test } from 'vitest'
import { countFacets, getLineage, toPlaceFacet, toValueFacet, toYearFacet } from './facet'

const cells = [
  { values: { kind: 'notice', area: 'bishan', year: '2024-08-28' }, rows: 1 },
  { values: { kind: 'notice', area: 'delingha', year: '2023-12-31' }, rows: 2 },
  { values: { kind: 'article', area: 'bishan', year: '2024-03-31' }, rows: 4 },
  { values: { kind: 'article', area: 'chongqing', year: null }, rows: 8 },
]
const areas = new Map([
  ['china', { parent: null, kind: 'country' }],
  ['chongqing', { parent: 'china', kind: 'province' }],
  ['bishan', { parent: 'chongqing', kind: 'county' }],
  ['delingha', { parent: 'china', kind: 'county' }],
  ['rest', { parent: 'chongqing', kind: 'statistical' }],
])
const lineageOf = (id: string) => getLineage(id, areas)

function count(asked: { kind?: string[]; area?: string[]; first?: string; last?: string }) {
  const counts = countFacets(cells, [
    toValueFacet('kind', asked.kind ?? []),
    toPlaceFacet('area', asked.area ?? [], lineageOf),
    toYearFacet('year', {
      ...(asked.first === undefined ? {} : { first: asked.first }),
      ...(asked.last === undefined ? {} : { last: asked.last }),
    }),
  ])
  return Object.fromEntries(Object.entries(counts).map(([key, map]) => [key, Object.fromEntries(map)]))
}

describe('the rows each value would give', () => {
  test('without a filter, all, a place with those below it, a day under its year', () => {
    expect(count({})).toEqual({
      kind: { notice: 3, article: 12 },
      area: { bishan: 5, chongqing: 13, delingha: 2, china: 15 },
      year: { 2024: 5, 2023: 2 },
    })
  })

  test('a filter narrows the other facets and not its own', () => {
    expect(count({ kind: ['notice'] })).toEqual({
      kind: { notice: 3, article: 12 },
      area: { bishan: 1, chongqing: 1, delingha: 2, china: 3 },
      year: { 2024: 1, 2023: 2 },
    })
  })

  test('filters of two facets: each facet sees the other only, and what two refuse counts nowhere', () => {
    expect(count({ kind: ['notice'], area: ['chongqing'] })).toEqual({
      kind: { notice: 1, article: 12 },
      area: { bishan: 1, chongqing: 1, delingha: 2, china: 3 },
      year: { 2024: 1 },
    })
  })

  test('a range of days is the filter of the years; what has no date fits no range', () => {
    expect(count({ first: '2024-01-01', last: '2024-06-30' })).toEqual({
      kind: { article: 4 },
      area: { bishan: 4, chongqing: 4, china: 4 },
      year: { 2024: 5, 2023: 2 },
    })
  })
})

test('a remainder counts under its own name only, and a place that is not in the record under its id', () => {
  expect(lineageOf('bishan')).toEqual(['bishan', 'chongqing', 'china'])
  expect(lineageOf('rest')).toEqual(['rest'])
  expect(lineageOf('nowhere')).toEqual(['nowhere'])
})
