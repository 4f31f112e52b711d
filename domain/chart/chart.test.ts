import { describe, expect, it } from 'vitest'
import { type Frequency, parsePeriod } from '@/domain/period'
import { describeChart, toChart } from './chart'
import { chooseFrequency } from './chart-choice'
import type { ChartOptions, ChartRow } from './chart-description'
import { describeFacts } from './chart-facts'

const options: ChartOptions = {
  unit: 'CNY',
  unitMult: 8,
  measure: 'stock',
  labels: { area: (id) => id, claimant: (id) => id, period: ({ period }) => period },
  href: ({ id }) => `/debt/${id}`,
}
const flow: ChartOptions = { ...options, measure: 'flow' }

function row(period: string, value: string | null, more: Partial<ChartRow> = {}): ChartRow {
  const frequency: Frequency = more.frequency ?? 'I'
  const span = parsePeriod(period, frequency)
  if (!span) throw new Error(`no period: ${period}`)
  const { area = 'CN', claimant = 'official' } = more
  return {
    id: `balance.${area}.${period}.${frequency}.${claimant}`,
    indicator: 'balance',
    area,
    period,
    frequency,
    claimant,
    status: value === null ? 'unknown' : claimant === 'official' ? 'official' : 'estimate',
    value,
    periodStart: span.start,
    periodEnd: span.end,
    ...more,
  }
}

function month(period: string, value: string | null, more: Partial<ChartRow> = {}): ChartRow {
  return row(period, value, { frequency: 'M', ...more })
}

function draw(rows: ChartRow[], with_ = options) {
  const result = toChart(rows, with_)
  if (!result.ok) throw new Error(result.choice.kind)
  return result.chart
}

function refusal(rows: ChartRow[], with_ = options) {
  const result = toChart(rows, with_)
  return result.ok ? null : result.choice
}

describe('gaps', () => {
  it('ends a run where a month end is missing', () => {
    const chart = draw([row('2023-03-31', '1'), row('2023-05-31', '2'), row('2023-06-30', '3'), row('2023-07-31', '4')])
    expect(chart.series[0]?.runs).toEqual([
      [0, 0],
      [1, 3],
    ])
  })

  it('ends a run at a value that is unknown', () => {
    const chart = draw([
      row('2021-12-31', '1'),
      row('2022-12-31', null),
      row('2023-12-31', '3'),
      row('2024-12-31', '4'),
    ])
    expect(chart.series[0]?.runs).toEqual([
      [0, 0],
      [2, 3],
    ])
  })

  it('joins year ends, but not over a missing year', () => {
    const chart = draw([row('2013-12-31', '16'), row('2020-12-31', '53'), row('2021-12-31', '60')])
    expect(chart.series[0]?.runs).toEqual([
      [0, 0],
      [1, 2],
    ])
  })

  it('never joins figures of odd days', () => {
    const chart = draw([row('2023-09-26', '1'), row('2023-09-27', '2'), row('2023-10-09', '3')])
    expect(chart.series[0]?.runs).toHaveLength(3)
  })

  it('leaves the slot of a missing month empty', () => {
    const chart = draw([month('2024-11', '10'), month('2025-02', '12')], flow)
    expect(chart.slots).toBe(4)
    expect(chart.series[0]?.points.map(({ at }) => at)).toEqual([0.125, 0.875])
  })

  it('starts a running total anew each January', () => {
    const totals = ['2024-11', '2024-12', '2025-01'].map((period) => row(period, '1.8', { frequency: 'YTD' }))
    expect(draw(totals, { ...options, unit: 'percent', unitMult: 0, measure: 'ratio' }).series[0]?.runs).toEqual([
      [0, 1],
      [2, 2],
    ])
  })
})

