import { LANE, LANES_GAP } from '@/components/chart/chart-layout'
import type { ChartWords } from '@/components/chart/chart-words'
import { fillTemplate } from '@/components/chart/chart-words'
import { formatEventLine, sortForDrawing } from '@/components/chart/event-lanes'
import type { ChartEvents, EventMark } from '@/domain/chart/chart-event'
import { type Markup, markup } from './markup'
import type { Placed } from './picture-plot'
import { drawText, round } from './picture-text'

const TYPE = 12

/** The lanes of events below the time axis, as the page draws them. */
export function drawLanes({ chart, worded, palette, frame, left, top, width, narrow }: Placed): Markup[] {
  const lanes = chart.events?.lanes ?? []
  const first = top + frame.height + frame.foot - LANE * lanes.length
  return lanes.map(({ kind, marks }, index) => {
    const y = round(first + index * LANE + LANE / 2 - LANES_GAP / 2)
    const name = { size: TYPE, fill: palette.soft, anchor: 'end' as const }
    const drawn = sortForDrawing(marks).map((mark) =>
      drawMark(mark, { left, width, y, ink: palette.ink, soft: palette.soft }),
    )
    return markup`<line x1="${round(left)}" x2="${round(left + width)}" y1="${y}" y2="${y}" stroke="${palette.hairline}"/>${
      !narrow && drawText(worded.words.events.lane[kind], left - 10, y + 4, name)
    }${drawn}`
  })
}

type Lane = { left: number; width: number; y: number; ink: string; soft: string }

function drawMark({ from, to, open }: EventMark, { left, width, y, ink, soft }: Lane): Markup {
  const [start, end] = [round(left + from * width), round(left + to * width)]
  if (open) return markup`<path d="M${end} ${y - 5.5}V${y + 5.5}L${end - 7} ${y}Z" fill="${ink}"/>`
  if (end > start)
    return markup`<line x1="${start}" x2="${end}" y1="${y}" y2="${y}" stroke="${soft}" stroke-opacity="0.35" stroke-width="6"/>`
  return markup`<line x1="${start}" x2="${start}" y1="${y - 5.5}" y2="${y + 5.5}" stroke="${ink}" stroke-width="2"/>`
}

const LINES_MOST = 12

/** The events of a picture in words: what it was and when, the first of each kind's lane, and how many more there are. */
export function describeEventLines({ lanes }: ChartEvents, worded: ChartWords): string[] {
  const lines = lanes.flatMap(({ marks }) => marks.map((mark) => formatEventLine(worded, mark)))
  if (lines.length <= LINES_MOST) return lines
  const more = fillTemplate(worded.words.events.more, { count: lines.length - LINES_MOST })
  return [...lines.slice(0, LINES_MOST), more]
}
