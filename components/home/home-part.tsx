import Link from 'next/link'
import type { ReactNode } from 'react'
import { hrefTo, type Reading } from '@/components/view/reading'
import type { AnyView, Page } from '@/domain/view'

type PartProps = {
  reading: Reading
  id: string
  title: string
  lede?: string
  all: { page: Page; view?: Partial<AnyView> }
  children: ReactNode
}

/** One part of the overview: its title, what it finds, and the view behind it. */
export function Part({ reading, id, title, lede, all, children }: PartProps) {
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
          <span className="sr-only">
            {reading.words.view.clauseSeparator}
            {title}
          </span>
        </Link>
      </div>
      {lede && <p className="mt-2 text-muted">{lede}</p>}
      {children}
    </section>
  )
}
