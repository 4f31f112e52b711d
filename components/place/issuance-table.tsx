import type { ReactNode } from 'react'
import { formatPeriodCode } from '@/components/record/dates'
import { nameHeads } from '@/components/view/name-heads'
import { hrefToRecord, type Reading } from '@/components/view/reading'
import type { Frequency } from '@/domain/period'
import type { Issuance, PlaceFigure } from '@/domain/place-figures'
import { getFigureText } from './place-words'

type IssuanceTableProps = { reading: Reading; issuance: readonly Issuance[]; caption: string }

/**
 * What was issued, period by period: the figures, and of what is published of both parts a bar as wide as the whole, so
 * that months, years and running totals can be read for their share and never against each other's size.
 */
export function IssuanceTable({ reading, issuance, caption }: IssuanceTableProps) {
  const { words } = reading
  const { parts } = words.place
  return (
    <section className="ledger-frame" aria-label={caption}>
      <table
        className="ledger ledger-sums issuance-table"
        style={nameHeads([words.fields.period, parts.new, parts.refi, parts.total, words.place.refinancing])}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.fields.period}</th>
            <th scope="col" className="text-end" data-part="fresh">
              {parts.new}
            </th>
            <th scope="col" className="text-end" data-part="refi">
              {parts.refi}
            </th>
            <th scope="col" className="text-end issuance-total">
              {parts.total}
            </th>
            <th scope="col">{words.place.refinancing}</th>
          </tr>
        </thead>
        <tbody>
          {issuance.map((one) => (
            <tr key={`${one.period} ${one.frequency}`}>
              <th scope="row">{formatPeriodCode(words, one.period, one.frequency as Frequency)}</th>
              <Value reading={reading} figure={one.fresh} />
              <Value reading={reading} figure={one.refi} />
              <Value reading={reading} figure={one.total} className="issuance-total" />
              <td className="issuance-percent">
                {one.percent === null ? <span className="text-muted">–</span> : <Percent percent={one.percent} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Percent({ percent }: { percent: string }): ReactNode {
  return (
    <span className="issuance-bar">
      <span aria-hidden="true" className="issuance-track">
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      <b>{percent}%</b>
    </span>
  )
}

function Value({
  reading,
  figure,
  className = '',
}: {
  reading: Reading
  figure: PlaceFigure | null
  className?: string
}) {
  return (
    <td className={`text-end tabular-nums ${className}`}>
      {figure ? (
        <a href={hrefToRecord(reading, 'observation', figure.id)}>{getFigureText(reading, figure)}</a>
      ) : (
        <span className="text-muted">–</span>
      )}
    </td>
  )
}