describe('series', () => {
  it('keeps claimants of one place apart, the official one first, and marks estimates', () => {
    const { series } = draw([
      row('2023-12-31', '660000', { claimant: 'imf' }),
      row('2023-12-31', '407373'),
      row('2024-12-31', '475371'),
      row('2020-12-31', '530000', { claimant: 'goldman-sachs' }),
    ])
    expect(series.map(({ key, estimate, points }) => [key, estimate, points.length])).toEqual([
      ['CN.official', false, 2],
      ['CN.goldman-sachs', true, 1],
      ['CN.imf', true, 1],
    ])
    expect(series.map(({ label }) => label)).toEqual(['official', 'goldman-sachs', 'imf'])
  })

  it('names areas alone where there is one claimant, and both where both differ', () => {
    const two = [row('2023-12-31', '1', { area: 'CN-GZ' }), row('2024-12-31', '1', { area: 'CN-YN' })]
    expect(draw(two).series.map(({ label }) => label)).toEqual(['CN-GZ', 'CN-YN'])
    const mixed = [...two, row('2023-12-31', '1', { area: 'CN-YN', claimant: 'imf' })]
    expect(draw(mixed).series.map(({ label }) => label)).toEqual([
      'CN-GZ · official',
      'CN-YN · official',
      'CN-YN · imf',
    ])
  })

  it('draws stocks and ratios as lines, flows as bars', () => {
    const months = [month('2024-01', '1'), month('2024-02', '2')]
    expect(draw(months, flow).kind).toBe('bars')
    expect(draw(months, { ...options, unit: 'percent', unitMult: 0, measure: 'ratio' }).kind).toBe('line')
    expect(draw([row('2023-12-31', '1'), row('2024-12-31', '2')]).kind).toBe('line')
    const limits = ['2023', '2024'].map((period) => row(period, '5', { frequency: 'A' }))
    expect(draw(limits).kind).toBe('line')
  })

  it('gives each place a strip of its own where bars side by side could not be told apart', () => {
    const places = (count: number, months: number) =>
      Array.from({ length: count }, (_, place) =>
        Array.from({ length: months }, (_, at) =>
          month(`2024-${String(at + 1).padStart(2, '0')}`, '5', { area: `CN-${place}` }),
        ),
      ).flat()
    expect(draw(places(3, 12), flow).arrangement).toBe('together')
    expect(draw(places(5, 12), flow).arrangement).toBe('panels')
    expect(draw(places(12, 1), flow).arrangement).toBe('ranked')
    expect(draw(places(6, 12)).arrangement).toBe('together')
    expect(draw(places(7, 12)).arrangement).toBe('panels')
  })
})

describe('refusals', () => {
  it('refuses months beside running totals', () => {
    const rows = [month('2024-07', '7108'), row('2024-07', '42000', { frequency: 'YTD' })]
    expect(refusal(rows, flow)).toEqual({
      kind: 'mixed-frequencies',
      frequencies: [
        { frequency: 'M', count: 1, areas: 1 },
        { frequency: 'YTD', count: 1, areas: 1 },
      ],
    })
  })

  it('refuses more than one indicator, more than 36 places, more than 36 series, and many figures of many places', () => {
    const places = Array.from({ length: 37 }, (_, place) => row('2024-12-31', '1', { area: `CN-${place}` }))
    expect(refusal([row('2024-12-31', '1'), row('2024-12-31', '1', { indicator: 'limit' })])).toEqual({
      kind: 'too-many-indicators',
      count: 2,
    })
    expect(refusal(places)).toEqual({ kind: 'too-many-areas', count: 37, most: 36 })
    const claims = places.slice(1).flatMap((one) => [one, { ...one, claimant: 'imf' }])
    expect(refusal(claims)).toEqual({ kind: 'too-many-series', count: 72, most: 36 })
    const long = places.slice(24).flatMap((one) => Array.from({ length: 56 }, (_, at) => ({ ...one, id: `${at}` })))
    expect(refusal(long)).toEqual({ kind: 'too-many-points', count: 728, most: 720 })
  })

  it('says when nothing can be drawn', () => {
    expect(refusal([])).toEqual({ kind: 'no-figures', spans: 0 })
    expect(refusal([row('2024-12-31', null)])).toEqual({ kind: 'no-figures', spans: 0 })
  })

  it('leaves spans of their own to the table and counts them', () => {
    const span = row('2024-11-08--2025-08-31', '40000', { frequency: 'A' })
    expect(refusal([span], flow)).toEqual({ kind: 'no-figures', spans: 1 })
    const chart = draw([span, row('2024', '1', { frequency: 'A' }), row('2025', '2', { frequency: 'A' })], flow)
    expect([chart.leftOut, chart.series[0]?.points.length]).toEqual([1, 2])
  })
})

