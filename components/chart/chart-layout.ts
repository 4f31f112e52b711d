import type { TimeTick } from '@/domain/chart/chart-axis'
import type { ChartDescription, ChartSeries } from '@/domain/chart/chart-description'
import { listChartRemarks, toSign } from './figure-remarks'

/** Pixels from the top of a drawing to the top of its plot, the plot's height, and room for the time axis below. */
export type Frame = { top: number; height: number; foot: number }

/** The height of one lane of events, and the room between the time axis and the first. */
export const LANE = 18
export const LANES_GAP = 6

/** A frame with room for the lanes of a chart's events below its axis. */
export function withLanes(frame: Frame, { events }: Pick<ChartDescription, 'events'>): Frame {
  const lanes = events?.lanes.length ?? 0
  return lanes === 0 ? frame : { ...frame, foot: frame.foot + LANES_GAP + lanes * LANE }
}

export const TOGETHER: Frame = { top: 12, height: 300, foot: 28 }
export const PANEL: Frame = { top: 18, height: 64, foot: 22 }

/** Lines are drawn in this many units across and stretched to the width there is. */
export const STRETCH = 1000

const LABEL_LINE = 15
const LABEL_WIDEST = 176
const NARROWEST_PLOT = 400
const GROUP_SHARE = 0.74
const FEW_SLOTS = 6
const MARKED_MOST = 240

/** What the browser part of a chart needs of it, and no more: it travels with the page. */
export type ChartPlot = Pick<ChartDescription, 'kind' | 'unit' | 'unitMult' | 'slots'> & {
  stacked: boolean
  min: number
  max: number
  series: PlotSeries[]
}
export type PlotSeries = Pick<ChartSeries, 'part' | 'areaLabel' | 'claimantLabel' | 'colour' | 'estimate' | 'runs'> & {
  points: PlotPoint[]
}
export type PlotPoint = Pick<
  ChartSeries['points'][number],
  'at' | 'label' | 'value' | 'amount' | 'base' | 'estimate' | 'href'
> & {
  /** Only where it is so: most points travel without. */
  changed?: true
  /** The letter of its note. */
  sign?: string
}

/** The plot of some of a chart's series on the axes of the whole chart. */
export function toPlot(chart: ChartDescription, series: readonly ChartSeries[]): ChartPlot {
  const remarks = listChartRemarks(chart)
  return {
    kind: chart.kind,
    stacked: chart.arrangement === 'stacked',
    unit: chart.unit,
    unitMult: chart.unitMult,
    slots: chart.slots,
    min: chart.value.min,
    max: chart.value.max,
    series: series.map(({ part, areaLabel, claimantLabel, colour, estimate, runs, points }) => ({
      part,
      areaLabel,
      claimantLabel,
      colour,
      estimate,
      runs,
      points: points.map(({ at, label, value, amount, base, estimate, note, changed, href }) => ({
        at,
        label,
        value,
        amount,
        base,
        estimate,
        href,
        ...(changed ? { changed: true as const } : {}),
        ...toSign(remarks, note),
      })),
    })),
  }
}

/**
 * Where the name of a time tick stands at its mark: a year that begins stands a little behind it. In a strip beside others
 * the first and the last keep inside, since they would touch their neighbours'.
 */
export function anchorTick(
  { at, precision, anchor }: TimeTick,
  isStrip: boolean,
): { anchor: TimeTick['anchor']; inset: number } {
  if (isStrip && anchor === 'middle' && (at < 0.05 || at > 0.95))
    return { anchor: at < 0.5 ? 'start' : 'end', inset: 0 }
  return { anchor, inset: anchor === 'start' && precision === 'year' ? 4 : 0 }
}

type Range = { min: number; max: number }

/** Pixels from the top of the plot. */
export function getY({ min, max }: Range, height: number, amount: number): number {
  return Math.round(((max - amount) / (max - min)) * height * 10) / 10
}

export function formatPercent(fraction: number): string {
  return `${Math.round(fraction * 1e5) / 1e3}%`
}

/** The runs of a series as one path, each beginning with its own M: between runs there is no line. */
export function formatLinePath(
  plot: Range,
  { points, runs }: Pick<PlotSeries, 'points' | 'runs'>,
  height: number,
): string {
  return runs
    .filter(([from, to]) => to > from)
    .map(([from, to]) =>
      points
        .slice(from, to + 1)
        .map(({ at, amount }, index) => {
          const x = Math.round(at * STRETCH * 100) / 100
          return `${index === 0 ? 'M' : 'L'}${x} ${getY(plot, height, amount ?? 0)}`
        })
        .join(''),
    )
    .join('')
}

