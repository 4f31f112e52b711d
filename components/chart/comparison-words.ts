import { getCompactText } from '@/components/record/amount'
import { formatPeriodCode } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { getLabel, type Reading } from '@/components/view/reading'
import { describeValueAxis } from '@/domain/chart/chart-axis'
import { getSign, listRemarks, type Remark } from '@/domain/chart/chart-remarks'
import type { ReferencePeriod } from '@/domain/chart/reference-period'
import { describeLevels } from '@/domain/chart/tile-level'
import type { ComputedMeasure } from '@/domain/computed-measure'
import type { AnyFields } from '@/domain/field'
import { formatTicks } from '@/domain/format-number'
import type { Unit } from '@/domain/indicator'
import { type ChartWords, fillTemplate } from './chart-words'

/** Places compared by one indicator at one reference period, largest first, and the periods one may step to. */
export type Comparison = {
  indicator: string
  shown: ReferencePeriod
  periods: readonly ReferencePeriod[]
  /** A newer period of the view that fewer places have a figure for. */
  newer: ReferencePeriod | null
  /** How many places are compared, whether they have a figure or not. */
  compared: number
  /** Whether the view names them: else they are the provinces. */
  isChosen: boolean
  rows: readonly RecordLike[]
  /** What the rows hold instead of published figures. */
  measure: ComputedMeasure | null
  /** Ids of rows that differ today, on a page that is pinned. */
  changed: ReadonlySet<string>
}

/** `18 of 31 provinces have a figure for 31 Dec 2025.` */
export function describeCoverage({ words }: Reading, { rows, compared, isChosen, shown }: Comparison): string {
  return fillTemplate(isChosen ? words.comparison.coverageChosen : words.comparison.coverage, {
    count: new Set(rows.map(({ fields }) => fields.area)).size,
    total: compared,
    period: formatPeriodCode(words, shown.period, shown.frequency),
  })
}

/** That there is a newer date, and how few have a figure for it; null where there is none. */
export function describeNewer({ words }: Reading, { newer, compared }: Comparison): string | null {
  if (!newer) return null
  const period = formatPeriodCode(words, newer.period, newer.frequency)
  return fillTemplate(words.comparison.newer, { period, count: newer.places, total: compared })
}

/** The record's notes on what is compared, with their letters. */
export function listComparisonRemarks({ rows }: Comparison): Remark[] {
  return listRemarks(rows.map(({ fields: { note } }) => (typeof note === 'string' ? note : null)))
}

/** The letter at a row with a note. */
export function getRowSign(remarks: readonly Remark[], { fields: { note } }: RecordLike): string | null {
  return getSign(remarks, typeof note === 'string' ? note : null)
}

/** One class of the map in words: its shade, and the least and the largest figure in it. */
export type ClassWords = { level: number; text: string }

export function describeClasses(reading: Reading, { rows, indicator }: Comparison): ClassWords[] {
  const fields = reading.labels.indicator?.[indicator]
  const tell = (value: string) => (fields ? getCompactText(reading, value, fields) : value)
  return describeLevels(rows.map(({ fields: { value } }) => String(value))).map(({ level, least, most }) => ({
    level,
    text:
      tell(least) === tell(most)
        ? tell(least)
        : fillTemplate(reading.words.comparison.class, { least: tell(least), most: tell(most) }),
  }))
}

/** What is read at a ranking's scale: each mark with its place from 0 to 1, and what the numbers count in. */
export type RankScale = { low: number; high: number; unit: string; ticks: { at: number; text: string }[] }

/** The scale all places of a ranking are measured by, from zero, or from below it where figures are. */
export function describeRankScale(reading: Reading, { rows, indicator }: Comparison): RankScale {
  const fields = reading.labels.indicator?.[indicator]
  return toRankScale(
    { lang: reading.language, words: reading.words.chart },
    rows.map(({ fields: { value } }) => Number(value)),
    { unit: (fields?.unit ?? 'CNY') as Unit, unitMult: Number(fields?.unitMult ?? 8) },
  )
}

/** The same for amounts of any one unit. */
export function toRankScale(
  { lang, words }: ChartWords,
  amounts: readonly number[],
  { unit, unitMult }: { unit: Unit; unitMult: number },
): RankScale {
  const axis = describeValueAxis(amounts, true)
  const { numbers, scale } = formatTicks(axis.ticks, unit, unitMult, lang)
  return {
    low: axis.min,
    high: axis.max,
    unit: words.scale[scale],
    ticks: axis.ticks.map((tick, index) => ({
      at: (Number(tick) - axis.min) / (axis.max - axis.min),
      text: numbers[index] ?? tick,
    })),
  }
}

export function getAmountText(reading: Reading, fields: AnyFields): string {
  const indicator = reading.labels.indicator?.[String(fields.indicator)]
  return indicator ? getCompactText(reading, String(fields.value), indicator) : String(fields.value)
}

/** The indicator and the date, as the figure is titled. */
export function describeComparison(reading: Reading, { indicator, shown }: Comparison): string {
  return fillTemplate(reading.words.comparison.title, {
    indicator: getLabel(reading, 'indicator', indicator).text,
    period: formatPeriodCode(reading.words, shown.period, shown.frequency),
  })
}
