import { addDecimals } from '@/domain/decimal'
import { isSpan } from '@/domain/period'
import { describeTimeAxis, describeValueAxis, getJoinedMonths, type TimeAxis } from './chart-axis'
import type { ChartChoice } from './chart-choice'
import type { ChartDescription, ChartOptions, ChartRow } from './chart-description'
import { compareRows, toSeries } from './chart-series'

/** The whole, and its parts in the order in which they are stacked, by indicator. */
export type Whole = { total: string; parts: readonly string[] }

/**
 * Stacked bars of the parts of one whole: of one place and one claimant, at one frequency, never of estimates. A period
 * for which a part is missing has no bar, since what is there would look like the whole; these are counted in `incomplete`.
 * @param rows figures of the parts, at one frequency
 */
export function toStackedChart(
  rows: readonly ChartRow[],
  { parts }: Whole,
  options: ChartOptions,
): { ok: true; chart: ChartDescription } | { ok: false; choice: ChartChoice } {
  const drawn = rows.filter((row) => !isSpan(row.period))
  const [first] = drawn
  if (!first) return { ok: false, choice: { kind: 'no-figures', spans: rows.length } }
  const isOfOne = drawn.every(({ area, claimant }) => area === first.area && claimant === first.claimant)
  const isStackable = isOfOne && drawn.every(({ status }) => status !== 'estimate')
  const stock = first.frequency === 'I'
  const ends = drawn.map(({ periodEnd }) => ({ end: periodEnd }))
  const months = getJoinedMonths(ends, first.frequency)
  if (!isStackable || months === 0) return { ok: false, choice: { kind: 'parts-of-many' } }

  const stacks = toStacks(drawn, parts)
  const whole = stacks.filter((stack) => stack.length === parts.length)
  if (whole.length === 0) return { ok: false, choice: { kind: 'no-whole' } }
  const kept = whole.flat()
  // Balances at the ends of years stand a year apart, others a month.
  const frequency = stock && months === 12 ? 'A' : first.frequency
  const slots = describeTimeAxis(kept, 'bars', frequency)
  const time = stock && frequency === 'A' ? atYearEnds(slots) : slots
  const groups = parts.map((part) => kept.filter(({ indicator }) => indicator === part).toSorted(compareRows))
  const series = groups.map((group, index) => {
    const label = options.labels.indicator?.(parts[index] ?? '') ?? ''
    return {
      ...toSeries(group, index, { frequency, time, groups, options }),
      key: parts[index] ?? '',
      label,
      part: label,
    }
  })
  const sums = new Map<string, string>()
  for (const { points } of series) {
    for (const point of points) {
      const below = sums.get(point.end) ?? '0'
      point.base = Number(below)
      sums.set(point.end, addDecimals(below, point.value ?? '0'))
    }
  }
  return {
    ok: true,
    chart: {
      kind: 'bars',
      arrangement: 'stacked',
      indicator: first.indicator,
      frequency: first.frequency,
      unit: options.unit,
      unitMult: options.unitMult,
      value: describeValueAxis([...sums.values()].map(Number), true),
      time,
      slots: time.slots,
      series,
      leftOut: rows.length - drawn.length,
      incomplete: stacks.length - whole.length,
      computed: null,
      events: null,
    },
  }
}

/** Balances stand at the ends of years, and are named so. */
function atYearEnds(axis: TimeAxis): TimeAxis {
  return { ...axis, ticks: axis.ticks.map((tick) => ({ ...tick, precision: 'yearEnd' })) }
}

/** The figures of each period that have a value, in the order of the parts. */
function toStacks(rows: readonly ChartRow[], parts: readonly string[]): ChartRow[][] {
  const periods = [...new Set(rows.map(({ period }) => period))]
  return periods.map((period) =>
    parts.flatMap(
      (part) => rows.find((row) => row.period === period && row.indicator === part && row.value !== null) ?? [],
    ),
  )
}
