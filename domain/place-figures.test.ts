import { describe, expect, test } from 'vitest'
import { describeIssuanceColumns } from './issuance-columns'
import {
  chooseLongestScope,
  chooseNewestScope,
  chooseSharedScope,
  getNationalShare,
  getRank,
  listAncestors,
  listIssuance,
  listUses,
  pairLimit,
} from './place-figures'

function figure(indicator: string, area: string, period: string, value: string, frequency = 'I') {
  return {
    id: `${indicator}.${area}.${period}.${frequency}`,
    fields: { indicator, area, period, frequency, value, claimant: 'official' },
  }
}

const figures = [
  figure('lgd_balance_special', 'CN-GZ', '2024-12-31', '8857.93'),
  figure('lgd_balance_special', 'CN-GZ', '2025-12-31', '10541.44'),
  figure('lgd_balance_special', 'CN-GZ', '2023-12-31', '6893.35'),
  figure('lgd_balance_total', 'CN-GZ', '2025-12-31', '19369.32'),
  figure('lgd_balance_total', 'CN-GZ', '2024-12-31', '17537.09'),
  figure('lgd_limit_total', 'CN-GZ', '2025', '20957.55', 'A'),
  figure('lgd_limit_special', 'CN-GZ', '2022', '6067.08', 'A'),
  figure('lgd_balance_total', 'CN', '2024-12-31', '475371'),
  figure('lgd_balance_special', 'CN-CQ', '2025-12-31', '9000'),
]

describe('which debt a place is told by', () => {
  test('all of it where its newest figure is as new as that of its kinds, and the longest series over time', () => {
    expect(chooseNewestScope(figures, 'CN-GZ')).toBe('total')
    expect(chooseLongestScope(figures, ['CN-GZ'])).toBe('special')
  })

  test('a kind that is published for a later day', () => {
    expect(chooseNewestScope([...figures, figure('lgd_balance_general', 'CN-GZ', '2026-03-31', '1')], 'CN-GZ')).toBe(
      'general',
    )
  })

  test('none without a balance; places are compared by what most of them publish', () => {
    expect(chooseNewestScope(figures, 'CN-HI')).toBeNull()
    expect(chooseSharedScope(figures, ['CN-GZ', 'CN-CQ'])).toEqual({ scope: 'special', count: 2 })
    expect(chooseSharedScope(figures, ['CN-HI'])).toBeNull()
  })
})

describe('the limit beside a balance', () => {
  test('is that of its own year, never that of another', () => {
    expect(pairLimit(figures, 'CN-GZ', 'total')).toMatchObject({
      year: '2025',
      limit: { fields: { value: '20957.55' } },
      last: null,
    })
    expect(pairLimit(figures, 'CN-GZ', 'special')).toMatchObject({
      year: '2025',
      limit: null,
      last: { fields: { period: '2022' } },
    })
    const later = [...figures, figure('lgd_limit_special', 'CN-CQ', '2026', '9500', 'A')]
    expect(pairLimit(later, 'CN-CQ', 'special')).toEqual({ year: '2025', limit: null, last: null })
    expect(pairLimit(figures, 'CN-HI', 'total')).toEqual({ year: null, limit: null, last: null })
  })
})

describe('what is computed', () => {
  test('the use of the limit in the years for which both are published: 19369.32 ÷ 20957.55 is 92.4%', () => {
    expect(listUses(figures, 'CN-GZ', 'total').map(({ year, percent }) => `${year} ${percent}`)).toEqual(['2025 92.4'])
    expect(listUses(figures, 'CN-GZ', 'special')).toEqual([])
  })

  test('the share of the national figure of the same day: 17537.09 ÷ 475371 is 3.7%', () => {
    const share = getNationalShare(figures, 'CN-GZ', 'total')
    expect(share).toMatchObject({ percent: '3.7', own: { fields: { period: '2024-12-31' } } })
    expect(getNationalShare(figures, 'CN-GZ', 'special')).toBeNull()
    expect(getNationalShare(figures, 'CN', 'total')).toBeNull()
  })

  test('a rank, shared by equal amounts, among two or more', () => {
    const peers = [figure('x', 'a', '2024', '9'), figure('x', 'b', '2024', '7'), figure('x', 'c', '2024', '7')]
    expect(getRank(peers, 'c')?.rank).toBe(2)
    expect(getRank(peers.slice(0, 1), 'a')).toBeNull()
    expect(getRank(peers, 'd')).toBeNull()
  })
})

describe('bonds issued', () => {
  const bonds = ['2024-11', '2025-01', '2025-02'].flatMap((month) => [
    figure('lgb_issue_new', 'CN', month, '100', 'M'),
    figure('lgb_issue_refi', 'CN', month, '300', 'M'),
    figure('lgb_issue_total', 'CN', month, '400', 'M'),
  ])

  test('period by period, newest first; a part that is not published is not made up', () => {
    const issuance = listIssuance([...bonds, figure('lgb_issue_refi', 'CN', '2026-05', '250', 'M')], 'CN')
    expect(issuance.map(({ period, percent }) => `${period} ${percent}`)).toEqual([
      '2026-05 null',
      '2025-02 75',
      '2025-01 75',
      '2024-11 75',
    ])
    expect(issuance[0]).toMatchObject({ fresh: null, total: null })
  })

  test('columns keep an empty slot for a month without a figure', () => {
    const columns = describeIssuanceColumns(listIssuance(bonds, 'CN'))
    expect(columns).toMatchObject({ first: { year: 2024, month: 11 }, slots: 4, hasGaps: true })
    expect(columns?.columns.map(({ slot }) => slot)).toEqual([0, 2, 3])
    expect(columns?.axis.max).toBe(400)
  })

  test('two months are a table, not a picture', () => {
    expect(describeIssuanceColumns(listIssuance(bonds.slice(0, 6), 'CN'))).toBeNull()
  })
})

test('a place lies in its parents, nearest first; a remainder in nothing that could stand for it', () => {
  const areas = [
    { id: 'CN', fields: { kind: 'country' } },
    { id: 'CN-LN', fields: { kind: 'province', parent: 'CN' } },
    { id: '210200', fields: { kind: 'prefecture', parent: 'CN-LN' } },
    { id: '210000-X', fields: { kind: 'statistical', parent: 'CN-LN' } },
  ]
  expect(listAncestors(areas, '210200')).toEqual(['CN-LN', 'CN'])
  expect(listAncestors(areas, '210000-X')).toEqual([])
})
