import Link from 'next/link'
import { getCompactText } from '@/components/record/amount'
import { formatPeriodCode } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { hrefToRecord, type Reading } from '@/components/view/reading'
import type { AnyFields } from '@/domain/field'
import { groupDigits } from '@/domain/format-number'
import type { Frequency } from '@/domain/period'

/** One period with its two parts and the share of the second in their whole, in percent. */
export type StackedRow = { period: string; frequency: Frequency; first: RecordLike; second: RecordLike; share: string }

type StackedBarsProps = {
  reading: Reading
  rows: readonly StackedRow[]
  names: { first: string; second: string; share: string }
  caption: string
}

/** Two parts of a flow, a bar for each period on one scale, with the figures and the computed share beside it. */
export function StackedBars({ reading, rows, names, caption }: StackedBarsProps) {
  const most = Math.max(...rows.map(({ first, second }) => Number(first.fields.value) + Number(second.fields.value)))
  return (
    <section className="mt-4 overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table className="ledger stacked w-full">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{reading.words.fields.period}</th>
            <th scope="col" className="stacked-first">
              {names.first}
            </th>
            <th scope="col" className="stacked-second">
              {names.second}
            </th>
            <th scope="col" className="text-end">
              {names.share}
            </th>
            <td className="w-1/2" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, frequency, first, second, share }) => (
            <tr key={`${period} ${frequency}`}>
              <th scope="row" className="whitespace-nowrap">
                {formatPeriodCode(reading.words, period, frequency)}
              </th>
              <Value reading={reading} row={first} />
              <Value reading={reading} row={second} />
              <td className="text-end tabular-nums">{groupDigits(share)}%</td>
              <td aria-hidden="true" className="stacked-cell">
                <span
                  className="stacked-bar"
                  style={{
                    inlineSize: `${((Number(first.fields.value) + Number(second.fields.value)) / most) * 100}%`,
                  }}
                >
                  <span className="stacked-first" style={{ flexGrow: Number(first.fields.value) }} />
                  <span className="stacked-second" style={{ flexGrow: Number(second.fields.value) }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Value({ reading, row }: { reading: Reading; row: RecordLike }) {
  const indicator = reading.labels.indicator?.[String(row.fields.indicator)] as AnyFields
  return (
    <td className="tabular-nums">
      <Link href={hrefToRecord(reading, 'observation', row.id)} prefetch={false}>
        {getCompactText(reading, String(row.fields.value), indicator)}
      </Link>
    </td>
  )
}
