import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import { type Reading, toName } from '@/components/view/reading'
import { type Address, formatAddress } from '@/domain/address'
import type { FieldDifference } from '@/domain/change'
import type { Drift } from '@/domain/drift'
import type { AnyFields, Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import { formatMoment } from './dates'
import { FieldValue } from './field-value'
import { Filled } from './filled'
import { NameText, RecordLink } from './record-link'
import { getAuthorText } from './who'

/** Where a record's differences stand in the notice: this and its id. */
export const DRIFT_ANCHOR = 'drift-'

type DriftNoticeProps = { reading: Reading; address: Address; drift: Drift }

/** Says that a page is pinned, and how far the record has moved on since: cell by cell, by whom, when and why. */
export function DriftNotice({ reading, address, drift }: DriftNoticeProps) {
  const { words, edition, current, publishedAt } = reading
  const { pinned: _pinned, ...live } = address
  const total = drift.changed + drift.come + drift.gone
  const rows = total === 1 ? words.pinned.oneRow : fillTemplate(words.pinned.rows, { count: total })
  return (
    <aside className="notice" aria-label={fillTemplate(words.site.edition, { n: edition })}>
      <p>
        <strong>{fillTemplate(words.pinned.title, { n: edition, date: formatMoment(words, publishedAt) })}</strong>
        {words.site.gap}
        {current === edition
          ? words.pinned.isCurrent
          : total === 0
            ? fillTemplate(words.pinned.same, { current })
            : fillTemplate(words.pinned.differs, {
                current,
                rows,
                changed: drift.changed,
                come: drift.come,
                gone: drift.gone,
              })}
        {words.site.gap}
        <Link href={formatAddress(live)} prefetch={false}>
          {words.pinned.live}
        </Link>
      </p>
      {drift.rows.length > 0 && <DriftTable reading={reading} drift={drift} />}
      {total > drift.rows.length && <p>{fillTemplate(words.pinned.first, { count: drift.rows.length })}</p>}
    </aside>
  )
}

function DriftTable({ reading, drift }: { reading: Reading; drift: Drift }) {
  const { words, edition, current } = reading
  return (
    <details open={drift.rows.length <= 5}>
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
          {drift.rows.map((row) => (
            <tbody key={row.id} id={`${DRIFT_ANCHOR}${row.id}`} data-drift={row.id}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  <RecordLink
                    reading={{ ...reading, pinned: false }}
                    noun={row.noun}
                    id={row.id}
                    name={{ text: row.id }}
                  />{' '}
                  <span className="tag">{words.codes.difference[row.kind]}</span>
                  <small className="block text-muted">
                    <Filled
                      template={words.pinned.by}
                      values={{
                        author: getAuthorText(words, row.authorName),
                        date: formatMoment(words, row.at),
                        summary: <NameText name={toName(row.summary, reading.language)} reading={reading} />,
                      }}
                    />{' '}
                    (
                    <Link
                      href={formatAddress({ language: reading.language, page: 'editions', id: String(row.edition) })}
                      prefetch={false}
                    >
                      {fillTemplate(words.site.edition, { n: row.edition })}
                    </Link>
                    )
                  </small>
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

type DifferenceRowProps = { reading: Reading; noun: Noun; difference: FieldDifference; fields: AnyFields }

/** One field, old and new. */
export function DifferenceRow({ reading, noun, difference, fields }: DifferenceRowProps) {
  const field = getFields(noun).find(({ key }) => key === difference.key)
  const names: Record<string, string> = reading.words.fields
  if (!field) return null
  return (
    <tr data-field={difference.key}>
      <th scope="row">{names[difference.key] ?? difference.key}</th>
      <td>
        <FieldValue reading={reading} noun={noun} field={field} value={difference.old} fields={fields} />
      </td>
      <td>
        <FieldValue reading={reading} noun={noun} field={field} value={difference.new} fields={fields} />
      </td>
    </tr>
  )
}
