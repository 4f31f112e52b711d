import {
  anchorTick,
  type ChartPlot,
  type EndLabel,
  type Frame,
  getBar,
  getLoneMarks,
  getY,
  isMarked,
  type PlotPoint,
  type PlotSeries,
  toPlot,
} from '@/components/chart/chart-layout'
import { getMarkerShape, MARKER_SHAPES } from '@/components/chart/chart-marks'
import { placeSign } from '@/components/chart/chart-signs'
import { type ChartWords, formatAxis, formatDay } from '@/components/chart/chart-words'
import { listStripTicks } from '@/components/chart/strip-ticks'
import type { ChartDescription, ChartSeries } from '@/domain/chart/chart-description'
import { type Markup, markup } from './markup'
import { drawLanes } from './picture-events'
import { getSeriesColour, type Palette } from './picture-palette'
import { drawText, round } from './picture-text'

export type PlotProps = {
  chart: ChartDescription
  series: readonly ChartSeries[]
  worded: ChartWords
  palette: Palette
  /** Where the plot's left edge and its top margin begin, and how wide it is, in units of the drawing. */
  x: number
  y: number
  width: number
  frame: Frame
  id: string
  endLabels: readonly EndLabel[]
  /** Little room: the value axis keeps its ends, inside the plot, and the time axis its main marks. */
  narrow: boolean
}

export type Placed = PlotProps & { plot: ChartPlot; left: number; top: number }

const TYPE = 12

/** One plot with its axes, marks and names at the ends of lines: what the page draws in percentages, in fixed units. */
export function drawPlot(props: PlotProps): Markup {
  const plot = toPlot(props.chart, props.series)
  const placed = { ...props, plot, left: props.x, top: props.y + props.frame.top }
  return markup`<g>${drawValueAxis(placed)}${drawTimeAxis(placed)}${drawLanes(placed)}${
    plot.kind === 'bars' ? drawBars(placed) : drawLineMarks(placed)
  }${drawSigns(placed)}${props.endLabels.map((label) => drawEndLabel(label, placed))}</g>`
}

function drawValueAxis({ chart, plot, worded, palette, frame, left, top, width, narrow }: Placed): Markup[] {
  const { numbers } = formatAxis(worded, chart)
  const ticks = chart.value.ticks.map((tick, index) => ({ tick, number: numbers[index] ?? tick }))
  const shown = narrow
    ? ticks.filter(({ tick }, index) => tick === '0' || index === 0 || index === ticks.length - 1)
    : ticks
  return shown.map(({ tick, number }) => {
    const y = round(top + getY(plot, frame.height, Number(tick)))
    const stroke = Number(tick) === 0 ? palette.ink : palette.hairline
    const line = markup`<line x1="${round(left)}" x2="${round(left + width)}" y1="${y}" y2="${y}" stroke="${stroke}"/>`
    if (narrow && tick === '0') return line
    const type = { size: TYPE, fill: palette.soft, anchor: narrow ? ('start' as const) : ('end' as const) }
    return markup`${line}${drawText(number, narrow ? left : left - 10, narrow ? y - 4 : y + 4, type)}`
  })
}

function drawTimeAxis({ chart, worded, palette, frame, left, top, width, narrow }: Placed): Markup[] {
  const base = top + frame.height
  const ticks = narrow ? listStripTicks(chart.time.ticks) : chart.time.ticks
  return ticks
    .filter(({ minor }) => !minor || !narrow)
    .map((tick) => {
      const { at, date, precision } = tick
      const { anchor, inset } = anchorTick(tick, narrow)
      const x = round(left + at * width)
      return markup`<line x1="${x}" x2="${x}" y1="${base}" y2="${base + 5}" stroke="${palette.soft}"/>${drawText(
        formatDay(worded.words, date, precision),
        x + inset,
        base + 18,
        { size: TYPE, fill: palette.soft, anchor },
      )}`
    })
}

/** The letters of notes above the figures they are of. */
function drawSigns({ plot, palette, frame, left, top, width }: Placed): (Markup | null)[] {
  return plot.series.flatMap((series, index) =>
    series.points.map((point) => {
      if (point.sign === undefined || point.amount === null) return null
      const { at, y } = placeSign(plot, point, index, frame.height)
      return drawText(point.sign, round(left + at * width), round(top + y), {
        size: 10,
        fill: palette.ink,
        anchor: 'middle',
      })
    }),
  )
}

