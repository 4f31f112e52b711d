import Link from 'next/link'
import type { CSSProperties } from 'react'
import { getCompactText } from '@/components/record/amount'
import { SourceLinks } from '@/components/record/citations'
import { formatPeriodCode } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { RecordLink } from '@/components/record/record-link'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import type { Citation } from '@/domain/field'
import type { Frequency } from '@/domain/period'

type ClaimDotsProps = { reading: Reading; rows: readonly RecordLike[]; caption: string }

/**
 * Claims about the whole side by side, each a dot on one scale from zero with its scope, date, claimant and source. They
 * count different things: they are neither joined nor added.
 */
export function ClaimDots({ reading, rows, caption }: ClaimDotsProps) {
  const { words } = reading
  const most = Math.max(...rows.map(({ fields }) => Number(fields.value)))
  return (
    <section className="ledger-frame mt-4" tabIndex={0} aria-label={caption}>
      <table className="ledger claims">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.fields.claimant}</th>
            <th scope="col">{words.fields.value}</th>
            <th scope="col">{words.fields.indicator}</th>
            <th scope="col">{words.fields.citations}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-status={String(row.fields.status)}>
              <th scope="row">
                {getLabel(reading, 'claimant', String(row.fields.claimant)).text}
                <small className="block text-muted">
                  {formatPeriodCode(words, String(row.fields.period), row.fields.frequency as Frequency)}
                </small>
              </th>
              <td className="claim-scale">
                <span
                  aria-hidden="true"
                  className="claim-dot"
                  style={{ '--share': Number(row.fields.value) / most } as CSSProperties}
                />
                <Link href={hrefToRecord(reading, 'observation', row.id)} prefetch={false}>
                  {getAmount(reading, row)}
                </Link>
              </td>
              <td>
                <RecordLink reading={reading} noun="indicator" id={String(row.fields.indicator)} />
              </td>
              <td>
                <SourceLinks reading={reading} citations={row.fields.citations as Citation[]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function getAmount(reading: Reading, { fields }: RecordLike): string {
  const indicator = reading.labels.indicator?.[String(fields.indicator)]
  return indicator ? getCompactText(reading, String(fields.value), indicator) : String(fields.value)
}
