import { fillTemplate } from '@/components/chart/chart-words'
import { toComputedRows } from '@/components/chart/computed-rows'
import { toChartRow, toFigureChart } from '@/components/chart/figure-chart'
import type { RecordLike } from '@/components/record/record-like'
import { getLabel, type Reading } from '@/components/view/reading'
import { compareComputed, computeFigures } from '@/db/compute-figures'
import { getLabels } from '@/db/get-labels'
import { listChartRows } from '@/db/list-chart-rows'
import { getExtent } from '@/domain/chart/chart'
import { type ChartChoice, chooseChart, type FrequencyCount } from '@/domain/chart/chart-choice'
import type { ChartDescription } from '@/domain/chart/chart-description'
import { type ComputedMeasure, canMeasure } from '@/domain/computed-measure'
import type { DriftMark } from '@/domain/drift'
import type { Citation } from '@/domain/field'
import { findParts } from '@/domain/identity'
import type { Unit } from '@/domain/indicator'
import type { Frequency } from '@/domain/period'
import type { View } from '@/domain/view'
import { withEvents } from './read-events'

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

/**
 * @param total how many rows the view has
 * @param marks what differs today, where the chart is to mark it; a picture says the same whatever came later
 */
export async function readChart(
  reading: Reading,
  view: View<'debt'>,
  total: number,
  marks: readonly DriftMark[] | null = null,
): Promise<ViewChart> {
  const { extent, rows } = await listChartRows(view, reading.edition, total)
  const whole = view.measure === undefined ? findParts(view.indicator) : null
  const labels = await getLabels(reading.edition, rows, whole ? [{ noun: 'indicator', id: whole.total }] : [])
  const named = { ...reading, labels: { ...reading.labels, ...labels } }
  const asked = view.frequency.length === 1 ? (view.frequency[0] ?? null) : null
  if (view.measure !== undefined && extent.indicators === 1 && rows.length > 0)
    return readComputed(named, view, view.measure, rows, asked, marks !== null)
  const { frequency, others, choice } = chooseChart(whole ? { ...extent, indicators: 1 } : extent, asked)
  const drawn = rows.filter((row) => row.fields.frequency === frequency)
  const result = choice ? null : toFigureChart(named, drawn, { whole, isChanged: toTest(marks) })
  return {
    title: getChartTitle(named, whole?.total ?? null, String(rows[0]?.fields.indicator ?? '')),
    chart: result?.ok ? await withEvents(named, view, result.chart) : null,
    choice: choice ?? (result && !result.ok ? result.choice : null),
    others,
    publishers: listPublishers(named, drawn),
  }
}

function toTest(marks: readonly { id: string }[] | null): ((id: string) => boolean) | undefined {
  const ids = new Set(marks?.map(({ id }) => id))
  return ids.size === 0 ? undefined : (id) => ids.has(id)
}

function getChartTitle(reading: Reading, total: string | null, indicator: string): string {
  if (total === null) return getLabel(reading, 'indicator', indicator).text
  return fillTemplate(reading.words.chart.inParts, { total: getLabel(reading, 'indicator', total).text })
}

/** The chart of what is computed from some figures of one indicator. */
async function readComputed(
  reading: Reading,
  view: View<'debt'>,
  measure: ComputedMeasure,
  rows: readonly RecordLike[],
  asked: Frequency | null,
  isMarked: boolean,
): Promise<ViewChart> {
  const indicator = String(rows[0]?.fields.indicator ?? '')
  const computed = await computeFigures(measure, rows, reading.edition)
  const shown = toComputedRows(reading, measure, rows, computed)
  const title = getLabel(shown.reading, 'indicator', indicator).text
  const unit = reading.labels.indicator?.[indicator]?.unit as Unit | undefined
  const { frequency, others, choice } = chooseChart(getExtent(shown.rows.map(toChartRow)), asked)
  const none = { title, chart: null, others, publishers: [] }
  if (!canMeasure(measure, indicator, unit)) return { ...none, choice: { kind: 'not-measurable', measure } }
  if (frequency === null || shown.rows.length === 0) return { ...none, choice: { kind: 'nothing-computed', measure } }
  if (choice) return { ...none, choice }
  const drawn = shown.rows.filter((row) => row.fields.frequency === frequency)
  const missing = rows.filter((row) => row.fields.frequency === frequency).length - drawn.length
  const changed = isMarked ? await compareComputed(measure, drawn, computed, reading.current) : null
  const isChanged = changed ? (id: string) => changed.has(id) : undefined
  const result = toFigureChart(shown.reading, drawn, { computed: { measure, missing }, isChanged })
  return {
    ...none,
    chart: result?.ok ? await withEvents(reading, view, result.chart) : null,
    choice: result && !result.ok ? result.choice : null,
    publishers: listPublishers(reading, drawn),
  }
}

/** What a reader must choose before there is a chart, with the limit where there is one. */
export function describeChoice({ words }: Reading, choice: ChartChoice): string {
  if (choice.kind === 'not-measurable' || choice.kind === 'nothing-computed') {
    const { name, needs } = words.chart.computed
    const { measure } = choice
    return fillTemplate(words.chart.choice[choice.kind], { measure: name[measure], needs: needs[measure] })
  }
  return words.chart.choice[choice.kind].replace(/\{(\w+)\}/g, (mark, key: string) =>
    String((choice as unknown as Record<string, unknown>)[key] ?? mark),
  )
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
