import type { ComputedMeasure } from '@/domain/computed-measure'
import type { Day } from '@/domain/date'
import type { measures, Unit } from '@/domain/indicator'
import type { ObservationStatus } from '@/domain/observation'
import type { Frequency } from '@/domain/period'
import type { TimeAxis, ValueAxis } from './chart-axis'
import type { ChartEvents } from './chart-event'

/** One figure as a view lists it. `value` is a decimal in the unit of the indicator, null where there is no figure. */
export type ChartRow = {
  id: string
  indicator: string
  area: string
  period: string
  frequency: Frequency
  claimant: string
  status: ObservationStatus
  value: string | null
  /** What the record notes of it. */
  note?: string | undefined
  periodStart: Day
  periodEnd: Day
}

/**
 * A figure on the chart. `x` is the day number of the period's end, `at` its place along the time axis from 0 to 1,
 * `label` the period in words, `amount` the value as a number for drawing only: what is read comes from `value`. `base` is
 * what it stands on where parts are stacked, else 0.
 */
export type ChartPoint = {
  id: string
  x: number
  at: number
  start: Day
  end: Day
  label: string
  value: string | null
  amount: number | null
  base: number
  estimate: boolean
  note: string | null
  /** Whether it differs today, where the chart is of an older edition. */
  changed: boolean
  href: string
}

/**
 * What one claimant says of one area. `colour` counts from 1. `runs` are the first and last index of points that may be
 * joined by one line: a missing period or a missing value ends a run.
 */
export type ChartSeries = {
  key: string
  area: string
  areaLabel: string
  claimant: string
  claimantLabel: string
  label: string
  /** The part of a whole it is, by name. */
  part: string | null
  colour: number
  estimate: boolean
  points: ChartPoint[]
  runs: [number, number][]
}

/**
 * A chart of one indicator at one frequency, the same for every renderer: places are fractions, words are not in it but
 * for names and periods. `together` is one plot, `panels` one strip a series on the same axes, `ranked` one row a
 * series where all figures are of one period, `stacked` one bar a period in which the series stand on each other. `slots` is the number of periods the bars of one series have room for.
 */
export type ChartDescription = {
  kind: 'line' | 'bars'
  arrangement: 'together' | 'panels' | 'ranked' | 'stacked'
  indicator: string
  frequency: Frequency
  unit: Unit
  unitMult: number
  value: ValueAxis
  time: TimeAxis
  slots: number
  series: ChartSeries[]
  leftOut: number
  /** Periods without a bar because a part of the whole is not in the record. */
  incomplete: number
  computed: ChartComputed | null
  events: ChartEvents | null
}

/** What is drawn instead of the figures themselves, and for how many of them it cannot be computed. */
export type ChartComputed = { measure: ComputedMeasure; missing: number }

export type ChartOptions = {
  unit: Unit
  unitMult: number
  measure: (typeof measures)[number]
  computed?: ChartComputed | null
  /** Where an area stands in the order of series; without it areas stand by id. */
  orderOf?: (area: string) => string
  labels: {
    indicator?: (id: string) => string
    area: (id: string) => string
    claimant: (id: string) => string
    period: (row: ChartRow) => string
  }
  href: (row: ChartRow) => string
  isChanged?: (id: string) => boolean
}
