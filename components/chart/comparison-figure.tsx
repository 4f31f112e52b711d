import Link from 'next/link'
import { formatPeriodCode } from '@/components/record/dates'
import { DateControl } from '@/components/view/date-control'
import { hrefTo, type Reading } from '@/components/view/reading'
import { isSamePeriod, type ReferencePeriod } from '@/domain/chart/reference-period'
import type { View } from '@/domain/view'
import { fillTemplate } from './chart-words'
import {
  type Comparison,
  describeComparison,
  describeCoverage,
  describeNewer,
  listComparisonRemarks,
} from './comparison-words'
import { RankingTable } from './ranking-table'
import { RemarkList } from './remark-list'
import { ShadedMap } from './shaded-map'

type ComparisonFigureProps = { reading: Reading; view: View<'debt'>; comparison: Comparison; form: 'ranking' | 'map' }

/** A ranking or a map of places at one date, with what is drawn of how many, and its date control. */
export function ComparisonFigure({ reading, view, comparison, form }: ComparisonFigureProps) {
  const { words } = reading
  const { measure, newer } = comparison
  const title = describeComparison(reading, comparison)
  const Form = form === 'map' ? ShadedMap : RankingTable
  return (
    <figure className="my-6">
      <figcaption>
        <strong className="font-semibold">{title}</strong>
        <span className="block text-sm text-muted">
          {describeCoverage(reading, comparison)}
          {newer && (
            <>
              {words.site.gap}
              <Link href={hrefToPeriod(reading, { ...view, chart: form }, newer)} prefetch={false}>
                {describeNewer(reading, comparison)}
              </Link>
            </>
          )}
        </span>
      </figcaption>
      <PeriodControl reading={reading} view={{ ...view, chart: form }} comparison={comparison} />
      <Form reading={reading} comparison={comparison} title={title} />
      <RemarkList remarks={listComparisonRemarks(comparison)} label={words.chart.remarks} />
      {measure && <p className="mt-2 text-sm text-muted">{words.chart.computed.formula[measure]}</p>}
    </figure>
  )
}

type PeriodControlProps = Omit<ComparisonFigureProps, 'form'>

/** Steps through the reference periods: the one before, the one after, and any of them. */
function PeriodControl({ reading, view, comparison: { shown, periods } }: PeriodControlProps) {
  const { words } = reading
  const at = periods.findIndex((period) => isSamePeriod(period, shown))
  const steps = periods.map((period) => ({
    key: `${period.period} ${period.frequency}`,
    text: formatPeriodCode(words, period.period, period.frequency),
    note: fillTemplate(words.comparison.places, { count: period.places }),
    href: hrefToPeriod(reading, view, period),
  }))
  const step = steps[at]
  return (
    <DateControl
      reading={reading}
      shown={formatPeriodCode(words, shown.period, shown.frequency)}
      steps={steps}
      older={steps[at + 1]}
      newer={steps[at - 1]}
      {...(step ? { shownKey: step.key } : {})}
    />
  )
}

function hrefToPeriod(reading: Reading, view: View<'debt'>, { period, frequency }: ReferencePeriod): string {
  return hrefTo(reading, 'debt', {
    view: { ...view, frequency: [frequency], from: period, to: period, page: 1, ignored: [] },
  })
}