/** A bar's place: across as fractions of the plot, down in pixels from its top. */
export function getBar(
  plot: Pick<ChartPlot, 'min' | 'max' | 'slots' | 'stacked'>,
  { at, amount, base }: Pick<PlotPoint, 'at' | 'amount' | 'base'>,
  place: number,
  series: number,
  height: number,
): { x: number; width: number; y: number; height: number } {
  const [index, count] = plot.stacked ? [0, 1] : [place, series]
  const share = (GROUP_SHARE * Math.min(1, plot.slots / FEW_SLOTS)) / plot.slots
  const width = share / count
  const zero = getY(plot, height, Math.max(plot.min, Math.min(plot.max, base)))
  const y = getY(plot, height, base + (amount ?? 0))
  return {
    x: at - share / 2 + index * width,
    width: width * (count > 1 ? 0.88 : 1),
    y: Math.min(y, zero),
    height: Math.max(Math.abs(zero - y), amount === 0 ? 0 : 1),
  }
}

/** Whether each figure gets a mark and a link: where there are very many, lines say more without. */
export function isMarked(series: readonly { points: readonly unknown[] }[]): boolean {
  return series.reduce((sum, { points }) => sum + points.length, 0) <= MARKED_MOST
}

/** Indexes of points that show a mark where not all do: those no line runs through, and the last of a series. */
export function getLoneMarks({ points, runs }: Pick<PlotSeries, 'points' | 'runs'>): Set<number> {
  const last = points.findLastIndex(({ amount }) => amount !== null)
  return new Set([...runs.filter(([from, to]) => from === to).map(([from]) => from), last])
}

export type LineEnd = { text: string; colour: number; estimate: boolean; at: number; pointY: number }

/**
 * A name at the end of a line. `inside` stands beside the last point, where a series ends early and nothing else is
 * near; the others stand in the margin at `y`, all `marked` with their line's mark as soon as one has moved.
 */
export type EndLabel = LineEnd & { marked: boolean; y: number; inside: boolean }

/**
 * Names at the ends of lines, moved apart where they would touch, in the order of the ends. Null where one is too long
 * for the margin or there are more than fit: a legend must do.
 */
export function placeEndLabels(
  ends: readonly LineEnd[],
  plot: ChartPlot,
  height: number,
): { labels: EndLabel[]; width: number } | null {
  const placed = ends.map((end) => ({
    ...end,
    marked: false,
    y: end.pointY,
    inside: canStandInside(end, ends, plot, height),
  }))
  const margin = placed.filter(({ inside }) => !inside).toSorted((a, b) => a.pointY - b.pointY)
  const width = Math.max(0, ...margin.map(({ text }) => estimateWidth(text)))
  if (width > LABEL_WIDEST || margin.length * LABEL_LINE > height) return null
  margin.forEach((label, index) => {
    const above = margin[index - 1]
    if (above) label.y = Math.max(label.y, above.y + LABEL_LINE)
  })
  margin.toReversed().forEach((label, index, upward) => {
    const below = upward[index - 1]
    label.y = Math.min(label.y, below ? below.y - LABEL_LINE : height)
  })
  const apart = margin.some(({ at, y, pointY }) => at < 1 || y !== pointY)
  return { labels: placed.map((label) => ({ ...label, marked: apart && !label.inside })), width: Math.ceil(width) }
}

function canStandInside(end: LineEnd, ends: readonly LineEnd[], plot: ChartPlot, height: number): boolean {
  if (end.at + estimateWidth(end.text) / NARROWEST_PLOT > 1) return false
  if (ends.some((other) => other !== end && Math.abs(other.pointY - end.pointY) < LABEL_LINE)) return false
  return plot.series.every(({ colour, points }) => {
    const known = points.filter(({ amount }) => amount !== null)
    const from = known.findLastIndex(({ at }) => at <= end.at)
    const ys = known.slice(Math.max(0, from)).map(({ amount }) => getY(plot, height, amount ?? 0))
    if (colour === end.colour || ys.length < 2) return true
    return Math.min(...ys) > end.pointY + LABEL_LINE || Math.max(...ys) < end.pointY - LABEL_LINE
  })
}

/** Pixels at 12 px type, a little too many rather than too few: fonts differ from reader to reader. */
export function estimateWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12.2 : /[il.,:;|'· ]/.test(sign) ? 3.9 : 6.9), 0)
}
