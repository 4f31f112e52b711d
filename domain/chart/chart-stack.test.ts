import { describe, expect, it } from 'vitest'
import { findParts } from '@/domain/identity'
import { parsePeriod } from '@/domain/period'
import type { ChartOptions, ChartRow } from './chart-description'
import { toStackedChart } from './chart-stack'

const options: ChartOptions = {
  unit: 'CNY',
  unitMult: 8,
  measure: 'flow',
  labels: { indicator: (id) => id, area: (id) => id, claimant: (id) => id, period: (row) => row.period },
  href: (row) => `/debt/${row.id}`,
}
const whole = { total: 'lgb_issue_total', parts: ['lgb_issue_new', 'lgb_issue_refi'] }

function row(indicator: string, period: string, value: string | null, change: Partial<ChartRow> = {}): ChartRow {
  const frequency = change.frequency ?? 'A'
  const span = parsePeriod(period, frequency)
  const id = [indicator, 'CN', period, frequency, change.claimant ?? 'official'].join('.')
  return {
    ...{ id, indicator, area: 'CN', period, frequency, claimant: 'official', status: 'official', value },
    ...{ periodStart: span?.start ?? '', periodEnd: span?.end ?? '' },
    ...change,
  }
}

const years = [
  row('lgb_issue_refi', '2023', '46803'),
  row('lgb_issue_new', '2023', '46571'),
  row('lgb_issue_new', '2024', '47193'),
  row('lgb_issue_refi', '2024', '50743'),
]

function draw(rows: readonly ChartRow[]) {
  const result = toStackedChart(rows, whole, options)
  if (!result.ok) throw new Error(result.choice.kind)
  return result.chart
}

function refuse(rows: readonly ChartRow[]) {
  const result = toStackedChart(rows, whole, options)
  return result.ok ? null : result.choice.kind
}

describe('findParts', () => {
  it('knows the whole that exactly these are the parts of, whatever their order', () => {
    expect(findParts(['lgb_issue_refi', 'lgb_issue_new'])).toEqual(whole)
    expect(findParts(['lgd_balance_general', 'lgd_balance_special'])?.total).toBe('lgd_balance_total')
    expect(findParts(['lgb_issue_refi'])).toBeNull()
    expect(findParts(['lgb_issue_refi', 'lgb_issue_new', 'lgb_issue_total'])).toBeNull()
    expect(findParts(['lgd_balance_general', 'lgb_issue_new'])).toBeNull()
  })
})

describe('toStackedChart', () => {
  it('stands each part on those before it', () => {
    const { series, value, slots, arrangement } = draw(years)
    expect(arrangement).toBe('stacked')
    expect(series.map(({ part }) => part)).toEqual(whole.parts)
    expect(series.map(({ points }) => points.map(({ base, value: own }) => [base, own]))).toEqual([
      [
        [0, '46571'],
        [0, '47193'],
      ],
      [
        [46571, '46803'],
        [47193, '50743'],
      ],
    ])
    // 47,193 + 50,743 = 97,936
    expect(value.ticks).toEqual(['0', '20000', '40000', '60000', '80000', '100000'])
    expect(slots).toBe(2)
  })

  it('draws no bar where a part is missing, and counts it', () => {
    const chart = draw([...years, row('lgb_issue_new', '2025', '5'), row('lgb_issue_refi', '2025', null)])
    expect(chart.series.map(({ points }) => points.length)).toEqual([2, 2])
    expect(chart.incomplete).toBe(1)
    expect(refuse([row('lgb_issue_new', '2025', '5')])).toBe('no-whole')
  })

  it('never stacks estimates, claimants or places on each other', () => {
    expect(refuse([...years, row('lgb_issue_new', '2025', '5', { status: 'estimate' })])).toBe('parts-of-many')
    expect(refuse([...years, row('lgb_issue_new', '2025', '5', { claimant: 'imf' })])).toBe('parts-of-many')
    expect(refuse([...years, row('lgb_issue_new', '2025', '5', { area: 'CN-GZ' })])).toBe('parts-of-many')
  })

  it('stands balances at the ends of years a year apart, and refuses odd days', () => {
    const stock = (period: string, of: string) => row(of, period, '1', { frequency: 'I' })
    const [a = '', b = ''] = whole.parts
    const ends = [stock('2023-12-31', a), stock('2023-12-31', b), stock('2025-12-31', a), stock('2025-12-31', b)]
    expect(draw(ends).slots).toBe(3)
    expect(draw([...ends, stock('2025-06-30', a), stock('2025-06-30', b)]).slots).toBe(25)
    expect(refuse([...ends, stock('2025-06-12', a), stock('2025-06-12', b)])).toBe('parts-of-many')
  })
})
