import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { toChart } from '@/domain/chart/chart'
import type { ChartOptions, ChartRow } from '@/domain/chart/chart-description'
import type { Language } from '@/domain/field'
import { type Frequency, parsePeriod } from '@/domain/period'
import { chartEn } from '@/messages/public/chart.en'
import { chartZh } from '@/messages/public/chart.zh'
import { ChartFigure } from './chart-figure'
import { findNearest, getLast, moveActive } from './chart-focus'
import { toPlot } from './chart-layout'
import { formatPeriodWords } from './chart-words'

function toRow(
  area: string,
  period: string,
  frequency: Frequency,
  value: string | null,
  claimant = 'official',
): ChartRow {
  const span = parsePeriod(period, frequency)
  if (!span) throw new Error(`no period: ${period}`)
  const status = value === null ? 'unknown' : claimant === 'official' ? 'official' : 'estimate'
  const id = `balance.${area}.${period}.${frequency}.${claimant}`
  return {
    id,
    indicator: 'balance',
    area,
    period,
    frequency,
    claimant,
    status,
    value,
    periodStart: span.start,
    periodEnd: span.end,
  }
}

function draw(rows: ChartRow[], lang: Language, measure: ChartOptions['measure'] = 'stock') {
  const words = lang === 'en' ? chartEn : chartZh
  const result = toChart(rows, {
    unit: 'CNY',
    unitMult: 8,
    measure,
    labels: { area: (id) => id, claimant: (id) => id, period: (row) => formatPeriodWords(words, row) },
    href: ({ id }) => `/debt/${id}`,
  })
  if (!result.ok) throw new Error(result.choice.kind)
  const html = renderToStaticMarkup(<ChartFigure chart={result.chart} title="Balance" worded={{ lang, words }} />)
  return { chart: result.chart, html }
}

