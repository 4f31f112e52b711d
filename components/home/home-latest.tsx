import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { SourceLinks } from '@/components/record/citations'
import { formatDoubtfulDate, formatMoment } from '@/components/record/dates'
import type { EditionLike } from '@/components/record/editions-table'
import { getCodeText } from '@/components/record/field-value'
import { Quotations } from '@/components/record/quotations'
import type { RecordLike } from '@/components/record/record-like'
import { NameText, RecordLink } from '@/components/record/record-link'
import { hrefTo, type Reading, toName } from '@/components/view/reading'
import type { Citation } from '@/domain/field'
import type { Page } from '@/domain/view'
import { SeeAll } from './home-part'

type LatestProps = { reading: Reading; id: string; title: string; page: Page; children: ReactNode }

function Latest({ reading, id, title, page, children }: LatestProps) {
  return (
    <section aria-labelledby={id} className="latest">
      <h2 id={id}>{title}</h2>
      {children}
      <SeeAll reading={reading} title={title} page={page} />
    </section>
  )
}

/** The newest mentions: where, when, in what, and the words themselves. */
export function HomeMentions({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  return (
    <Latest reading={reading} id="mentions" title={words.home.mentions} page="mentions">
      <ol>
        {rows.map((row) => (
          <li key={row.id}>
            <p className="latest-head">
              <RecordLink reading={reading} noun="area" id={String(row.fields.area)} />
              <span>
                <RecordLink
                  reading={reading}
                  noun="mention"
                  id={row.id}
                  name={{ text: getCodeText(reading, 'mention', 'documentKind', String(row.fields.documentKind)) }}
                />
                {row.fields.date !== undefined && ` · ${formatDoubtfulDate(words, String(row.fields.date))}`}
              </span>
            </p>
            <Quotations row={row} reading={reading} />
            <SourceLinks reading={reading} citations={row.fields.citations as Citation[]} />
          </li>
        ))}
      </ol>
    </Latest>
  )
}

/** The newest editions: what each was made for. */
export function HomeEditions({ reading, editions }: { reading: Reading; editions: readonly EditionLike[] }) {
  const { words } = reading
  return (
    <Latest reading={reading} id="editions" title={words.home.editions} page="editions">
      <ol>
        {editions.map(({ n, at, summary }) => (
          <li key={n}>
            <p className="latest-head">
              <a href={hrefTo(reading, 'editions', { id: String(n) })}>{fillTemplate(words.site.edition, { n })}</a>
              <span>{formatMoment(words, at)}</span>
            </p>
            <p>
              <NameText name={toName(summary, reading.language)} reading={reading} />
            </p>
          </li>
        ))}
      </ol>
    </Latest>
  )
}
