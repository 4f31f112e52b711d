import type { ChartDescription } from '@/domain/chart'
import { type ChartWords, fillTemplate } from './chart-words'
import { type Markup, markup } from './markup'
import { countShown, drawChart } from './picture-chart'
import { getPalette } from './picture-palette'
import { FONT } from './picture-svg'
import { drawLines, drawText, measureText, wrapText } from './picture-text'

/** What the card of a shared link says. `site` is the record's name, `seal` the sign before it. */
export type CardText = { site: string; title: string; description: string; edition: string; host: string }

export type CardProps = { text: CardText; worded: ChartWords; chart?: ChartDescription; shownOf: string }

/** The pixels sites ask for. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630
const [WIDTH, HEIGHT] = [800, 420]
const MARGIN = 36
const INNER = WIDTH - 2 * MARGIN
const FOOT = 44
const ROWS_MOST = 4
const PANELS_MOST = 6

/** The card of a view: the record's name, the title, what the view is, its chart where there is one, edition and day. */
export function drawCard({ text, worded, chart, shownOf }: CardProps): string {
  const palette = getPalette('light')
  const parts: Markup[] = [
    markup`<rect x="${MARGIN}" y="26" width="26" height="26" rx="2" fill="${palette.accent}"/>`,
    drawText('锅', MARGIN + 13, 45, { size: 18, fill: palette.paper, anchor: 'middle' }),
    drawText(text.site, MARGIN + 36, 46, { size: 18, fill: palette.ink }),
  ]
  let y = chart ? 66 : 104
  const [titleSize, size] = chart ? [26, 13] : [38, 19]
  const title = { size: titleSize, fill: palette.ink, spacing: Math.round(titleSize * 1.3) }
  const lines = drawLines(wrapText(text.title, titleSize, INNER, chart ? 1 : 3), MARGIN, y, title)
  y += lines.height + (chart ? 0 : 12)
  const told = wrapText(text.description, size, INNER, chart ? 2 : 5)
  const description = drawLines(told, MARGIN, y, { size, fill: palette.soft, spacing: Math.round(size * 1.45) })
  y += description.height + 8
  parts.push(lines.drawn, description.drawn)
  if (chart) parts.push(...drawRoom({ chart, worded, shownOf, y }))
  parts.push(
    markup`<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${HEIGHT - FOOT}" y2="${HEIGHT - FOOT}" stroke="${palette.hairline}"/>`,
    drawText(text.edition, MARGIN, HEIGHT - 18, { size: 14, fill: palette.soft }),
    drawText(text.host, WIDTH - MARGIN, HEIGHT - 18, { size: 14, fill: palette.soft, anchor: 'end' }),
  )
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.paper}"/>${parts}</svg>`
    .text
}

type RoomProps = { chart: ChartDescription; worded: ChartWords; shownOf: string; y: number }

/** The chart in what room is left; where not all of it fits, how much is shown. */
function drawRoom({ chart, worded, shownOf, y }: RoomProps): Markup[] {
  const palette = getPalette('light')
  const room = HEIGHT - FOOT - y - 6
  const most = chart.arrangement === 'panels' ? PANELS_MOST : ROWS_MOST
  const shown = countShown(chart, most)
  const isCut = shown < chart.series.length
  const free = room - (isCut ? 18 : 0)
  const plotHeight = chart.arrangement === 'panels' ? Math.floor(free / 2) - 74 : free - 40
  const isLegendNeeded = chart.kind === 'bars' && chart.series.length > 1 && chart.arrangement === 'together'
  const drawing = drawChart({
    chart,
    worded,
    palette,
    room: { x: MARGIN, y, width: INNER, id: 'card', most, plotHeight: plotHeight - (isLegendNeeded ? 28 : 0) },
  })
  if (!isCut) return [fitTo(drawing.drawn, drawing.height, free, y)]
  const note = fillTemplate(shownOf, { shown, count: chart.series.length })
  const x = WIDTH - MARGIN - measureText(note, 12)
  return [
    fitTo(drawing.drawn, drawing.height, free, y),
    drawText(note, x, y + room - 2, { size: 12, fill: palette.soft }),
  ]
}

/** A legend of many names may need more than was kept for it: then the whole chart shrinks. */
function fitTo(drawn: Markup, height: number, free: number, y: number): Markup {
  if (height <= free) return drawn
  const scale = Math.round((free / height) * 1000) / 1000
  return markup`<g transform="translate(${MARGIN} ${y}) scale(${scale}) translate(${-MARGIN} ${-y})">${drawn}</g>`
}