function drawLineMarks({ plot, palette, frame, left, top, width }: Placed): (Markup | null)[] {
  const all = isMarked(plot.series)
  const place = ({ at, amount }: PlotPoint) => ({
    x: round(left + at * width),
    y: round(top + getY(plot, frame.height, amount ?? 0)),
  })
  const lines = plot.series.map((series) => drawLine(series, palette, place))
  const marks = plot.series.flatMap((series) => {
    const lone = getLoneMarks(series)
    return series.points.flatMap((point, index) => {
      if (point.amount === null || !(all || lone.has(index))) return []
      return drawMark(series.colour, point.estimate, palette, place(point))
    })
  })
  return [...lines, ...marks]
}

/** The runs of a series, each with a beginning of its own: over a gap there is no line. */
function drawLine(
  { colour, estimate, runs, points }: PlotSeries,
  palette: Palette,
  place: (point: PlotPoint) => { x: number; y: number },
): Markup | null {
  const path = runs
    .filter(([from, to]) => to > from)
    .map(([from, to]) =>
      points
        .slice(from, to + 1)
        .map(place)
        .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
        .join(''),
    )
    .join('')
  if (path === '') return null
  const dash = estimate ? '0.1 4.5' : colour > MARKER_SHAPES.length ? '7 4' : 'none'
  return markup`<path d="${path}" fill="none" stroke="${getSeriesColour(palette, colour)}" stroke-width="${
    estimate ? 2.25 : 1.75
  }" stroke-linejoin="round" stroke-linecap="round" stroke-dasharray="${dash}"/>`
}

/** The mark of a series at a place: hollow for an estimate. */
export function drawMark(
  colour: number,
  estimate: boolean,
  palette: Palette,
  { x, y }: { x: number; y: number },
): Markup {
  const own = getSeriesColour(palette, colour)
  const [fill, stroke, width] = estimate ? [palette.paper, own, 1.75] : [own, palette.paper, 1]
  return markup`<path d="${getMarkerShape(colour)}" transform="translate(${x} ${y})" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`
}

function drawBars({ plot, palette, frame, left, top, width, id }: Placed): Markup[] {
  const count = plot.series.length
  const hatches = plot.series.map(({ colour }, index) => drawHatch(id, colour, index, palette))
  const bars = plot.series.flatMap((series, index) =>
    series.points.map((point) => {
      if (point.amount === null) return null
      const bar = getBar(plot, point, index, count, frame.height)
      const fill = getBarFill(id, series.colour, index, point.estimate, palette)
      return markup`<rect x="${round(left + bar.x * width)}" y="${round(top + bar.y)}" width="${round(
        bar.width * width,
      )}" height="${round(bar.height)}" ${fill}/>`
    }),
  )
  return [markup`<defs>${hatches}</defs>`, markup`${bars}`]
}

/** Bars beside each other are told apart by their hatch as well; a bar of an estimate is an outline. */
export function getBarFill(id: string, colour: number, index: number, estimate: boolean, palette: Palette): Markup {
  const own = getSeriesColour(palette, colour)
  if (estimate) return markup`fill="${palette.paper}" stroke="${own}" stroke-width="1.25" stroke-dasharray="3 2"`
  return index === 0 ? markup`fill="${own}"` : markup`fill="url(#${id}-hatch-${colour})"`
}

export function drawHatch(id: string, colour: number, index: number, palette: Palette): Markup | null {
  if (index === 0) return null
  const own = getSeriesColour(palette, colour)
  const [turn, side, across, down] = index === 3 ? [0, 3, 3, 1.5] : [index === 1 ? 45 : index === 2 ? -45 : 0, 4, 2, 4]
  return markup`<pattern id="${id}-hatch-${colour}" width="${side}" height="${side}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"><rect width="4" height="4" fill="${palette.paper}"/><rect width="4" height="4" fill="${own}" fill-opacity="0.22"/><rect width="${across}" height="${down}" fill="${own}"/></pattern>`
}

function drawEndLabel(label: EndLabel, { palette, left, top, width }: Placed): Markup {
  const { text, colour, estimate, marked, at, pointY, y, inside } = label
  const type = { size: TYPE, fill: palette.ink }
  const right = left + width
  if (inside) return drawText(text, left + at * width + 10, top + pointY + 4, type)
  const leader = markup`stroke="${palette.soft}" stroke-dasharray="1 3" fill="none"`
  const parts = [
    at < 1 &&
      markup`<line x1="${round(left + at * width)}" x2="${round(right)}" y1="${round(top + pointY)}" y2="${round(top + pointY)}" ${leader}/>`,
    Math.abs(y - pointY) > 3 &&
      markup`<path d="M${round(right + 5)} ${round(top + pointY)}L${round(right + 11)} ${round(top + y)}" ${leader}/>`,
    marked && drawMark(colour, estimate, palette, { x: round(right + 17), y: round(top + y) }),
    drawText(text, right + (marked ? 26 : 10), top + y + 4, type),
  ]
  return markup`${parts}`
}
