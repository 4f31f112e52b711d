import type { ChartDescription } from '@/domain/chart/chart-description'
import { type ChartWords, fillTemplate } from './chart-words'

const OPEN_MOST = 8

/** The events on a chart as text, each with its date and a link to its record; a long list is folded. */
export function EventList({ chart, worded: { words } }: { chart: ChartDescription; worded: ChartWords }) {
  const { events } = chart
  if (!events) return null
  return (
    <div className="chart-events">
      {events.lanes.map(({ kind, marks }) => (
        <details key={kind} open={marks.length <= OPEN_MOST}>
          <summary>{fillTemplate(words.events.count[kind], { count: marks.length })}</summary>
          <ul>
            {marks.map(({ id, dateLabel, name, href }) => (
              <li key={id}>
                <span className="chart-event-date">{dateLabel}</span> <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {events.outside > 0 && <p>{fillTemplate(words.events.outside, { count: events.outside })}</p>}
    </div>
  )
}