describe('chooseFrequency', () => {
  it('takes the most frequent that is not cumulative', () => {
    const counts = [
      { frequency: 'YTD', count: 19 },
      { frequency: 'A', count: 2 },
      { frequency: 'M', count: 17 },
    ] as const
    expect(chooseFrequency(counts)).toEqual({
      chosen: 'M',
      others: [
        { frequency: 'A', count: 2 },
        { frequency: 'YTD', count: 19 },
      ],
    })
  })

  it('chooses none where all is cumulative', () => {
    expect(chooseFrequency([{ frequency: 'YTD', count: 3 }])).toEqual({
      chosen: null,
      others: [{ frequency: 'YTD', count: 3 }],
    })
  })

  it('decides which rows are drawn, unless the reader has asked', () => {
    const rows = [month('2024-06', '6'), month('2024-07', '7'), row('2024-07', '42', { frequency: 'YTD' })]
    const best = describeChart(rows, null, flow)
    expect(best.ok && best.chart.series[0]?.points.map(({ value }) => value)).toEqual(['6', '7'])
    expect(best.others).toEqual([{ frequency: 'YTD', count: 1 }])
    const asked = describeChart(rows, 'YTD', flow)
    expect(asked.ok && asked.chart.series[0]?.points.map(({ value }) => value)).toEqual(['42'])
    const only = describeChart(rows.slice(2), null, flow)
    expect(only.ok ? null : only.choice).toEqual({ kind: 'only-cumulative', count: 1 })
  })
})

describe('axes', () => {
  it('starts amounts at zero and has exact round ticks', () => {
    expect(draw([row('2023-12-31', '407373'), row('2024-12-31', '475371')]).value).toEqual({
      min: 0,
      max: 500000,
      ticks: ['0', '100000', '200000', '300000', '400000', '500000'],
    })
  })

  it('names the ends of years as what they are', () => {
    const { time } = draw([row('2023-12-31', '1'), row('2024-12-31', '2')])
    expect(time.ticks.map(({ date, precision, at }) => [date, precision, at])).toEqual([
      ['2023-12-31', 'yearEnd', 0],
      ['2024-12-31', 'yearEnd', 1],
    ])
  })

  it('lets a ratio that varies little fill its axis', () => {
    const years = { ...options, unit: 'years' as const, unitMult: 0, measure: 'ratio' as const }
    expect(draw([row('2023-12-31', '8.7'), row('2024-12-31', '9.8')], years).value.ticks[0]).toBe('8.5')
  })

  it('marks the beginnings of years on a long axis of months, and the month it begins in by its own name', () => {
    const { time } = draw(['2023-03-31', '2023-12-31', '2024-12-31', '2025-05-31'].map((day) => row(day, '1')))
    expect(time.ticks.map(({ date, precision }) => [date, precision])).toEqual([
      ['2023-03-31', 'month'],
      ['2024-01-01', 'year'],
      ['2025-01-01', 'year'],
    ])
  })
})

describe('describeFacts', () => {
  it('tells first, last, lowest, highest and gaps by the figures as stored', () => {
    const rows = [row('2023-03-31', '5'), row('2023-05-31', null), row('2023-06-30', '2.50'), row('2023-07-31', '9')]
    const [facts] = describeFacts(draw(rows))
    expect([facts?.first.value, facts?.last.value, facts?.lowest.value, facts?.highest.value, facts?.breaks]).toEqual([
      '5',
      '9',
      '2.50',
      '9',
      1,
    ])
  })
})
