import Link from 'next/link'
import { ChartFigure } from '@/components/chart-figure'
import { fillTemplate } from '@/components/chart-words'
import { formatPeriodCode } from '@/components/dates'
import { getLabel, hrefTo, hrefToRecord, type Reading } from '@/components/reading'
import type { RecordLike } from '@/components/record-like'
import { getLabels } from '@/db/get-labels'
import { listChartRows } from '@/db/list-chart-rows'
import { type ChartRow, toChart } from '@/domain/chart'
import { chooseChart } from '@/domain/chart-choice'
import type { Indicator } from '@/domain/indicator'
import { parsePeriod } from '@/domain/period'
import type { View } from '@/domain/view'
import type { DrawnPage, PageRequest } from './draw-page'
import { readTable } from './read-table'
import { drawRecord } from './record-page'
import { toTablePage } from './table-page'

/** The figures of the record: a chart of one indicator at one frequency above the table of the view. */
export async function drawDebt(request: PageRequest): Promise<DrawnPage | null> {
  if (request.address.id !== undefined) return drawRecord(request)
  const view = request.address.view as View<'debt'>
  const table = await readTable(request, 'debt')
  const { extent, rows } = await listChartRows(view, request.edition.edition, table.total)
  const labels = await getLabels(request.edition.edition, rows)
  const reading = { ...table.reading, labels: { ...table.reading.labels, ...labels } }
  return toTablePage({
    request,
    table,
    above: table.total > 0 && <DebtChart reading={reading} view={view} extent={extent} rows={rows} />,
  })
}

type DebtChartProps = {
  reading: Reading
  view: View<'debt'>
  extent: Parameters<typeof chooseChart>[0]
  rows: readonly RecordLike[]
}

function DebtChart({ reading, view, extent, rows }: DebtChartProps) {
  const { words } = reading
  const asked = view.frequency.length === 1 ? (view.frequency[0] ?? null) : null
  const { frequency, others, choice } = chooseChart(extent, asked)
  const indicatorId = String(rows[0]?.fields.indicator ?? '')
  const indicator = reading.labels.indicator?.[indicatorId] as Indicator | undefined
  const drawn = rows.filter((row) => row.fields.frequency === frequency).map(toChartRow)
  const result = choice || !indicator ? null : toChart(drawn, toOptions(reading, indicator))
  const refused = choice ?? (result && !result.ok ? result.choice : null)
  return (
    <section className="my-6">
      {result?.ok && (
        <ChartFigure
          chart={result.chart}
          title={getLabel(reading, 'indicator', indicatorId).text}
          worded={{ lang: reading.language, words: words.chart }}
        />
      )}
      {refused && (
        <p className="text-muted">
          {fillTemplate(words.chart.choice[refused.kind], refused as unknown as Record<string, string>)}
        </p>
      )}
      {others.length > 0 && (
        <p className="text-sm">
          {words.chart.otherFrequencies}{' '}
          {others.map(({ frequency: other, count }, at) => (
            <span key={other}>
              {at > 0 && words.chart.listSeparator}
              <Link
                href={hrefTo(reading, 'debt', { view: { ...view, frequency: [other], page: 1, ignored: [] } })}
                prefetch={false}
              >
                {fillTemplate(words.chart.frequencyLink, { frequency: words.chart.frequency[other], count })}
              </Link>
            </span>
          ))}
        </p>
      )}
    </section>
  )
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

function toOptions(reading: Reading, indicator: Indicator): Parameters<typeof toChart>[1] {
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
