import { describe, expect, test } from 'vitest'
import type { AnyFields } from './field'
import { composeId, derive, getReferences, parseRecord } from './record'

const figure = {
  indicator: 'lgb_issue_new',
  area: 'CN-GZ',
  period: '2024-07',
  frequency: 'YTD',
  value: '21459',
  status: 'official',
  claimant: 'official',
  citations: [{ source: 's-a' }],
}
const figureId = 'lgb_issue_new.CN-GZ.2024-07.YTD.official'
const stay = { list: 'doc47-2023', area: 'CN-NM', stay: 1, from: '2023-12', citations: [{ source: 's-a' }] }
const mention = { area: '150300', documentKind: 'notice', citations: [{ source: 's-a' }] }
const source = {
  title: 'Release',
  publisher: 'Ministry',
  url: 'https://example.org/a',
  language: 'zh',
  kind: 'official',
  reliability: 'A',
}

function problemsOf(...[noun, id, fields]: Parameters<typeof parseRecord>): { key: string; code: string }[] {
  const parsed = parseRecord(noun, id, fields)
  return parsed.ok ? [] : parsed.problems
}

describe('a figure', () => {
  test('is taken as it is, decimals with their zeros', () => {
    const fields = { ...figure, value: '1126.00' }
    expect(parseRecord('observation', figureId, fields)).toEqual({ ok: true, fields })
    expect(problemsOf('observation', figureId, { ...figure, value: '-67' })).toEqual([])
  })

  test.each(['1e3', '4,200', '-0', '01', '.5', '5.', '+5', 'NaN', ' '])('refuses %j as its value', (value) => {
    expect(problemsOf('observation', figureId, { ...figure, value })).toMatchObject([{ key: 'value' }])
  })

  test('has the id its own fields make', () => {
    expect(composeId('observation', figure)).toBe(figureId)
    expect(problemsOf('observation', 'lgb_issue_new.CN-CQ.2024-07.YTD.official', figure)).toEqual([
      { key: 'id', code: 'composed' },
    ])
  })

  test('needs a period of its frequency', () => {
    const fields = { ...figure, period: '2024' }
    expect(problemsOf('observation', 'lgb_issue_new.CN-GZ.2024.YTD.official', fields)).toEqual([
      { key: 'period', code: 'period' },
    ])
  })

  test('has a value exactly when its status says there is one', () => {
    const { value: _value, ...bare } = figure
    expect(problemsOf('observation', figureId, bare)).toEqual([{ key: 'value', code: 'missing' }])
    expect(problemsOf('observation', figureId, { ...bare, status: 'withheld' })).toEqual([])
    expect(problemsOf('observation', figureId, { ...figure, status: 'unknown' })).toEqual([
      { key: 'value', code: 'no-value' },
    ])
  })

  test('runs from its first day to its last', () => {
    expect(derive('observation', figure)).toEqual({ periodStart: '2024-01-01', periodEnd: '2024-07-31' })
    expect(derive('observation', { ...figure, frequency: 'M' })).toEqual({
      periodStart: '2024-07-01',
      periodEnd: '2024-07-31',
    })
  })
})

describe('a stay on a list', () => {
  test('has the id its list, area and number make', () => {
    expect(problemsOf('member', 'doc47-2023.CN-NM.1', stay)).toEqual([])
    expect(problemsOf('member', 'doc47-2023.CN-NM.2', stay)).toEqual([{ key: 'id', code: 'composed' }])
  })

  test('cannot end before it can have begun', () => {
    const id = 'doc47-2023.CN-NM.1'
    expect(problemsOf('member', id, { ...stay, to: '../2023-11' })).toEqual([{ key: 'to', code: 'order' }])
    expect(problemsOf('member', id, { ...stay, to: '../2023-12-01' })).toEqual([])
    expect(problemsOf('member', id, { ...stay, from: '../2023-12', to: '2023-11' })).toEqual([])
  })

  test('gives the database the last day each date may mean', () => {
    expect(derive('member', { ...stay, to: '../2025-07', attestedOn: '2024-03-06' })).toEqual({
      fromLatest: '2023-12-31',
      toLatest: '2025-07-31',
      attestedOnLatest: '2024-03-06',
    })
    expect(derive('member', stay)).toMatchObject({ toLatest: null })
  })
})

describe('ids', () => {
  test.each(['', 'm 1', 'm/1', 'm.1', 'a?b', '砸锅', 'a'.repeat(81)])('refuse %j', (id) => {
    expect(problemsOf('mention', id, mention)).toEqual([{ key: 'id', code: 'id' }])
  })

  test('cannot end as a file does', () => {
    expect(problemsOf('source', 'json', source)).toEqual([{ key: 'id', code: 'reserved' }])
    expect(problemsOf('source', 'json-1', source)).toEqual([])
  })
})

describe('fields', () => {
  test('are trimmed, in composed letters, with one kind of line end, absent ones left out', () => {
    const fields = { ...source, title: '  Cafe\u0301 ', note: 'a\r\nb', archiveUrl: undefined }
    expect(parseRecord('source', 's-a', fields)).toStrictEqual({
      ok: true,
      fields: { ...source, title: 'Caf\u00e9', note: 'a\nb' },
    })
  })

  test('all problems are told at once, each at its field', () => {
    const fields = { area: '150300', documentKind: 'rumour', date: '2023-02-29', citations: [] }
    expect(problemsOf('mention', 'm-01', fields)).toEqual([
      { key: 'documentKind', code: 'code' },
      { key: 'date', code: 'date' },
      { key: 'citations', code: 'missing' },
    ])
  })

  test('that are not of the noun are refused by name', () => {
    expect(problemsOf('mention', 'm-01', { ...mention, grade: 'confirmed' })).toEqual([
      { key: 'grade', code: 'unknown' },
    ])
  })

  test('a citation names its source, and its evidence from the list', () => {
    const citations = [{ source: 's-a', evidence: 'hearsay' }, { place: 'p. 3' }]
    expect(problemsOf('mention', 'm-01', { ...mention, citations })).toEqual([
      { key: 'citations.0.evidence', code: 'code' },
      { key: 'citations.1.source', code: 'missing' },
    ])
  })

  test.each([
    'ftp://example.org',
    'javascript:alert(1)',
    'https://localhost/a',
    'https://u:p@example.org/',
    'example.org',
  ])('refuse %s as an address', (url) => {
    expect(problemsOf('source', 's-a', { ...source, url })).toEqual([{ key: 'url', code: 'url' }])
  })
})

describe('getReferences', () => {
  test('names what a figure rests on: indicator, area, claimant and each cited source', () => {
    const cited: AnyFields = { ...figure, citations: [{ source: 's-a' }, { source: 's-b', place: 'p. 3' }] }
    expect(getReferences('observation', cited)).toEqual([
      { key: 'indicator', noun: 'indicator', id: 'lgb_issue_new' },
      { key: 'area', noun: 'area', id: 'CN-GZ' },
      { key: 'claimant', noun: 'claimant', id: 'official' },
      { key: 'citations.0.source', noun: 'source', id: 's-a' },
      { key: 'citations.1.source', noun: 'source', id: 's-b' },
    ])
  })

  test('a source rests on nothing', () => {
    expect(getReferences('source', source)).toEqual([])
  })
})
