import { expect, test } from 'vitest'
import {
  listBulletinRows,
  listBulletinTests,
  readBulletin,
  testBulletin,
  toBulletinFields,
  toSheetWarnings,
} from './bulletin'
import type { Warning } from './warning'

const money = (id: string, measure = 'flow') => ({ id, unit: 'CNY' as const, unitMult: 8, measure })
const indicators = [
  money('lgb_issue_new'),
  money('lgb_issue_new_general'),
  money('lgb_issue_new_special'),
  money('lgb_interest_paid'),
  money('lgd_balance_total', 'stock'),
  money('lgd_balance_general', 'stock'),
  money('lgd_balance_special', 'stock'),
  money('gdp'),
]
const head = { source: 's-may', area: 'CN', period: '2026-05', frequency: 'M' as const }

test('the sheet of a month has the flows, parted where the identities part them', () => {
  expect(listBulletinRows(indicators, 'M')).toEqual([
    { total: 'lgb_issue_new', general: 'lgb_issue_new_general', special: 'lgb_issue_new_special' },
    { total: 'lgb_interest_paid', general: null, special: null },
  ])
  expect(listBulletinRows(indicators, 'I')).toEqual([
    { total: 'lgd_balance_total', general: 'lgd_balance_general', special: 'lgd_balance_special' },
  ])
})

test('what is typed is tested with what is published', () => {
  const rows = listBulletinRows(indicators, 'M')
  const tests = listBulletinTests(head, rows)
  const typed = { lgb_issue_new: '0.3万亿元', lgb_issue_new_special: '2,400' }
  const figures = readBulletin(head, indicators, typed)
  expect(figures.map((figure) => figure.ok && figure.value)).toEqual(['3000', '2400'])
  const published = { 'lgb_issue_new_general.CN.2026-05.M.official': '600' }
  expect(testBulletin(tests, figures, published)).toMatchObject([{ kind: 'sum', outcome: 'passes' }])
  expect(testBulletin(tests, figures, { 'lgb_issue_new_general.CN.2026-05.M.official': '700' })).toMatchObject([
    { kind: 'sum', outcome: 'fails', difference: '-100' },
  ])
  expect(testBulletin(tests, figures, {})).toEqual([])
  expect(testBulletin(tests, [], published)).toEqual([])
})

test('a figure that is published already gains the source, another rests on it alone', () => {
  const before = { value: '5', note: 'n', citations: [{ source: 's-a', place: 'p. 1' }] }
  expect(toBulletinFields(head, 'lgb_issue_new', '5', before)).toMatchObject({
    value: '5',
    note: 'n',
    citations: [{ source: 's-a', place: 'p. 1' }, { source: 's-may' }],
  })
  expect(toBulletinFields(head, 'lgb_issue_new', '6', before)).toEqual({
    indicator: 'lgb_issue_new',
    area: 'CN',
    period: '2026-05',
    frequency: 'M',
    claimant: 'official',
    value: '6',
    status: 'official',
    citations: [{ source: 's-may' }],
  })
})

test('a warning on the source and one on a sum are told once, one on a figure at its own cell', () => {
  const weak: Warning = { key: 'citations', code: 'weak', source: 's-may' }
  const total = {
    id: 't',
    indicator: 't',
    area: 'CN',
    period: '2026',
    frequency: 'A',
    claimant: 'official',
    value: '9',
  } as const
  const sum: Warning = { key: 'value', code: 'identity', kind: 'sum', total, parts: [], difference: '9' }
  const far: Warning = { key: 'value', code: 'far', side: 'above', value: '9', neighbours: [total] }
  expect(
    toSheetWarnings(
      ['a', 'b'],
      [
        [weak, sum, far],
        [weak, sum, far],
      ],
    ),
  ).toEqual([
    { ...weak, key: 'bulletin-source' },
    { ...sum, key: 'v.a' },
    { ...far, key: 'v.a' },
    { ...far, key: 'v.b' },
  ])
})
