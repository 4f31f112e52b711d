import Link from 'next/link'
import type { CSSProperties } from 'react'
import { getCompactText } from '@/components/record/amount'
import { formatPeriodCode } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { RecordLink } from '@/components/record/record-link'
import { DateControl } from '@/components/view/date-control'
import { getLabel, hrefTo, hrefToRecord, type Reading } from '@/components/view/reading'
import { getLevel } from '@/domain/chart/tile-level'
import type { ComputedMeasure } from '@/domain/computed-measure'
import type { AnyFields } from '@/domain/field'
import type { Frequency } from '@/domain/period'
import type { View } from '@/domain/view'
import { fillTemplate } from './chart-words'
import { type Tile, TileMap } from './tile-map'

type Period = { period: string; frequency: Frequency; places: number }

/** Places compared by one indicator at one reference period, largest first, and the periods one may step to. */
export type Comparison = {
  indicator: string
  shown: Period
  periods: readonly Period[]
  rows: readonly RecordLike[]
  /** What the rows hold instead of published figures. */
  measure: ComputedMeasure | null
  /** Ids of rows that differ today, on a page that is pinned. */
  changed: ReadonlySet<string>
}

type ComparisonFigureProps = { reading: Reading; view: View<'debt'>; comparison: Comparison }

/** A ranking or a map of the provinces at one date, with its date control. */
export function ComparisonFigure({ reading, view, comparison }: ComparisonFigureProps) {
  const { words } = reading
  const { indicator, shown, rows, measure } = comparison
  const title = fillTemplate(words.comparison.title, {
    indicator: getLabel(reading, 'indicator', indicator).text,
    period: formatPeriodCode(words, shown.period, shown.frequency),
  })
  return (
    <figure className="my-6">
      <figcaption className="font-semibold">
        {title}{' '}
        <span className="font-normal text-muted">{fillTemplate(words.comparison.places, { count: rows.length })}</span>
      </figcaption>
      <PeriodControl reading={reading} view={view} comparison={comparison} />
      {view.chart === 'map' ? (
        <ShadedMap reading={reading} comparison={comparison} title={title} />
      ) : (
        <Ranking reading={reading} comparison={comparison} title={title} />
      )}
      {measure && <p className="mt-2 text-sm text-muted">{words.chart.computed.formula[measure]}</p>}
    </figure>
  )
}

/** Steps through the reference periods: the one before, the one after, and any of them. */
function PeriodControl({ reading, view, comparison: { shown, periods } }: ComparisonFigureProps) {
  const { words } = reading
  const at = periods.indexOf(shown)
  const steps = periods.map(({ period, frequency, places }) => ({
    key: `${period} ${frequency}`,
    text: formatPeriodCode(words, period, frequency),
    note: fillTemplate(words.comparison.places, { count: places }),
    href: hrefTo(reading, 'debt', {
      view: { ...view, frequency: [frequency], from: period, to: period, page: 1, ignored: [] },
    }),
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

type ShownProps = { reading: Reading; comparison: Comparison; title: string }

function ShadedMap({ reading, comparison: { rows, changed }, title }: ShownProps) {
  const { words } = reading
  const values = rows.map(({ fields }) => Number(fields.value))
  const tiles: Record<string, Tile> = Object.fromEntries(
    rows.map(({ id, fields }) => {
      const text = getAmount(reading, fields)
      const told = changed.has(id) ? fillTemplate(words.chart.drift.point, { point: text }) : text
      const level = getLevel(values, Number(fields.value))
      return [String(fields.area), { state: 'value', level, text: told, changed: changed.has(id) }]
    }),
  )
  return (
    <>
      <TileMap reading={reading} tiles={tiles} label={title} />
      <p className="mt-2 text-sm text-muted">{words.comparison.shades}</p>
    </>
  )
}

/** Dots on one scale from zero, or from the least where figures are below it. */
function Ranking({ reading, comparison: { rows, changed }, title }: ShownProps) {
  const { words } = reading
  const most = Math.max(...rows.map(({ fields }) => Number(fields.value)))
  const least = Math.min(0, ...rows.map(({ fields }) => Number(fields.value)))
  return (
    <table className="ledger claims w-full">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.comparison.rank}</th>
          <th scope="col">{words.fields.area}</th>
          <th scope="col">{words.fields.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, fields }, at) => (
          <tr key={id} data-status={String(fields.status)}>
            <td className="tabular-nums text-muted">{at + 1}</td>
            <th scope="row">
              <RecordLink reading={reading} noun="area" id={String(fields.area)} />
            </th>
            <td className="claim-scale">
              <span
                aria-hidden="true"
                className="claim-dot"
                style={{ '--share': (Number(fields.value) - least) / (most - least || 1) } as CSSProperties}
              />
              <Link href={hrefToRecord(reading, 'observation', id)} prefetch={false}>
                {getAmount(reading, fields)}
              </Link>
              {changed.has(id) && (
                <Link href={hrefToRecord(reading, 'observation', id)} prefetch={false} className="drift-mark">
                  {words.chart.drift.changed}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function getAmount(reading: Reading, fields: AnyFields): string {
  const indicator = reading.labels.indicator?.[String(fields.indicator)]
  return indicator ? getCompactText(reading, String(fields.value), indicator) : String(fields.value)
}
