import Link from 'next/link'
import { ChartFigure } from '@/components/chart-figure'
import { fillTemplate } from '@/components/chart-words'
import { ComparisonFigure } from '@/components/comparison-figure'
import { toFigureChart } from '@/components/figure-chart'
import { getLabel, hrefTo, type Reading } from '@/components/reading'
import type { RecordLike } from '@/components/record-like'
import { getLabels } from '@/db/get-labels'
import { listChartRows } from '@/db/list-chart-rows'
import { chooseChart } from '@/domain/chart-choice'
import type { View } from '@/domain/view'
import type { DrawnPage, PageRequest } from './draw-page'
import { readComparison } from './read-comparison'
import { readTable } from './read-table'
import { drawRecord } from './record-page'
import { toTablePage } from './table-page'

/** The figures of the record: a chart of one indicator at one frequency above the table of the view. */
export async function drawDebt(request: PageRequest): Promise<DrawnPage | null> {
  if (request.address.id !== undefined) return drawRecord(request)
  const view = request.address.view as View<'debt'>
  const table = await readTable(request, 'debt')
  const forms = view.indicator.length === 1 && <ChartForms key="forms" reading={table.reading} view={view} />
  if (view.chart !== undefined) {
    const found = await readComparison(request)
    const figure = found ? (
      <ComparisonFigure key="figure" {...found} view={view} />
    ) : (
      <p key="figure" className="my-6 text-muted">
        {table.reading.words.comparison.choose}
      </p>
    )
    return toTablePage({ request, table, above: [forms, figure] })
  }
  const { extent, rows } = await listChartRows(view, request.edition.edition, table.total)
  const labels = await getLabels(request.edition.edition, rows)
  const reading = { ...table.reading, labels: { ...table.reading.labels, ...labels } }
  return toTablePage({
    request,
    table,
    above: table.total > 0 && [
      forms,
      <DebtChart key="chart" reading={reading} view={view} extent={extent} rows={rows} />,
    ],
  })
}

const forms = [undefined, 'ranking', 'map'] as const

/** The forms in which one indicator can be seen: over time, or its places compared at a date. */
function ChartForms({ reading, view }: { reading: Reading; view: View<'debt'> }) {
  const { words } = reading
  return (
    <nav aria-label={words.comparison.forms} className="no-print mt-4 flex gap-4 text-sm">
      {forms.map((chart) => (
        <Link
          key={chart ?? 'time'}
          href={hrefTo(reading, 'debt', { view: { ...view, chart, page: 1, ignored: [] } })}
          prefetch={false}
          className="menu-link"
          aria-current={view.chart === chart ? 'true' : undefined}
        >
          {words.comparison[chart ?? 'time']}
        </Link>
      ))}
    </nav>
  )
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
  const drawn = rows.filter((row) => row.fields.frequency === frequency)
  const result = choice ? null : toFigureChart(reading, drawn)
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
