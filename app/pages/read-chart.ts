import type { Comparison } from '@/components/chart/comparison-figure'
import { toFigureChart } from '@/components/chart/figure-chart'
import { type PictureFigure, toChartFigure, toComparisonFigure } from '@/components/picture/picture-figure'
import type { RecordLike } from '@/components/record/record-like'
import { getLabel, type Reading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import { listChartRows } from '@/db/list-chart-rows'
import { type ChartChoice, chooseChart, type FrequencyCount } from '@/domain/chart-choice'
import type { ChartDescription } from '@/domain/chart-description'
import type { Citation } from '@/domain/field'
import type { View } from '@/domain/view'
import type { PageRequest } from './page-request'
import { readComparison } from './read-comparison'

/**
 * The chart over time of a view of figures: its title and description, or what must be chosen first. `others` are the
 * frequencies it leaves out, `publishers` those who published what it shows, most figures first.
 */
export type ViewChart = {
  title: string
  chart: ChartDescription | null
  choice: ChartChoice | null
  others: FrequencyCount[]
  publishers: string[]
}

/** @param total how many rows the view has */
export async function readChart(reading: Reading, view: View<'debt'>, total: number): Promise<ViewChart> {
  const { extent, rows } = await listChartRows(view, reading.edition, total)
  const labels = await getLabels(reading.edition, rows)
  const named = { ...reading, labels: { ...reading.labels, ...labels } }
  const asked = view.frequency.length === 1 ? (view.frequency[0] ?? null) : null
  const { frequency, others, choice } = chooseChart(extent, asked)
  const drawn = rows.filter((row) => row.fields.frequency === frequency)
  const result = choice ? null : toFigureChart(named, drawn)
  return {
    title: getLabel(named, 'indicator', String(rows[0]?.fields.indicator ?? '')).text,
    chart: result?.ok ? result.chart : null,
    choice: choice ?? (result && !result.ok ? result.choice : null),
    others,
    publishers: listPublishers(named, drawn),
  }
}

/** What of a view of figures can be drawn elsewhere than on its page, or the words for why nothing can. */
export type ViewPicture = { figure: PictureFigure; publishers: string[] } | { figure: null; refusal: string }

/** The chart over time as {@link readChart} found it. */
export function toViewPicture(reading: Reading, { title, chart, choice, publishers }: ViewChart): ViewPicture {
  const worded = { lang: reading.language, words: reading.words.chart }
  if (chart) return { figure: toChartFigure(title, chart, worded), publishers }
  const refused = choice ?? ({ kind: 'no-figures', spans: 0 } as const)
  return { figure: null, refusal: describeChoice(reading, refused) }
}

/** What a reader must choose before there is a chart, with the limit where there is one. */
export function describeChoice({ words }: Reading, choice: ChartChoice): string {
  return words.chart.choice[choice.kind].replace(/\{(\w+)\}/g, (mark, key: string) =>
    String((choice as unknown as Record<string, unknown>)[key] ?? mark),
  )
}

/** The ranking or map a view asks for. */
export function toComparisonPicture(
  reading: Reading,
  view: View<'debt'>,
  found: { reading: Reading; comparison: Comparison } | null,
): ViewPicture {
  if (!found) return { figure: null, refusal: reading.words.comparison.choose }
  return {
    figure: toComparisonFigure(found.reading, view.chart === 'map' ? 'map' : 'ranking', found.comparison),
    publishers: listPublishers(found.reading, found.comparison.rows),
  }
}

/** Whatever chart a view asks for: what a picture and a frame show. */
export async function readPicture(
  { address, edition, origin }: PageRequest,
  reading: Reading,
  total: number,
): Promise<ViewPicture> {
  const view = address.view as View<'debt'>
  if (view.chart === undefined) return toViewPicture(reading, await readChart(reading, view, total))
  return toComparisonPicture(reading, view, await readComparison({ address, edition, origin }))
}

/** Who published the sources of some rows, those of most rows first. */
export function listPublishers(reading: Reading, rows: readonly RecordLike[]): string[] {
  const counts = new Map<string, number>()
  for (const { fields } of rows) {
    for (const { source } of (fields.citations as Citation[] | undefined) ?? []) {
      const publisher = String(reading.labels.source?.[source]?.publisher ?? source)
      counts.set(publisher, (counts.get(publisher) ?? 0) + 1)
    }
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([publisher]) => publisher)
}
