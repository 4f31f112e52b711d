import type { TickPrecision } from '@/domain/chart/chart-axis'
import type { ChartDescription, ChartSeries } from '@/domain/chart/chart-description'
import { describeFacts, type SeriesFacts } from '@/domain/chart/chart-facts'
import type { Day } from '@/domain/date'
import type { Language } from '@/domain/field'
import { type Amount, formatAtAxis, formatCompact, formatTicks } from '@/domain/format-number'
import { type Frequency, isSpan } from '@/domain/period'
import type { ChartMessages } from '@/messages/public/chart.en'

/** The reader's language and the words of charts in it. */
export type ChartWords = { lang: Language; words: ChartMessages }

/** The part of them that amounts need: all a browser part is handed. */
export type AmountWords = { lang: Language; words: Pick<ChartMessages, 'amount' | 'noFigure'> }

type Range = { min: number; max: number }

/** What of a chart, or of the plot of some of its series, says in which scale its amounts are told. */
type AxisOf = Pick<ChartDescription, 'unit' | 'unitMult'> & (Range | { value: Range })

type SeriesNames = Pick<ChartSeries, 'part' | 'areaLabel' | 'claimantLabel'>

/** A template with its `{names}` filled in; a name without a value stays as it is. */
export function fillTemplate(template: string, values: { [name: string]: string | number }): string {
  return template.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}

/** The words of days and periods. */
export type PeriodWords = Pick<ChartMessages, 'period' | 'months'>

/** A day, or the month or year it lies in, as the language writes it. */
export function formatDay(words: PeriodWords, day: Day, precision: TickPrecision): string {
  const m = Number(day.slice(5, 7))
  return fillTemplate(words.period[precision], {
    year: day.slice(0, 4),
    month: words.months[m - 1] ?? '',
    m,
    day: Number(day.slice(8)),
  })
}

/** A period in words: `2024`, `Jul 2024`, `Jan–Jul 2024`, `30 Jun 2024`, or both ends of a span of its own. */
export function formatPeriodWords(
  words: PeriodWords,
  row: { period: string; frequency: Frequency; periodStart: Day; periodEnd: Day },
): string {
  const { period, frequency, periodStart, periodEnd } = row
  if (isSpan(period)) {
    const [from, to] = [formatDay(words, periodStart, 'day'), formatDay(words, periodEnd, 'day')]
    return fillTemplate(words.period.span, { from, to })
  }
  if (frequency === 'I') return formatDay(words, periodEnd, 'day')
  if (frequency === 'A') return formatDay(words, periodEnd, 'year')
  if (frequency === 'M') return formatDay(words, periodEnd, 'month')
  const m = Number(periodEnd.slice(5, 7))
  const template = m === 1 ? words.period.ytdJanuary : words.period.ytd
  return fillTemplate(template, { year: periodEnd.slice(0, 4), month: words.months[m - 1] ?? '', m })
}

/** Whose figures they are, in full: the part of the whole, the place, the claimant. */
function nameSeries({ part, areaLabel, claimantLabel }: SeriesNames): string {
  return [part, areaLabel, claimantLabel].filter((name) => name !== null).join(' · ')
}

/** A figure in one sentence: whose, when, how much, and on a pinned page whether it differs today. */
export function tellPoint(
  worded: AmountWords & { words: Pick<ChartMessages, 'point'> & { drift: Pick<ChartMessages['drift'], 'point'> } },
  chart: AxisOf,
  series: SeriesNames,
  { label, value, changed }: { label: string; value: string | null; changed?: boolean },
): string {
  const { words } = worded
  const amount = formatValueWords(worded, chart, value)
  const told = fillTemplate(words.point, { series: nameSeries(series), period: label, amount })
  return changed ? fillTemplate(words.drift.point, { point: told }) : told
}

function formatAmountWords(words: Pick<ChartMessages, 'amount'>, { number, scale }: Amount): string {
  return fillTemplate(words.amount[scale], { n: number })
}

/** The exact value of a point, in what the axis counts in, or the words for none. */
export function formatValueWords({ lang, words }: AmountWords, chart: AxisOf, value: string | null): string {
  if (value === null) return words.noFigure
  const { min, max } = 'value' in chart ? chart.value : chart
  const largest = String(Math.max(Math.abs(min), Math.abs(max)))
  return formatAmountWords(words, formatAtAxis(value, largest, chart.unit, chart.unitMult, lang))
}

export function formatCompactWords(
  { lang, words }: AmountWords,
  chart: Pick<ChartDescription, 'unit' | 'unitMult'>,
  value: string | null,
): string {
  if (value === null) return words.noFigure
  return formatAmountWords(words, formatCompact(value, chart.unit, chart.unitMult, lang))
}

/** What stands at the value axis: numbers from the lowest tick up, and what they count in. */
export function formatAxis(
  { lang, words }: ChartWords,
  { value, unit, unitMult }: ChartDescription,
): { numbers: string[]; scale: string } {
  const { numbers, scale } = formatTicks(value.ticks, unit, unitMult, lang)
  return { numbers, scale: words.scale[scale] }
}

/** The chart in sentences, for readers who do not see it: kind, unit and time, then each series from first to last. */
export function formatSummary(worded: ChartWords, chart: ChartDescription): string {
  const { words } = worded
  const facts = describeFacts(chart)
  const byTime = facts.flatMap(({ first, last }) => [first, last]).toSorted((a, b) => a.x - b.x)
  const head = fillTemplate(words.summary[chart.arrangement === 'stacked' ? 'stacked' : chart.kind], {
    scale: formatAxis(worded, chart).scale,
    from: byTime[0]?.label ?? '',
    to: byTime.at(-1)?.label ?? '',
  })
  const sentences = [head, ...facts.map((one) => formatSeriesFacts(worded, chart, one))]
  return sentences
    .map((sentence) => `${sentence}${words.sentenceEnd}`)
    .join('')
    .trim()
}

function formatSeriesFacts(worded: ChartWords, chart: ChartDescription, facts: SeriesFacts): string {
  const { words } = worded
  const { label, first, last, lowest, highest, count, breaks, estimate } = facts
  const tell = ({ value }: { value: string | null }) => formatCompactWords(worded, chart, value)
  const parts = [
    fillTemplate(count > 1 ? words.summary.series : words.summary.single, {
      series: label,
      first: tell(first),
      firstPeriod: first.label,
      last: tell(last),
      lastPeriod: last.label,
    }),
  ]
  if (count > 2) {
    parts.push(
      fillTemplate(words.summary.lowestAndHighest, {
        lowest: tell(lowest),
        lowestPeriod: lowest.label,
        highest: tell(highest),
        highestPeriod: highest.label,
      }),
    )
  }
  if (breaks > 0)
    parts.push(breaks === 1 ? words.summary.oneBreak : fillTemplate(words.summary.breaks, { count: breaks }))
  if (estimate) parts.push(words.summary.estimates)
  return parts.join(words.listSeparator)
}
