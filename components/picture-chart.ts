import type { ChartDescription } from '@/domain/chart'
import { type Frame, PANEL, placeEndLabels, TOGETHER, toPlot } from './chart-layout'
import { toEnds } from './chart-notes'
import { toRankedRows } from './chart-ranked'
import { type ChartWords, formatAxis, formatValueWords } from './chart-words'
import { type Markup, markup } from './markup'
import { getSeriesColour, type Palette } from './picture-palette'
import { drawHatch, drawMark, drawPlot, getBarFill } from './picture-plot'
import { drawText, measureText, round, wrapText } from './picture-text'

export type Drawing = { drawn: Markup; height: number }

/** `most` is how many rows or strips there is room for, `plotHeight` how tall a plot may be where not as on the page. */
export type ChartRoom = { x: number; y: number; width: number; id: string; most?: number; plotHeight?: number }

type DrawProps = { chart: ChartDescription; worded: ChartWords; palette: Palette; room: ChartRoom }

const TYPE = 12
const NARROW = 560
const ROW = 38
const PANEL_WIDTH = 210
const PANEL_GAP = 24

/** A chart without title and notes, at a fixed width: the same description the page's own drawing is made from. */
export function drawChart(props: DrawProps): Drawing {
  if (props.chart.arrangement === 'ranked') return drawRanked(props)
  return props.chart.arrangement === 'panels' ? drawPanels(props) : drawTogether(props)
}

/** How many series a room shows, where it cannot show all. */
export function countShown({ arrangement, series }: ChartDescription, most: number): number {
  return arrangement === 'together' ? series.length : Math.min(most, series.length)
}

function drawTogether({ chart, worded, palette, room }: DrawProps): Drawing {
  const { x, y, width, id, plotHeight } = room
  const frame = plotHeight === undefined ? TOGETHER : { ...TOGETHER, height: plotHeight }
  const narrow = width < NARROW
  const placed =
    chart.kind === 'line' && !narrow
      ? placeEndLabels(toEnds(chart, worded, frame.height), toPlot(chart, chart.series), frame.height)
      : null
  const left = Math.ceil(Math.max(...formatAxis(worded, chart).numbers.map((text) => measureText(text, TYPE)))) + 14
  const plot = drawPlot({
    ...{ chart, series: chart.series, worded, palette, frame, id, narrow: false },
    ...{ x: x + left, y, width: width - left - (placed ? placed.width + 34 : 12), endLabels: placed?.labels ?? [] },
  })
  const height = frame.top + frame.height + frame.foot
  if (chart.series.length < 2 || placed) return { drawn: plot, height }
  const legend = drawLegend({ chart, worded, palette, room: { ...room, y: y + height + 8 } })
  return { drawn: markup`${plot}${legend.drawn}`, height: height + 8 + legend.height }
}

function drawLegend({ chart, palette, room }: DrawProps): Drawing {
  const { x, y, width, id } = room
  let [across, down] = [0, 0]
  const keys = chart.series.map((series, index) => {
    const wide = 36 + measureText(series.label, TYPE)
    if (across > 0 && across + wide > width) [across, down] = [0, down + 20]
    const at = { x: round(x + across), y: round(y + down) }
    across += wide + 14
    const key =
      chart.kind === 'line'
        ? markup`<path d="M${at.x} ${at.y + 6}h26" stroke="${getSeriesColour(palette, series.colour)}" stroke-width="1.75"/>${drawMark(series.colour, series.estimate, palette, { x: at.x + 13, y: at.y + 6 })}`
        : markup`<defs>${drawHatch(`${id}-key`, series.colour, index, palette)}</defs><rect x="${at.x}" y="${at.y}" width="26" height="12" ${getBarFill(`${id}-key`, series.colour, index, series.estimate, palette)}/>`
    return markup`${key}${drawText(series.label, at.x + 34, at.y + 10, { size: TYPE, fill: palette.ink })}`
  })
  return { drawn: markup`<g>${keys}</g>`, height: down + 16 }
}

function drawPanels({ chart, worded, palette, room }: DrawProps): Drawing {
  const { x, y, width, id, most = chart.series.length, plotHeight } = room
  const frame: Frame = plotHeight === undefined ? PANEL : { ...PANEL, height: plotHeight }
  const across = Math.max(1, Math.floor((width + PANEL_GAP) / (PANEL_WIDTH + PANEL_GAP)))
  const wide = (width - (across - 1) * PANEL_GAP) / across
  const tall = 18 + frame.top + frame.height + frame.foot + 14
  const shown = chart.series.slice(0, most)
  const panels = shown.map((series, index) => {
    const left = x + (index % across) * (wide + PANEL_GAP)
    const top = y + Math.floor(index / across) * tall
    const [name = ''] = wrapText(series.label, TYPE, wide, 1)
    return markup`${drawText(name, left, top + TYPE, { size: TYPE, fill: palette.ink, weight: 500 })}${drawPlot({
      ...{ chart, series: [{ ...series, colour: 1 }], worded, palette, frame, id: `${id}-${index + 1}` },
      ...{ x: left, y: top + 18, width: wide, endLabels: [], narrow: true },
    })}`
  })
  return { drawn: markup`<g>${panels}</g>`, height: Math.ceil(shown.length / across) * tall }
}

function drawRanked({ chart, worded, palette, room }: DrawProps): Drawing {
  const { x, y, width, id, most = Number.POSITIVE_INFINITY } = room
  const all = toRankedRows(chart)
  const amounts = all.map(({ point }) => point.amount ?? 0)
  const low = Math.min(0, ...amounts)
  const spread = Math.max(0, ...amounts) - low || 1
  const rows = all.slice(0, most).map(({ series, point }, index) => {
    const top = y + index * ROW
    const amount = point.amount ?? 0
    const value = formatValueWords(worded, chart, point.value)
    const [name = ''] = wrapText(series.label, TYPE, width - measureText(value, TYPE) - 16, 1)
    const bar = markup`<rect x="${round(x + ((Math.min(0, amount) - low) / spread) * width)}" y="${top + 20}" width="${round((Math.abs(amount) / spread) * width)}" height="9" ${getBarFill(id, 1, 0, point.estimate, palette)}/>`
    return [
      drawText(name, x, top + 13, { size: TYPE, fill: palette.ink }),
      drawText(value, x + width, top + 13, { size: TYPE, fill: palette.ink, weight: 500, anchor: 'end' }),
      markup`<line x1="${x}" x2="${x + width}" y1="${top + 29}" y2="${top + 29}" stroke="${palette.hairline}"/>`,
      point.amount !== null && bar,
    ]
  })
  return { drawn: markup`<g>${rows}</g>`, height: rows.length * ROW }
}
