import type { ChartDescription } from '@/domain/chart/chart-description'
import type { EventMark } from '@/domain/chart/chart-event'
import { type Frame, formatPercent, LANE, LANES_GAP } from './chart-layout'
import { type ChartWords, fillTemplate } from './chart-words'

type EventLanesProps = { chart: ChartDescription; frame: Frame; worded: ChartWords; narrow: boolean }

/**
 * What happened, in lanes below the time axis, one for each kind: a stroke for a day, a bar for a year or a month that it
 * may be any day of, an arrow for what was so at the latest then. The browser's own drawing leaves them as they are.
 */
export function EventLanes({ chart, frame, worded, narrow }: EventLanesProps) {
  const top = frame.top + frame.height + frame.foot - LANE * (chart.events?.lanes.length ?? 0)
  return chart.events?.lanes.map(({ kind, marks }, index) => {
    const y = top + index * LANE + LANE / 2 - LANES_GAP / 2
    return (
      <g key={kind} className="chart-axis chart-lane">
        {!narrow && (
          <text x={-10} y={y} dy="0.34em" textAnchor="end">
            {worded.words.events.lane[kind]}
          </text>
        )}
        <line x1="0" x2="100%" y1={y} y2={y} className="chart-grid" />
        {sortForDrawing(marks).map((mark) => (
          <Mark key={mark.id} mark={mark} y={y} title={formatEventLine(worded, mark)} />
        ))}
      </g>
    )
  })
}

/** Days lie on the spans they fall in. */
export function sortForDrawing(marks: readonly EventMark[]): EventMark[] {
  return marks.toSorted((a, b) => b.to - b.from - (a.to - a.from))
}

function Mark({ mark: { from, to, open }, y, title }: { mark: EventMark; y: number; title: string }) {
  if (open) {
    return (
      <svg x={formatPercent(to)} y={y} overflow="visible">
        <title>{title}</title>
        <path d="M0 -5.5V5.5L-7 0Z" className="chart-event-open" />
      </svg>
    )
  }
  const isSpan = to > from
  return (
    <line
      x1={formatPercent(from)}
      x2={formatPercent(to)}
      y1={isSpan ? y : y - 5.5}
      y2={isSpan ? y : y + 5.5}
      className={isSpan ? 'chart-event-span' : 'chart-event'}
    >
      <title>{title}</title>
    </line>
  )
}

/** `14 Jul 2023: Document No. 35` */
export function formatEventLine({ words }: ChartWords, { dateLabel, name }: EventMark): string {
  return fillTemplate(words.events.line, { date: dateLabel, name })
}
