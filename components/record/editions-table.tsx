import Link from 'next/link'
import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { hrefTo, type Reading, toName } from '@/components/view/reading'
import { formatCount } from '@/components/view/view-words'
import type { Operation } from '@/domain/change'
import type { Noun } from '@/domain/field'
import type { AnyView } from '@/domain/view'
import { formatMoment } from './dates'
import { Filled } from './filled'
import { NameText } from './record-link'
import { getAuthorText } from './who'

export type EditionLike = {
  n: number
  at: Date
  authorName: string
  summary: string
  hash: string
  changes: number
  tally: { [N in Noun]?: { [O in Operation]?: number } }
  also: readonly { name: string; part: 'proposed' | 'reviewed' }[]
  undoes: number | null
}

/** Editions as a table: number, date, author, why, and what changed. */
export function EditionsTable({
  reading,
  editions,
  view,
}: {
  reading: Reading
  editions: readonly EditionLike[]
  view?: AnyView
}) {
  const { words } = reading
  const next = view?.sort === 'n' ? '-n' : 'n'
  return (
    <div className="ledger-frame mt-4">
      <table className="ledger ledger-cards">
        <caption className="sr-only">{words.pages.editions.title}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={view ? (view.sort === 'n' ? 'ascending' : 'descending') : undefined}>
              {view ? (
                <Link href={hrefTo(reading, 'editions', { view: { sort: next } })} prefetch={false}>
                  {words.edition.number} <span aria-hidden="true">{view.sort === 'n' ? '↑' : '↓'}</span>
                </Link>
              ) : (
                words.edition.number
              )}
            </th>
            <th scope="col">{words.edition.published}</th>
            <th scope="col">{words.fields.summary}</th>
            <th scope="col">{words.edition.tally}</th>
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <tr key={edition.n}>
              <th scope="row">
                <Link href={hrefTo(reading, 'editions', { id: String(edition.n) })} prefetch={false}>
                  {edition.n}
                </Link>
              </th>
              <td>
                <span className="date">{formatMoment(words, edition.at)}</span>
                <small className="block text-muted">{getAuthorText(words, edition.authorName)}</small>
              </td>
              <td>
                <NameText name={toName(edition.summary, reading.language)} reading={reading} />
              </td>
              <td className="text-muted">
                <TallyText reading={reading} tally={edition.tally} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TallyText({ reading, tally }: { reading: Reading; tally: EditionLike['tally'] }) {
  const { words } = reading
  const parts = Object.entries(tally).flatMap(([noun, counts]) =>
    Object.entries(counts).map(([operation, count]) =>
      fillTemplate(words.view.clause, {
        name: words.codes.operation[operation as Operation],
        values: formatCount(words, noun as Noun, count),
      }),
    ),
  )
  return (
    <ul>
      {parts.map((part) => (
        <li key={part} className="whitespace-nowrap">
          {part}
        </li>
      ))}
    </ul>
  )
}

type EditionHeadProps = { reading: Reading; edition: EditionLike; last: number; children: ReactNode }

/** Number, time, author, reason and hash of one edition, with the editions before and after. */
export function EditionHead({ reading, edition, last, children }: EditionHeadProps) {
  const { words } = reading
  const { n } = edition
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1>{fillTemplate(words.site.edition, { n })}</h1>
          <p className="mt-2 text-lg">
            <NameText name={toName(edition.summary, reading.language)} reading={reading} />
          </p>
          <p className="text-muted">
            {fillTemplate(words.edition.made, {
              date: formatMoment(words, edition.at),
              author: getAuthorText(words, edition.authorName),
            })}
            {edition.also.map(({ name, part }) => (
              <span key={`${part} ${name}`}>
                {words.edition.separator}
                {fillTemplate(words.edition[part], { name })}
              </span>
            ))}
          </p>
          {edition.undoes !== null && (
            <p>
              <Link href={hrefTo(reading, 'editions', { id: String(edition.undoes) })} prefetch={false}>
                {fillTemplate(words.edition.undoes, { n: edition.undoes })}
              </Link>
            </p>
          )}
        </div>
        {children}
      </div>
      <p className="mt-3 text-sm">
        <Filled
          template={words.view.clause}
          values={{ name: words.edition.hash, values: <code className="break-all">{edition.hash}</code> }}
        />
        <small className="block text-muted">{words.edition.hashMeaning}</small>
      </p>
      <p className="my-3 flex gap-6 text-sm">
        {n > 1 && (
          <Link href={hrefTo(reading, 'editions', { id: String(n - 1) })} prefetch={false} rel="prev">
            {words.edition.previous}
          </Link>
        )}
        {n < last && (
          <Link href={hrefTo(reading, 'editions', { id: String(n + 1) })} prefetch={false} rel="next">
            {words.edition.next}
          </Link>
        )}
      </p>
      <TallyText reading={reading} tally={edition.tally} />
    </>
  )
}
