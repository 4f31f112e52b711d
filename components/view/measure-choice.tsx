import Link from 'next/link'
import { type ComputedMeasure, canMeasure, computedMeasures, listMeasurable } from '@/domain/computed-measure'
import type { Unit } from '@/domain/indicator'
import type { View } from '@/domain/view'
import { hrefTo, type Reading } from './reading'

type MeasureChoiceProps = {
  reading: Reading
  view: View<'debt'>
  /** What the indicators are called. */
  indicators: readonly { id: string; text: string }[]
  /** Whether a chart says the formula. */
  isExplained: boolean
}

/** What can be computed from the figures of a view, as links; the formula in words where no chart says it. */
export function MeasureChoice({ reading, view, indicators, isExplained }: MeasureChoiceProps) {
  const words = reading.words.chart.computed
  const offered = computedMeasures.filter((measure) => measure === view.measure || isOffered(reading, view, measure))
  if (offered.length === 0) return null
  return (
    <>
      <nav aria-label={words.choose} className="no-print mt-2 flex flex-wrap items-baseline gap-x-4 text-sm">
        <span className="text-muted">{words.choose}</span>
        {[undefined, ...offered].map((measure) => (
          <Link
            key={measure ?? 'none'}
            href={hrefTo(reading, 'debt', { view: { ...view, measure, page: 1, ignored: [] } })}
            prefetch={false}
            className="menu-link"
            aria-current={view.measure === measure ? 'true' : undefined}
          >
            {measure ? words.name[measure] : words.none}
          </Link>
        ))}
      </nav>
      {view.measure && !isExplained && (
        <Formula reading={reading} view={view} indicators={indicators} measure={view.measure} />
      )}
    </>
  )
}

function isOffered(reading: Reading, { indicator }: View<'debt'>, measure: ComputedMeasure): boolean {
  const [only, ...others] = indicator
  if (only === undefined || others.length > 0) return false
  return canMeasure(measure, only, reading.labels.indicator?.[only]?.unit as Unit | undefined)
}

/** How the measure is computed; where it is not defined for what the view asks for, the indicators it is defined for. */
function Formula({
  reading,
  view,
  indicators,
  measure,
}: Omit<MeasureChoiceProps, 'isExplained'> & { measure: ComputedMeasure }) {
  const words = reading.words.chart.computed
  const measurable = listMeasurable(measure)
  const isDefined = view.indicator.length === 1 && isOffered(reading, view, measure)
  return (
    <p className="mt-2 max-w-3xl text-sm text-muted" data-formula={measure}>
      {words.formula[measure]}
      {!isDefined && measurable && (
        <>
          {reading.words.site.gap}
          {words.withIndicator}{' '}
          {measurable.map((indicator, at) => (
            <span key={indicator}>
              {at > 0 && reading.words.chart.listSeparator}
              <Link
                href={hrefTo(reading, 'debt', { view: { ...view, indicator: [indicator], page: 1, ignored: [] } })}
                prefetch={false}
              >
                {indicators.find(({ id }) => id === indicator)?.text ?? indicator}
              </Link>
            </span>
          ))}
        </>
      )}
    </p>
  )
}
