import Link from 'next/link'
import { eventKinds } from '@/domain/chart/chart-event'
import type { View } from '@/domain/view'
import { hrefTo, type Reading } from './reading'

type EventChoiceProps = { reading: Reading; view: View<'debt'>; hasAxis: boolean }

/**
 * What else may be marked on the time axis, each kind a link that puts it there or takes it away; where there is no such
 * axis, that what was chosen is not shown.
 */
export function EventChoice({ reading, view, hasAxis }: EventChoiceProps) {
  const words = reading.words.chart.events
  if (!hasAxis) return view.events.length > 0 && <p className="mt-2 text-sm text-muted">{words.noAxis}</p>
  return (
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
  )
}
