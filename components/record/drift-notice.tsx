import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import { type Reading, toName } from '@/components/view/reading'
import { type Address, formatAddress } from '@/domain/address'
import type { FieldDifference } from '@/domain/change'
import type { Drift, DriftRow } from '@/domain/drift'
import type { AnyFields, Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import { formatMoment } from './dates'
import { FieldValue } from './field-value'
import { Filled } from './filled'
import { NamedRecord, NameText } from './record-link'
import { getAuthorText } from './who'

/** Where a record's differences stand in the notice: this and its id. */
export const DRIFT_ANCHOR = 'drift-'

type DriftNoticeProps = {
  reading: Reading
  address: Address
  drift: Drift | null
  /** What there is to say where nothing is compared. */
  note?: string | undefined
}

/** Says that a page is pinned, and how far the record has moved on since: cell by cell, by whom, when and why. */
export function DriftNotice({ reading, address, drift, note }: DriftNoticeProps) {
  const { words, edition, publishedAt } = reading
  const { pinned: _pinned, ...live } = address
  const rows = drift ? [...drift.rows, ...drift.beside.rows] : []
  const total = drift ? drift.changed + drift.come + drift.gone + drift.beside.total : 0
  return (
    <aside className="notice" aria-label={fillTemplate(words.site.edition, { n: edition })} data-pinned={edition}>
      <p>
        <strong>{fillTemplate(words.pinned.title, { n: edition, date: formatMoment(words, publishedAt) })}</strong>
        {words.site.gap}
        {getSaid({ reading, drift, note })}
        {words.site.gap}
        <Link href={formatAddress(live)} prefetch={false}>
          {words.pinned.live}
        </Link>
      </p>
      {rows.length > 0 && <DriftTable reading={reading} rows={rows} />}
      {total > rows.length && rows.length > 0 && <p>{fillTemplate(words.pinned.first, { count: rows.length })}</p>}
    </aside>
  )
}

function getSaid({ reading, drift, note }: Omit<DriftNoticeProps, 'address'>): string {
  const { words, edition, current } = reading
  if (note !== undefined) return fillTemplate(note, { current })
  return drift && current !== edition ? describeDrift(reading, drift) : words.pinned.isCurrent
}

/** How many records differ, by how; what there is none of goes unsaid. */
function describeDrift({ words, current }: Reading, drift: Drift): string {
  const counts = { changed: drift.changed, come: drift.come, gone: drift.gone, beside: drift.beside.total }
  const parts = (['changed', 'come', 'gone', 'beside'] as const).flatMap((kind) => {
    const count = counts[kind]
    if (count === 0) return []
    return [
      count === 1
        ? words.pinned[kind].one
        : fillTemplate(words.pinned[kind].many, { count: count.toLocaleString('en-US') }),
    ]
  })
  if (parts.length === 0) return fillTemplate(words.pinned.same, { current })
  return fillTemplate(words.pinned.differs, { current, parts: parts.join(words.chart.listSeparator) })
}

function DriftTable({ reading, rows }: { reading: Reading; rows: readonly DriftRow[] }) {
  const { words, edition, current } = reading
  return (
    <details open={rows.length <= 5}>
      <summary>{words.pinned.cells}</summary>
      <div className="ledger-frame">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{words.edition.field}</th>
              <th scope="col">{fillTemplate(words.pinned.before, { n: edition })}</th>
              <th scope="col">{fillTemplate(words.pinned.after, { n: current })}</th>
            </tr>
          </thead>
          {rows.map((row) => (
            <tbody key={`${row.noun} ${row.id}`} id={`${DRIFT_ANCHOR}${row.id}`} data-drift={row.id}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  <div className="drift-head">
                    <NamedRecord
                      reading={{ ...reading, pinned: false }}
                      noun={row.noun}
                      id={row.id}
                      fields={row.fields}
                    />{' '}
                    <span className="tag">{words.codes.difference[row.kind]}</span>
                    <DriftCause reading={reading} row={row} />
                  </div>
                </th>
              </tr>
              {row.differences.map((difference) => (
                <DifferenceRow
                  key={difference.key}
                  reading={reading}
                  noun={row.noun}
                  difference={difference}
                  fields={row.fields}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  )
}

/** Who made it differ, when and why, and the edition that did. */
function DriftCause({ reading, row }: { reading: Reading; row: DriftRow }) {
  const { words, language } = reading
  return (
    <small className="block text-muted">
      <Filled
        template={words.pinned.by}
        values={{
          author: getAuthorText(words, row.authorName),
          date: formatMoment(words, row.at),
          summary: <NameText name={toName(row.summary, language)} reading={reading} />,
        }}
      />{' '}
      (
      <Link href={formatAddress({ language, page: 'editions', id: String(row.edition) })} prefetch={false}>
        {fillTemplate(words.site.edition, { n: row.edition })}
      </Link>
      )
    </small>
  )
}

type Side = 'old' | 'new'
type DifferenceRowProps = {
  reading: Reading
  noun: Noun
  difference: FieldDifference
  fields: AnyFields
  /** A record that was not there before, or is gone, has one side only. */
  sides?: readonly Side[]
}

/** One field, old and new. */
export function DifferenceRow({ reading, noun, difference, fields, sides = ['old', 'new'] }: DifferenceRowProps) {
  const field = getFields(noun).find(({ key }) => key === difference.key)
  const names: Record<string, string> = reading.words.fields
  if (!field) return null
  return (
    <tr data-field={difference.key}>
      <th scope="row">{names[difference.key] ?? difference.key}</th>
      {sides.map((side) => (
        <td key={side}>
          <FieldValue reading={reading} noun={noun} field={field} value={difference[side]} fields={fields} />
        </td>
      ))}
    </tr>
  )
}
