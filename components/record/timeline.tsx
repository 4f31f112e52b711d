import Link from 'next/link'
import type { CSSProperties, ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { hrefTo, type Reading } from '@/components/view/reading'
import type { Noun } from '@/domain/field'
import { layOutTimeline, type Timeline, type TimelineMark } from '@/domain/timeline'
import type { AnyView, Page } from '@/domain/view'
import { formatDoubtfulDate } from './dates'
import type { RecordLike } from './record-like'
import { RecordLink } from './record-link'

/** The field that dates a record on a timeline. */
const datedBy: { [N in Noun]?: string } = { mention: 'date', document: 'issuedOn' }

type TimelineProps = { reading: Reading; page: Page; view: AnyView; noun: Noun; rows: readonly RecordLike[] }

/** The same records as a table or in time: the two forms of a view, and the timeline where it is asked for. */
export function TimelineForms({ reading, page, view, noun, rows }: TimelineProps): ReactNode {
  const { timeline } = reading.words
  return (
    <>
      <nav aria-label={timeline.forms} className="no-print mt-4 flex flex-wrap gap-x-4 whitespace-nowrap text-sm">
        {([undefined, 'timeline'] as const).map((chart) => (
          <Link
            key={chart ?? 'table'}
            href={hrefTo(reading, page, { view: { ...view, chart, ignored: [] } })}
            prefetch={false}
            className="menu-link"
            aria-current={view.chart === chart ? 'true' : undefined}
          >
            {timeline[chart ?? 'table']}
          </Link>
        ))}
      </nav>
      {view.chart === 'timeline' && rows.length > 0 && (
        <TimelineFigure reading={reading} page={page} noun={noun} rows={rows} />
      )}
    </>
  )
}

/** The rows of a table along the years, in the order of the table, as sharp as their dates are. */
function TimelineFigure({ reading, page, noun, rows }: Omit<TimelineProps, 'view'>) {
  const { words } = reading
  const dateOf = ({ fields }: RecordLike) => fields[datedBy[noun] ?? ''] as string | undefined
  const timeline = layOutTimeline(rows.map(dateOf))
  const title = fillTemplate(words.timeline.title, { page: words.pages[page].title })
  if (!timeline) return <p className="my-6 text-muted">{words.timeline.none}</p>
  const undated = timeline.marks.filter((mark) => mark === null).length
  return (
    <figure className="timeline my-6">
      <figcaption>
        <strong className="block">{title}</strong>
        <span className="text-sm text-muted">{words.timeline.key}</span>
      </figcaption>
      <Axis reading={reading} timeline={timeline} />
      <ol aria-label={title} style={{ '--years': timeline.span } as CSSProperties}>
        {rows.map((row, at) => {
          const mark = timeline.marks[at]
          return mark && <Entry key={row.id} reading={reading} row={row} date={dateOf(row) ?? ''} mark={mark} />
        })}
      </ol>
      {undated > 0 && (
        <p className="mt-2 text-sm text-muted">{fillTemplate(words.timeline.undated, { count: undated })}</p>
      )}
    </figure>
  )
}

/** The years, for the eye: what stands along them is told in words at each record. */
function Axis({ reading, timeline }: { reading: Reading; timeline: Timeline }) {
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div className="timeline-years">
        {timeline.years.map(({ year, start }) => (
          <span key={year} style={{ '--start': start } as CSSProperties}>
            {formatDoubtfulDate(reading.words, String(year))}
          </span>
        ))}
      </div>
    </div>
  )
}

type EntryProps = { reading: Reading; row: RecordLike; date: string; mark: TimelineMark }

function Entry({ reading, row, date, mark }: EntryProps) {
  const named = { ...reading, labels: { ...reading.labels, [row.noun]: { [row.id]: row.fields } } }
  return (
    <li>
      <span className="timeline-date">{formatDoubtfulDate(reading.words, date)}</span>
      <span className="timeline-name">
        <RecordLink reading={named} noun={row.noun} id={row.id} />
      </span>
      <span className="timeline-track" aria-hidden="true">
        <span data-kind={mark.kind} style={{ '--start': mark.start, '--end': mark.end } as CSSProperties} />
      </span>
    </li>
  )
}
