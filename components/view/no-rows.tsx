import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import type { Noun } from '@/domain/field'
import type { AnyView, Page } from '@/domain/view'
import { ROWS_PER_PAGE } from './pagination'
import { hrefTo, type Reading } from './reading'

type NoRowsProps = { reading: Reading; page: Page; view: AnyView; noun: Noun; total: number }

/** Why there are no rows: nothing fits the view, or the view ends before this page. */
export function NoRows({ reading, page, view, noun, total }: NoRowsProps) {
  const { words } = reading
  if (total > 0) {
    const pages = Math.ceil(total / ROWS_PER_PAGE)
    const said = pages === 1 ? words.view.beyondOne : words.view.beyond
    return (
      <div className="my-8">
        <p className="text-lg">{fillTemplate(said, { pages, page: Number(view.page ?? 1) })}</p>
        <p>
          <Link href={hrefTo(reading, page, { view: { ...view, page: pages, ignored: [] } })} prefetch={false}>
            {words.view.lastPage}
          </Link>
        </p>
      </div>
    )
  }
  return (
    <div className="my-8">
      <p className="text-lg">{words.view.none}</p>
      <p className="text-muted">
        {fillTemplate(words.view.noneHint, { noun: words.nouns[noun].many.toLocaleLowerCase('en') })}
        {words.site.gap}
        <Link href={hrefTo(reading, page)} prefetch={false}>
          {words.view.clear}
        </Link>
      </p>
    </div>
  )
}
