import type { CSSProperties, RefObject } from 'react'
import type { Active } from './chart-focus'
import { type ChartPlot, type Frame, getBar, getY, PANEL, type PlotPoint } from './chart-layout'
import { type AmountWords, fillTemplate, formatValueWords, tellPoint } from './chart-words'

export type LiveWords = AmountWords & { words: { estimate: string; point: string; drift: { point: string } } }

/** The point a place means, null where there is none. */
export function getPoint(plot: ChartPlot, active: Active | null): PlotPoint | null {
  return active ? (plot.series[active.series]?.points[active.point] ?? null) : null
}

/** A figure in one sentence: whose, when, how much. */
export function tell(plot: ChartPlot, worded: LiveWords, active: Active): string {
  const series = plot.series[active.series]
  const point = getPoint(plot, active)
  if (!series || !point) return ''
  return tellPoint(worded, plot, series, point)
}

/** How far down a bar is pointed at: stacked ones have only their own height. */
function getReach({ stacked }: ChartPlot, { y, height }: { y: number; height: number }, frame: Frame) {
  return stacked ? { top: y, height } : { top: 0, height: frame.height }
}

/**
 * Beside the point, on the side with more room and no wider than it; over a strip, above it and as far along as the point
 * is, so that it never leaves the drawing.
 */
function placeTold(at: number, y: number, { height }: Frame): CSSProperties {
  if (height === PANEL.height)
    return { left: `${at * 100}%`, translate: `${-at * 100}% 0`, bottom: 'calc(100% + 4px)', maxWidth: '100%' }
  const room = { maxWidth: `min(16rem, calc(${Math.max(at, 1 - at) * 100}% - 14px))` }
  const side = at > 0.5 ? { right: `calc(${(1 - at) * 100}% + 14px)` } : { left: `calc(${at * 100}% + 14px)` }
  return { ...room, ...side, top: Math.max(-8, Math.min(y - 20, height - 88)) }
}

type ToldProps = {
  plot: ChartPlot
  frame: Frame
  worded: LiveWords
  active: Active
  link: RefObject<HTMLAnchorElement | null>
}

/** The figure in full, and a link to its page under the pointer. */
export function Told({ plot, frame, worded, active, link }: ToldProps) {
  const series = plot.series[active.series]
  const point = getPoint(plot, active)
  if (!series || !point) return null
  const bar = plot.kind === 'bars' ? getBar(plot, point, active.series, plot.series.length, frame.height) : null
  const at = bar ? bar.x + bar.width / 2 : point.at
  const y = getY(plot, frame.height, point.base + (point.amount ?? 0))
  const reach = bar
    ? { left: `${bar.x * 100}%`, width: `${bar.width * 100}%`, ...getReach(plot, bar, frame) }
    : { left: `calc(${at * 100}% - 12px)`, width: 24, top: y - 12, height: 24 }
  return (
    <>
      <div className={`chart-told chart-series-${series.colour}`} style={placeTold(at, y, frame)} aria-hidden="true">
        <strong>{formatValueWords(worded, plot, point.value)}</strong>
        <span>
          {point.changed ? fillTemplate(worded.words.drift.point, { point: point.label }) : point.label}
          {point.sign && <sup> {point.sign}</sup>}
        </span>
        {series.part && <span className="chart-told-series">{series.part}</span>}
        <span className="chart-told-series">{series.areaLabel}</span>
        <span>
          {series.claimantLabel}
          {point.estimate && ` (${worded.words.estimate})`}
        </span>
      </div>
      <a ref={link} href={point.href} className="chart-reach" style={reach} tabIndex={-1}>
        <span className="chart-spoken">{tell(plot, worded, active)}</span>
      </a>
    </>
  )
}
