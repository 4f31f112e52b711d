import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Citation } from '@/domain/field'
import { getMemberState, type Member } from '@/domain/member'
import { countStates } from '@/domain/member-view'
import type { Frequency } from '@/domain/period'
import type { AnyView, Page } from '@/domain/view'
import { getCompactText } from './amount'
import { fillTemplate } from './chart-words'
import { SourceLinks } from './citations'
import { DataTable } from './data-table'
import { formatDoubtfulDate, formatPeriodCode } from './dates'
import { type EditionLike, EditionsTable } from './editions-table'
import { getFigureColumns } from './figure-columns'
import { getLabel, hrefTo, hrefToRecord, type Reading } from './reading'
import { getColumns } from './record-columns'
import type { RecordLike } from './record-like'
import { RecordLink } from './record-link'

type PartProps = {
  reading: Reading
  id: string
  title: string
  lede?: string
  all: { page: Page; view?: Partial<AnyView> }
  children: ReactNode
}

function Part({ reading, id, title, lede, all, children }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <div className="mt-10 flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-ink">
        <h2 id={id} className="!my-2">
          {title}
        </h2>
        <Link
          href={hrefTo(reading, all.page, all.view ? { view: all.view } : {})}
          prefetch={false}
          className="py-1 text-sm"
        >
          {reading.words.home.all}
          <span className="sr-only">: {title}</span>
        </Link>
      </div>
      {lede && <p className="mt-2 text-muted">{lede}</p>}
      {children}
    </section>
  )
}

/** The latest official figures, each with its date, its claimant and the figure before. */
export function HomeOfficial({ reading, figures }: { reading: Reading; figures: readonly (readonly RecordLike[])[] }) {
  const { words } = reading
  return (
    <Part
      reading={reading}
      id="official"
      title={words.home.official}
      lede={words.home.officialLede}
      all={{ page: 'debt', view: { area: ['CN'], status: ['official'] } }}
    >
      <dl className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {figures.map(([latest]) => (latest ? <Figure key={latest.id} reading={reading} row={latest} /> : null))}
      </dl>
    </Part>
  )
}

function Figure({ reading, row }: { reading: Reading; row: RecordLike }) {
  const { indicator, period, frequency, value, citations, claimant } = row.fields
  const fields = reading.labels.indicator?.[String(indicator)]
  return (
    <div className="border-t border-rule pt-2">
      <dt className="mb-1 text-sm">
        <RecordLink reading={reading} noun="indicator" id={String(indicator)} />
      </dt>
      <dd>
        <Link
          href={hrefToRecord(reading, 'observation', row.id)}
          prefetch={false}
          className="font-serif text-2xl font-semibold"
        >
          {fields && value !== undefined ? getCompactText(reading, String(value), fields) : '–'}
        </Link>
        <p className="text-sm text-muted">
          {formatPeriodCode(reading.words, String(period), frequency as Frequency)} ·{' '}
          {getLabel(reading, 'claimant', String(claimant)).text}
        </p>
        <SourceLinks
          reading={reading}
          citations={(citations as Citation[]).slice(0, 1)}
          more={reading.words.view.more}
        />
      </dd>
    </div>
  )
}

/** Every estimate of the whole, side by side: claimant, scope, date, source. */
export function HomeEstimates({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  return (
    <Part
      reading={reading}
      id="estimates"
      title={words.home.estimates}
      lede={words.home.estimatesLede}
      all={{ page: 'debt', view: { status: ['estimate'] } }}
    >
      <DataTable
        caption={words.home.estimatesLede}
        columns={getFigureColumns(reading, rows, ['area'])}
        rows={rows}
        words={{ sortBy: '', ascending: '', descending: '' }}
      />
    </Part>
  )
}

/** The twelve of Document No. 47 as tiles; who has left is struck through and says when. */
export function HomeProvinces({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  const states = countStates(rows)
  return (
    <Part reading={reading} id="provinces" title={words.home.provinces} all={{ page: 'provinces' }}>
      <p className="mt-2">
        {fillTemplate(words.home.provincesNow, { in: states.in, total: rows.length, left: states.left })}
      </p>
      <ul className="mt-3 grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-6">
        {rows.map((row) => {
          const left = getMemberState(row.fields as Partial<Member>) === 'left'
          return (
            <li
              key={row.id}
              className={`border p-2 ${left ? 'border-dashed border-rule text-muted' : 'border-ink'}`}
              data-state={left ? 'left' : 'in'}
            >
              <RecordLink reading={reading} noun="area" id={String(row.fields.area)} />
              <small className="block text-muted">
                {left
                  ? fillTemplate(words.view.clause, {
                      name: words.codes['member.state'].left,
                      values: formatDoubtfulDate(words, String(row.fields.to)),
                    })
                  : words.codes['member.state'].in}
              </small>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

export function HomeMentions({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  return (
    <Part reading={reading} id="mentions" title={words.home.mentions} all={{ page: 'mentions' }}>
      <DataTable
        caption={words.pages.mentions.title}
        columns={getColumns('mention', reading).filter(({ key }) => key !== 'evidence')}
        rows={rows}
        words={{ sortBy: '', ascending: '', descending: '' }}
      />
    </Part>
  )
}

export function HomeEditions({ reading, editions }: { reading: Reading; editions: readonly EditionLike[] }) {
  return (
    <Part reading={reading} id="editions" title={reading.words.home.editions} all={{ page: 'editions' }}>
      <EditionsTable reading={reading} editions={editions} />
    </Part>
  )
}
