import Link from 'next/link'
import { ChartFigure } from '@/components/chart/chart-figure'
import { fillTemplate } from '@/components/chart/chart-words'
import { ComparisonFigure } from '@/components/chart/comparison-figure'
import { EventChoice } from '@/components/view/event-choice'
import { MeasureChoice } from '@/components/view/measure-choice'
import { hrefTo, type Reading } from '@/components/view/reading'
import type { View } from '@/domain/view'
import { listDebtBeside } from './list-debt-beside'
import type { DrawnPage, PageRequest } from './page-request'
import {
  describeChoice,
  describeNoComparison,
  readChart,
  toComparisonPicture,
  toViewPicture,
  type ViewChart,
} from './read-chart'
import { readComparison } from './read-comparison'
import { readTable, type TableReading } from './read-table'
import { drawRecord } from './record-page'
import { toTablePage } from './table-page'

/** The figures of the record: a chart of one indicator at one frequency above the table of the view. */
export async function drawDebt(request: PageRequest): Promise<DrawnPage | null> {
  if (request.address.id !== undefined) return drawRecord(request)
  const view = request.address.view as View<'debt'>
  const table = await readTable(request, 'debt', listDebtBeside)
  const { picture, figure } = await drawFigure(request, table, view)
  const indicators = table.choices.indicator ?? []
  const forms = view.indicator.length === 1 && <ChartForms key="forms" reading={table.reading} view={view} />
  const choices = [
    <MeasureChoice
      key="measures"
      reading={table.reading}
      view={view}
      indicators={indicators}
      isExplained={picture !== null}
    />,
  ]
  if (view.indicator.length > 0) choices.push(<EventChoice key="events" reading={table.reading} view={view} />)
  const isShown = table.total > 0 || view.chart !== undefined
  return toTablePage({ request, table, picture, above: isShown && [forms, figure, ...choices] })
}

/** The chart, ranking or map a view asks for, or what it needs; and the same for a picture. */
async function drawFigure(request: PageRequest, table: TableReading, view: View<'debt'>) {
  const { reading, total } = table
  if (view.chart === undefined) {
    const drawn = await readChart(reading, view, total, table.pin?.drift.marks ?? null)
    const { figure: picture } = toViewPicture(reading, drawn)
    return { picture, figure: <DebtChart key="figure" reading={reading} view={view} drawn={drawn} /> }
  }
  const found = await readComparison(request, table.pin?.drift.marks ?? null)
  const { figure: picture } = toComparisonPicture(reading, view, found)
  const figure = found ? (
    <ComparisonFigure key="figure" {...found} view={view} />
  ) : (
    <p key="figure" className="my-6 text-muted">
      {describeNoComparison(reading, view)}
    </p>
  )
  return { picture, figure }
}

const chartForms = [undefined, 'ranking', 'map'] as const

/** The forms in which one indicator can be seen: over time, or its places compared at a date. */
function ChartForms({ reading, view }: { reading: Reading; view: View<'debt'> }) {
  const { words } = reading
  return (
    <nav aria-label={words.comparison.forms} className="no-print mt-4 flex flex-wrap gap-x-4 whitespace-nowrap text-sm">
      {chartForms.map((chart) => (
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

type DebtChartProps = { reading: Reading; view: View<'debt'>; drawn: ViewChart }

function DebtChart({ reading, view, drawn: { title, chart, choice, others } }: DebtChartProps) {
  const { words } = reading
  return (
    <section className="my-6">
      {chart && <ChartFigure chart={chart} title={title} worded={{ lang: reading.language, words: words.chart }} />}
      {choice && <p className="text-muted">{describeChoice(reading, choice)}</p>}
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
