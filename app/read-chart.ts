import { formatPeriodCode } from '@/components/dates'
import { getLabel, hrefToRecord, type Reading } from '@/components/reading'
import type { RecordLike } from '@/components/record-like'
import { getLabels } from '@/db/get-labels'
import { listChartRows } from '@/db/list-chart-rows'
import { type ChartDescription, type ChartOptions, type ChartRow, toChart } from '@/domain/chart'
import { type ChartChoice, chooseChart, type FrequencyCount } from '@/domain/chart-choice'
import type { Citation } from '@/domain/field'
import type { Indicator } from '@/domain/indicator'
import { parsePeriod } from '@/domain/period'
import type { View } from '@/domain/view'

/**
 * The chart of a view of figures: its title and description, or what must be chosen first. `others` are the frequencies
 * it leaves out, `publishers` those who published what it shows, most figures first.
 */
export type ViewChart = {
  title: string
  chart: ChartDescription | null
  choice: ChartChoice | null
  others: FrequencyCount[]
  publishers: string[]
}

/** The one way in which a page, a picture, a frame and a card come by their chart. `total` is how many rows the view has. */
export async function readChart(reading: Reading, view: View<'debt'>, total: number): Promise<ViewChart> {
  const { extent, rows } = await listChartRows(view, reading.edition, total)
  const labels = await getLabels(reading.edition, rows)
  const named = { ...reading, labels: { ...reading.labels, ...labels } }
  const asked = view.frequency.length === 1 ? (view.frequency[0] ?? null) : null
  const { frequency, others, choice } = chooseChart(extent, asked)
  const id = String(rows[0]?.fields.indicator ?? '')
  const indicator = named.labels.indicator?.[id] as Indicator | undefined
  const drawn = rows.filter((row) => row.fields.frequency === frequency)
  const result = choice || !indicator ? null : toChart(drawn.map(toChartRow), toOptions(named, indicator))
  return {
    title: getLabel(named, 'indicator', id).text,
    chart: result?.ok ? result.chart : null,
    choice: choice ?? (result && !result.ok ? result.choice : null),
    others,
    publishers: listPublishers(named, drawn),
  }
}

function toChartRow({ id, fields }: RecordLike): ChartRow {
  const { indicator, area, period, frequency, claimant, status, value } = fields as Omit<ChartRow, 'value'> & {
    value?: string
  }
  const span = parsePeriod(period, frequency)
  return {
    id,
    indicator,
    area,
    period,
    frequency,
    claimant,
    status,
    value: value ?? null,
    periodStart: span?.start ?? '',
    periodEnd: span?.end ?? '',
  }
}

function toOptions(reading: Reading, indicator: Indicator): ChartOptions {
  return {
    unit: indicator.unit,
    unitMult: indicator.unitMult,
    measure: indicator.measure,
    labels: {
      area: (id) => getLabel(reading, 'area', id).text,
      claimant: (id) => getLabel(reading, 'claimant', id).text,
      period: (row) => formatPeriodCode(reading.words, row.period, row.frequency),
    },
    href: (row) => hrefToRecord(reading, 'observation', row.id),
  }
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