function getPaths(html: string): string[] {
  return [...html.matchAll(/<path class="chart-line[^>]* d="([^"]*)"/g)].map(([, path = '']) => path)
}

const balance = [
  toRow('CN', '2023-03-31', 'I', '368091'),
  toRow('CN', '2023-05-31', 'I', '375579'),
  toRow('CN', '2023-06-30', 'I', '377999'),
  toRow('CN', '2023-09-30', 'I', null),
  toRow('CN', '2023-11-30', 'I', '401011'),
  toRow('CN', '2023-12-31', 'I', '407373'),
]

describe('lines', () => {
  it('are broken at a missing month and at a missing value', () => {
    const [path = ''] = getPaths(draw(balance, 'en').html)
    const segments = path.split('M').slice(1)
    expect(segments).toHaveLength(2)
    expect(segments.map((segment) => segment.split('L').length)).toEqual([2, 2])
  })

  it('mark every figure there is, and no other', () => {
    const { html } = draw(balance, 'en')
    expect(html.match(/<use [^>]*href="#chart-mark-1"/g)).toHaveLength(5)
    expect(html.match(/<a href="\/debt\/balance/g)).toHaveLength(5)
  })

  it('draw estimates hollow and dotted, never in one line with official figures', () => {
    const { html } = draw(
      [...balance, toRow('CN', '2022-12-31', 'I', '920000', 'bank'), toRow('CN', '2023-12-31', 'I', '940000', 'bank')],
      'en',
    )
    expect(getPaths(html)).toHaveLength(2)
    expect(html).toContain('chart-series-2 chart-line-estimate')
    expect(
      html.match(/chart-mark chart-mark-estimate" href|href="[^"]*"[^>]*class="chart-mark chart-mark-estimate"/g),
    ).toHaveLength(2)
  })
})

describe('bars', () => {
  it('leave a slot empty where the month has no figure', () => {
    const { html } = draw([toRow('CN', '2024-01', 'M', '10'), toRow('CN', '2024-04', 'M', '20')], 'en', 'flow')
    const lefts = [...html.matchAll(/<rect class="chart-bar[^>]* x="([\d.]+)%"/g)].map(([, x]) => Number(x))
    expect(lefts).toHaveLength(2)
    expect((lefts[1] ?? 0) - (lefts[0] ?? 0)).toBeCloseTo(75, 1)
    expect(html).toContain(chartEn.notes.breaks)
  })
})

describe('notes of the record', () => {
  it('are a letter at their figures, and once below the drawing', () => {
    const [first, second, ...rest] = balance
    const noted = [{ ...first, note: 'restated' }, { ...second, note: 'preliminary' }, ...rest] as ChartRow[]
    const { html } = draw(noted, 'en')
    const signs = [...html.matchAll(/class="chart-sign chart-series-1">(\w)</g)].map(([, sign]) => sign)
    expect(signs).toEqual(['a', 'b'])
    expect(html).toContain('<b>a</b> <span lang="en">restated</span>')
    expect(html).toContain('<b>b</b> <span lang="en">preliminary</span>')
  })

  it('stand below a figure that another is close above', () => {
    const row = (area: string, value: string) => ({ ...toRow(area, '2023-12-31', 'I', value), note: area })
    const rows = [row('CN-A', '100'), row('CN-B', '98'), toRow('CN-A', '2024-12-31', 'I', '200')]
    const { html } = draw(rows, 'en')
    const ys = [...html.matchAll(/y="([\d.]+)" text-anchor="middle" class="chart-sign/g)].map(([, y]) => Number(y))
    // 100 and 98 of an axis to 200, 300 px high and 12 px down, are at 162 and 165 px.
    expect(ys).toEqual([154, 180])
  })
})

describe('words', () => {
  it('count in trillion yuan in English and in 万亿元 in Chinese', () => {
    const english = draw(balance, 'en').html
    const chinese = draw(balance, 'zh').html
    expect(english).toContain('CN · trillion yuan')
    expect(english).toContain('>50</text>')
    expect(chinese).toContain('CN · 万亿元')
    expect(chinese).toContain('40.7万亿元')
  })

  it('tell the same chart to who does not see it', () => {
    expect(draw(balance, 'en').html).toContain(
      'Line chart in trillion yuan, 31 Mar 2023 to 31 Dec 2023. CN: 36.8 trillion yuan (31 Mar 2023), then 40.7 trillion yuan (31 Dec 2023), lowest 36.8 trillion yuan (31 Mar 2023), highest 40.7 trillion yuan (31 Dec 2023), 2 gaps.',
    )
    expect(draw(balance, 'zh').html).toContain(
      '折线图，单位：万亿元，2023年3月31日至2023年12月31日。CN：2023年3月31日为36.8万亿元',
    )
  })

  it('write a running total as the months it covers', () => {
    const row = toRow('CN', '2024-07', 'YTD', '1')
    expect([formatPeriodWords(chartEn, row), formatPeriodWords(chartZh, row)]).toEqual(['Jan–Jul 2024', '2024年1—7月'])
  })
})

describe('small multiples', () => {
  it('keep the first and the last year inside their strip, where the next one begins', () => {
    const places = Array.from({ length: 7 }, (_, place) =>
      ['2023-12-31', '2024-12-31', '2025-12-31'].map((day) => toRow(`CN-${place}`, day, 'I', '5')),
    )
    const anchors = (rows: ChartRow[]) =>
      [...draw(rows, 'en').html.matchAll(/text-anchor="(\w+)">(end 20\d\d)</g)].map(
        ([, anchor, year]) => `${year} ${anchor}`,
      )
    expect(anchors(places.flat()).slice(0, 3)).toEqual(['end 2023 start', 'end 2025 end', 'end 2023 start'])
    expect(anchors(places.slice(1).flat())).toEqual(['end 2023 middle', 'end 2024 middle', 'end 2025 middle'])
  })
})

describe('ranked rows', () => {
  it('stand largest first, with the figure in full and what has none last', () => {
    const rows = [
      toRow('CN-A', '2026-05', 'M', '48'),
      toRow('CN-B', '2026-05', 'M', '764'),
      toRow('CN-C', '2026-05', 'M', null),
    ]
    const { html } = draw(rows, 'en', 'flow')
    expect([...html.matchAll(/class="chart-row-value">([^<]*)</g)].map(([, text]) => text)).toEqual([
      '76.4 billion yuan',
      '4.8 billion yuan',
      'no figure',
    ])
  })
})

describe('focus', () => {
  const { chart } = draw([...balance, toRow('CN-GZ', '2023-06-30', 'I', '15000')], 'en')
  const plot = toPlot(chart, chart.series)

  it('steps over what has no figure and stops at the ends', () => {
    expect(getLast(plot)).toMatchObject({ series: 0, point: 5 })
    expect(moveActive(plot, { series: 0, point: 4 }, 'ArrowLeft')).toMatchObject({ series: 0, point: 2 })
    expect(moveActive(plot, { series: 0, point: 5 }, 'ArrowRight')).toBeNull()
    expect(moveActive(plot, { series: 0, point: 1 }, 'ArrowDown')).toMatchObject({ series: 1, point: 0 })
  })

  it('finds the figure nearest to the pointer, and none far from all', () => {
    expect(findNearest(plot, { x: 1000, y: 60 }, 1000, 300)).toEqual({ series: 0, point: 5 })
    expect(findNearest(plot, { x: 600, y: 280 }, 1000, 300)).toBeNull()
  })
})
