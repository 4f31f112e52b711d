import Link from 'next/link'
import { eventKinds } from '@/domain/chart/chart-event'
import type { View } from '@/domain/view'
import { hrefTo, type Reading } from './reading'

/** What else may be marked on the time axis, each kind a link that puts it there or takes it away. */
export function EventChoice({ reading, view }: { reading: Reading; view: View<'debt'> }) {
  const words = reading.words.chart.events
  return (
    <>
      <nav aria-label={words.choose} className="no-print mt-2 flex flex-wrap items-baseline gap-x-4 text-sm">
        <span className="text-muted">{words.choose}</span>
        {eventKinds.map((kind) => {
          const isMarked = view.events.includes(kind)
          const events = isMarked ? view.events.filter((one) => one !== kind) : [...view.events, kind]
          return (
            <Link
              key={kind}
              href={hrefTo(reading, 'debt', { view: { ...view, events, ignored: [] } })}
              prefetch={false}
              className="menu-link"
              aria-current={isMarked ? 'true' : undefined}
            >
              {words.lane[kind]}
            </Link>
          )
        })}
      </nav>
      {view.chart !== undefined && view.events.length > 0 && <p className="mt-2 text-sm text-muted">{words.noAxis}</p>}
    </>
  )
}
