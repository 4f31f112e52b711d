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
import { describeChoice, type ViewChart } from './read-chart'
import { describeNoComparison, readFigure, toViewPicture, type ViewFigure } from './read-figure'
import { readTable } from './read-table'
import { drawRecord } from './record-page'
import { toTablePage } from './table-page'

/** The figures of the record: a chart of one indicator at one frequency above the table of the view. */
export async function drawDebt(request: PageRequest): Promise<DrawnPage | null> {
  if (request.address.id !== undefined) return drawRecord(request)
  const view = request.address.view as View<'debt'>
  const table = await readTable(request, 'debt', listDebtBeside)
  const { reading, total, pin } = table
  const found = await readFigure(request, reading, total, pin?.drift.marks ?? null)
  const { figure: picture } = toViewPicture(reading, view, found)
  const forms = view.indicator.length === 1 && <ChartForms key="forms" reading={reading} view={view} found={found} />
  const choices = [
    <MeasureChoice
      key="measures"
      reading={reading}
      view={view}
      indicators={table.choices.indicator ?? []}
      isExplained={picture !== null}
    />,
  ]
  if (view.indicator.length > 0)
    choices.push(<EventChoice key="events" reading={reading} view={view} hasAxis={found.form === 'time'} />)
  const isShown = total > 0 || view.chart !== undefined
  const figure = <DebtFigure key="figure" reading={reading} view={view} found={found} />
  return toTablePage({ request, table, picture, above: isShown && [forms, figure, ...choices] })
}

type DebtFigureProps = { reading: Reading; view: View<'debt'>; found: ViewFigure }

/** The chart, ranking or map of a view, and what it needs where it cannot be what it asks for. */
function DebtFigure({ reading, view, found: { form, drawn, compared } }: DebtFigureProps) {
  return (
    <>
      {form !== 'time' && compared && <ComparisonFigure {...compared} view={view} form={form} />}
      {drawn && <DebtChart reading={reading} view={view} drawn={drawn} />}
      {!drawn && !compared && <p className="my-6 text-muted">{describeNoComparison(reading, view)}</p>}
    </>
  )
}

const chartForms = [undefined, 'ranking', 'map'] as const

/** The forms in which one indicator can be seen: over time where that can be drawn, or its places compared at a date. */
function ChartForms({ reading, view, found }: DebtFigureProps) {
  const { words } = reading
  const shown = found.form === 'time' ? undefined : found.form
  const offered = chartForms.filter((chart) => chart !== undefined || view.chart !== undefined || shown === undefined)
  return (
    <nav aria-label={words.comparison.forms} className="no-print mt-4 flex flex-wrap gap-x-4 whitespace-nowrap text-sm">
      {offered.map((chart) => (
        <Link
          key={chart ?? 'time'}
          href={hrefTo(reading, 'debt', { view: { ...view, chart, page: 1, ignored: [] } })}
          prefetch={false}
          className="menu-link"
          aria-current={shown === chart ? 'true' : undefined}
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
