import { type Frame, PANEL, placeEndLabels, TOGETHER, toPlot, withLanes } from '@/components/chart/chart-layout'
import { toEnds } from '@/components/chart/chart-notes'
import { type ChartWords, formatAxis } from '@/components/chart/chart-words'
import type { ChartDescription } from '@/domain/chart/chart-description'
import { markup } from './markup'
import type { PictureFigure } from './picture-figure'
import { getSeriesColour, type Palette } from './picture-palette'
import { drawHatch, drawMark, drawPlot, getBarFill } from './picture-plot'
import { drawRanking, drawTiles } from './picture-ranking'
import type { ChartRoom, Drawing } from './picture-room'
import { drawText, measureText, round, wrapText } from './picture-text'

type FigureProps = { figure: PictureFigure; worded: ChartWords; palette: Palette; room: ChartRoom }
type DrawProps = Omit<FigureProps, 'figure'> & { chart: ChartDescription }

const TYPE = 12
const NARROW = 560
const PANEL_WIDTH = 210
const PANEL_GAP = 24

/** A figure without its words, at a fixed width: what the page's own drawing is made from. */
export function drawFigure({ figure, ...props }: FigureProps): Drawing {
  if (figure.kind === 'ranking') return drawRanking(figure, props)
  if (figure.kind === 'map') return drawTiles(figure, props)
  const { chart } = figure
  return chart.arrangement === 'panels' ? drawPanels({ ...props, chart }) : drawTogether({ ...props, chart })
}

function drawTogether({ chart, worded, palette, room }: DrawProps): Drawing {
  const { x, y, width, id, plotHeight } = room
  const frame = withLanes(plotHeight === undefined ? TOGETHER : { ...TOGETHER, height: plotHeight }, chart)
  const narrow = width < NARROW
  const placed =
    chart.kind === 'line' && !narrow
      ? placeEndLabels(toEnds(chart, worded, frame.height), toPlot(chart, chart.series), frame.height)
      : null
  const lanes = chart.events?.lanes.map(({ kind }) => worded.words.events.lane[kind]) ?? []
  const beside = [...formatAxis(worded, chart).numbers, ...lanes].map((text) => measureText(text, TYPE))
  const left = Math.ceil(Math.max(...beside)) + 14
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
  const frame: Frame = withLanes(plotHeight === undefined ? PANEL : { ...PANEL, height: plotHeight }, chart)
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
