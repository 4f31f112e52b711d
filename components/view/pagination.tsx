import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import type { AnyView, Page } from '@/domain/view'
import { hrefTo, type Reading } from './reading'

export const ROWS_PER_PAGE = 100

type PaginationProps = {
  reading: Reading
  page: Page
  /** The record whose own page it is. */
  id?: string
  view: Partial<AnyView>
  total: number
}

/** Where in a long table the reader stands, and the pages before and after. */
export function Pagination({ reading, page, id, view, total }: PaginationProps) {
  const { words } = reading
  const number = Number(view.page ?? 1)
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE))
  if (pages === 1 && number === 1) return null
  const first = (number - 1) * ROWS_PER_PAGE + 1
  const rows = { first, last: Math.min(total, number * ROWS_PER_PAGE), total: total.toLocaleString('en-US') }
  const hrefOf = (to: number) =>
    hrefTo(reading, page, { ...(id === undefined ? {} : { id }), view: { ...view, page: to, ignored: [] } })
  return (
    <nav className="pagination no-print" aria-label={fillTemplate(words.view.page, { page: number, pages })}>
      {number > 1 && (
        <Link href={hrefOf(Math.min(number - 1, pages))} prefetch={false} rel="prev">
          {words.view.previous}
        </Link>
      )}
      <span>
        {first <= total ? fillTemplate(words.view.rows, rows) : fillTemplate(words.view.page, { page: number, pages })}
      </span>
      {number < pages && (
        <Link href={hrefOf(number + 1)} prefetch={false} rel="next">
          {words.view.next}
        </Link>
      )}
    </nav>
  )
}
