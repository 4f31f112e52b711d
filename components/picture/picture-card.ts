import { type ChartWords, fillTemplate } from '@/components/chart/chart-words'
import { type Markup, markup } from './markup'
import { drawFigure } from './picture-chart'
import type { PictureFigure } from './picture-figure'
import { getPalette } from './picture-palette'
import { FONT } from './picture-svg'
import { drawLines, drawText, measureText, wrapText } from './picture-text'

/** What the card of a shared link says. `site` is the record's name, `seal` the sign before it. */
export type CardText = { site: string; title: string; description: string; edition: string; host: string }

export type CardProps = { text: CardText; worded: ChartWords; figure?: PictureFigure; shownOf: string }

/** The pixels sites ask for. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630
const [WIDTH, HEIGHT] = [800, 420]
const MARGIN = 36
const INNER = WIDTH - 2 * MARGIN
const FOOT = 44
const ROW = 38
const PANELS_MOST = 6
const NOTE = 18

/** The card of a view: the record's name, the title, what the view is, its chart where there is one, edition and day. */
export function drawCard({ text, worded, figure, shownOf }: CardProps): string {
  const palette = getPalette('light')
  const parts: Markup[] = [
    markup`<rect x="${MARGIN}" y="26" width="26" height="26" rx="2" fill="${palette.accent}"/>`,
    drawText('锅', MARGIN + 13, 45, { size: 18, fill: palette.paper, anchor: 'middle' }),
    drawText(text.site, MARGIN + 36, 46, { size: 18, fill: palette.ink }),
  ]
  let y = figure ? 66 : 104
  const [titleSize, size] = figure ? [26, 13] : [38, 19]
  const title = { size: titleSize, fill: palette.ink, spacing: Math.round(titleSize * 1.3) }
  const lines = drawLines(wrapText(text.title, titleSize, INNER, figure ? 1 : 3), MARGIN, y, title)
  y += lines.height + (figure ? 0 : 12)
  const told = wrapText(text.description, size, INNER, figure ? 2 : 5)
  const description = drawLines(told, MARGIN, y, { size, fill: palette.soft, spacing: Math.round(size * 1.45) })
  y += description.height + 8
  parts.push(lines.drawn, description.drawn)
  if (figure) parts.push(...drawRoom({ figure, worded, shownOf, y }))
  parts.push(
    markup`<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${HEIGHT - FOOT}" y2="${HEIGHT - FOOT}" stroke="${palette.hairline}"/>`,
    drawText(text.edition, MARGIN, HEIGHT - 18, { size: 14, fill: palette.soft }),
    drawText(text.host, WIDTH - MARGIN, HEIGHT - 18, { size: 14, fill: palette.soft, anchor: 'end' }),
  )
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" lang="${worded.lang === 'zh' ? 'zh-Hans' : 'en'}" font-family="${FONT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.paper}"/>${parts}</svg>`
    .text
}

type RoomProps = { figure: PictureFigure; worded: ChartWords; shownOf: string; y: number }

/** The drawing in what room is left; where not all of it fits, how much is shown. */
function drawRoom({ figure, worded, shownOf, y }: RoomProps): Markup[] {
  const palette = getPalette('light')
  const room = HEIGHT - FOOT - y - 6
  const { count, most } = countRows(figure, room)
  const isCut = most < count
  const free = room - (isCut ? NOTE : 0)
  const place = { x: MARGIN, y, width: INNER, id: 'card', most, plotHeight: getPlotHeight(figure, free) }
  const { drawn, height } = drawFigure({ figure, worded, palette, room: place })
  const fitted = fitTo(drawn, height, free, y)
  if (!isCut) return [fitted]
  const note = fillTemplate(shownOf, { shown: most, count })
  const x = WIDTH - MARGIN - measureText(note, 12)
  return [fitted, drawText(note, x, y + room - 2, { size: 12, fill: palette.soft })]
}

function countRows(figure: PictureFigure, room: number): { count: number; most: number } {
  if (figure.kind === 'ranking') {
    const count = figure.rows.length
    return { count, most: count * ROW <= room ? count : Math.floor((room - NOTE) / ROW) }
  }
  if (figure.kind === 'map' || figure.chart.arrangement !== 'panels') return { count: 0, most: 0 }
  const count = figure.chart.series.length
  return { count, most: Math.min(PANELS_MOST, count) }
}

function getPlotHeight(figure: PictureFigure, free: number): number {
  if (figure.kind !== 'chart') return free
  const { arrangement, kind, series } = figure.chart
  if (arrangement === 'panels') return Math.floor(free / 2) - 74
  return free - (kind === 'bars' && series.length > 1 ? 68 : 40)
}

/** A legend of many names may need more than was kept for it: then the whole chart shrinks. */
function fitTo(drawn: Markup, height: number, free: number, y: number): Markup {
  if (height <= free) return drawn
  const scale = Math.round((free / height) * 1000) / 1000
  return markup`<g transform="translate(${MARGIN} ${y}) scale(${scale}) translate(${-MARGIN} ${-y})">${drawn}</g>`
}
