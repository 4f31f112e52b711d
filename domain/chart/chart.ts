import { type Frequency, isSpan } from '@/domain/period'
import { describeTimeAxis, describeValueAxis } from './chart-axis'
import { type ChartChoice, type ChartExtent, chooseChart, type FrequencyCount, SERIES_MOST } from './chart-choice'
import type { ChartDescription, ChartOptions, ChartRow } from './chart-description'
import { groupBySeries, toSeries } from './chart-series'

export type ChartResult = { ok: true; chart: ChartDescription } | { ok: false; choice: ChartChoice }

/** More lines than this on one plot cross each other past following. */
const LINES_MOST = 6
/** More bars side by side than this cannot be told apart on a phone: each series then gets a strip of its own. */
const GROUPED_SERIES_MOST = 4
const GROUPED_BARS_MOST = 60

/**
 * The chart of a view's rows: at the frequency the reader asked for, else the most frequent that is not cumulative.
 * `others` are the frequencies that are not drawn, to be offered as links.
 */
export function describeChart(
  rows: readonly ChartRow[],
  asked: Frequency | null,
  options: ChartOptions,
): ChartResult & { frequency: Frequency | null; others: FrequencyCount[] } {
  const { frequency, others, choice } = chooseChart(getExtent(rows), asked)
  if (choice) return { ok: false, choice, frequency, others }
  return {
    ...toChart(
      rows.filter((row) => row.frequency === frequency),
      options,
    ),
    frequency,
    others,
  }
}

/** What a view holds, as far as drawing is concerned; a query may count the same without loading the rows. */
export function getExtent(rows: readonly ChartRow[]): ChartExtent {
  const drawn = rows.filter((row) => !isSpan(row.period))
  return {
    indicators: new Set(rows.map((row) => row.indicator)).size,
    spans: rows.length - drawn.length,
    frequencies: [...new Set(drawn.map((row) => row.frequency))].map((frequency) => {
      const same = drawn.filter((row) => row.frequency === frequency)
      return { frequency, count: same.length, areas: new Set(same.map((row) => row.area)).size }
    }),
  }
}

/**
 * Draws rows of one indicator and one frequency, or says what the reader must choose first. Months and running totals
 * never share an axis: rows of more than one frequency are refused. Spans of their own (`2024-11-08--2025-08-31`) stand
 * on no axis of months or years and are left out, counted in `leftOut`.
 */
export function toChart(rows: readonly ChartRow[], options: ChartOptions): ChartResult {
  const extent = getExtent(rows)
  const [first] = extent.frequencies
  if (extent.frequencies.length > 1) return refuse({ kind: 'mixed-frequencies', frequencies: extent.frequencies })
  const { choice } = chooseChart(extent, first?.frequency ?? null)
  if (choice) return refuse(choice)
  const drawn = rows.filter((row) => !isSpan(row.period))
  const [row] = drawn
  if (!row || drawn.every(({ value }) => value === null)) return refuse({ kind: 'no-figures', spans: extent.spans })
  const groups = groupBySeries(drawn, options.orderOf)
  if (groups.length > SERIES_MOST) return refuse({ kind: 'too-many-series', count: groups.length, most: SERIES_MOST })

  const { frequency, indicator } = row
  const kind = options.measure === 'flow' && options.unit === 'CNY' && frequency !== 'I' ? 'bars' : 'line'
  const time = describeTimeAxis(drawn, kind, frequency)
  const series = groups.map((group, index) => toSeries(group, index, { frequency, time, groups, options }))
  const amounts = series.flatMap(({ points }) => points.flatMap(({ amount }) => amount ?? []))
  return {
    ok: true,
    chart: {
      kind,
      arrangement: arrange(kind, groups, time.slots),
      indicator,
      frequency,
      unit: options.unit,
      unitMult: options.unitMult,
      value: describeValueAxis(amounts, kind === 'bars' || options.unit === 'CNY'),
      time,
      slots: time.slots,
      series,
      leftOut: extent.spans,
      incomplete: 0,
      computed: options.computed ?? null,
      events: null,
    },
  }
}

function refuse(choice: ChartChoice): ChartResult {
  return { ok: false, choice }
}

function arrange(kind: ChartDescription['kind'], groups: ChartRow[][], slots: number): ChartDescription['arrangement'] {
  const periods = new Set(groups.flatMap((group) => group.map((row) => row.period)))
  if (periods.size === 1) return 'ranked'
  const crowded = groups.length > GROUPED_SERIES_MOST || groups.length * slots > GROUPED_BARS_MOST
  if (kind === 'line') return groups.length > LINES_MOST ? 'panels' : 'together'
  return groups.length > 1 && crowded ? 'panels' : 'together'
}
