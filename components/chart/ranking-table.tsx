import Link from 'next/link'
import type { CSSProperties } from 'react'
import { RecordLink } from '@/components/record/record-link'
import { hrefToRecord, type Reading } from '@/components/view/reading'
import {
  type Comparison,
  describeRankScale,
  getAmountText,
  getRowSign,
  listComparisonRemarks,
  type RankScale,
} from './comparison-words'

type RankingTableProps = { reading: Reading; comparison: Comparison; title: string }

/** Dots on one scale from zero, or from below it where figures are; the scale stands above the first. */
export function RankingTable({ reading, comparison, title }: RankingTableProps) {
  const { words } = reading
  const { rows, changed } = comparison
  const scale = describeRankScale(reading, comparison)
  const remarks = listComparisonRemarks(comparison)
  return (
    <table className="ledger claims w-full">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.comparison.rank}</th>
          <th scope="col">{words.fields.area}</th>
          <th scope="col">
            {words.fields.value}
            <Scale scale={scale} />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const { id, fields } = row
          return (
            <tr key={id} data-status={String(fields.status)}>
              <td className="tabular-nums text-muted">{at + 1}</td>
              <th scope="row">
                <RecordLink reading={reading} noun="area" id={String(fields.area)} />
              </th>
              <td className="claim-scale">
                <span aria-hidden="true" className="claim-dot" style={toShare(scale, Number(fields.value))} />
                <Link href={hrefToRecord(reading, 'observation', id)} prefetch={false}>
                  {getAmountText(reading, fields)}
                </Link>
                <Sign sign={getRowSign(remarks, row)} />
                {changed.has(id) && (
                  <Link href={hrefToRecord(reading, 'observation', id)} prefetch={false} className="drift-mark">
                    {words.chart.drift.changed}
                  </Link>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The letter of a row's note. */
function Sign({ sign }: { sign: string | null }) {
  return sign && <sup className="ms-1">{sign}</sup>
}

/** For the eye only: each row gives its figure in words. */
function Scale({ scale: { ticks, unit } }: { scale: RankScale }) {
  return (
    <span className="rank-scale" aria-hidden="true">
      <span className="rank-unit">{unit}</span>
      {ticks.map(({ at, text }) => (
        <span key={text} className="rank-tick" style={{ '--share': at } as CSSProperties}>
          {text}
        </span>
      ))}
    </span>
  )
}

function toShare({ low, high }: RankScale, amount: number): CSSProperties {
  return { '--share': (amount - low) / (high - low || 1) } as CSSProperties
}
