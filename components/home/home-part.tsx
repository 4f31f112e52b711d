import Link from 'next/link'
import type { ReactNode } from 'react'
import type { RecordLike } from '@/components/record/record-like'
import { hrefTo, type Reading } from '@/components/view/reading'
import type { AnyView, Page } from '@/domain/view'
import { PartSources } from './part-sources'

type PartProps = {
  reading: Reading
  id: string
  title: string
  /** The sentence that states what is found. */
  finding?: string
  notes?: readonly string[]
  /** The figures and records shown: their dates and sources are named. */
  rows?: readonly RecordLike[]
  all: { page: Page; view?: Partial<AnyView> }
  children: ReactNode
}

/** One part of the overview: in the margin its title, what it finds, from when and from whom; beside it the picture. */
export function Part({ reading, id, title, finding, notes = [], rows = [], all, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="part">
      <div className="part-margin">
        <h2 id={id}>{title}</h2>
        {finding && <p className="part-finding">{finding}</p>}
        {notes.map((note) => (
          <p key={note} className="part-note">
            {note}
          </p>
        ))}
        {rows.length > 0 && <PartSources reading={reading} rows={rows} />}
        <SeeAll reading={reading} title={title} {...all} />
      </div>
      <div className="part-picture">{children}</div>
    </section>
  )
}

type SeeAllProps = { reading: Reading; title: string; page: Page; view?: Partial<AnyView> }

/** The view behind a part of the overview, under a name that says which. */
export function SeeAll({ reading, title, page, view }: SeeAllProps) {
  return (
    <p className="part-note no-print">
      <Link href={hrefTo(reading, page, view ? { view } : {})} prefetch={false} className="part-all">
        {reading.words.home.all}
        <span className="sr-only">
          {reading.words.view.clauseSeparator}
          {title}
        </span>
        <span aria-hidden="true"> →</span>
      </Link>
    </p>
  )
}
