import { type ChartPlot, getBar, getY, type PlotPoint } from './chart-layout'

/** A point by its place in the plot: the index of its series, and its index there. */
export type Active = { series: number; point: number }

/** The colours of series the reader has taken out of the drawing. */
export type Hidden = ReadonlySet<number>
const NONE: Hidden = new Set()

export function isSame(a: Active | null, b: Active | null): boolean {
  return a?.series === b?.series && a?.point === b?.point
}

type Candidate = Active & { at: number; amount: number; base: number }

/**
 * The figure nearest to a place in the plot, in pixels from its top left. Of bars it is the one across, whatever its
 * height, and of stacked ones the nearest up or down. Null where nothing is within reach.
 */
export function findNearest(
  plot: ChartPlot,
  place: { x: number; y: number },
  width: number,
  height: number,
  hidden: Hidden = NONE,
): Active | null {
  const across = (candidate: Candidate) => getMiddle(plot, candidate, height) * width - place.x
  const down = (candidate: Candidate) => getDistanceDown(plot, candidate, place.y, height)
  const found = listCandidates(plot, hidden)
    .map((candidate) => ({ candidate, distance: Math.hypot(across(candidate), down(candidate)) }))
    .reduce<{ candidate: Candidate; distance: number } | null>(
      (best, one) => (best && best.distance <= one.distance ? best : one),
      null,
    )
  const reach = plot.kind === 'bars' ? Math.max(12, width / plot.slots / 2) : Math.max(48, width / 8)
  return found && found.distance <= reach ? { series: found.candidate.series, point: found.candidate.point } : null
}

function getDistanceDown(plot: ChartPlot, { amount, base }: Candidate, y: number, height: number): number {
  const top = getY(plot, height, base + amount)
  if (plot.kind !== 'bars') return top - y
  return plot.stacked ? Math.max(0, top - y, y - getY(plot, height, base)) : 0
}

function getMiddle(plot: ChartPlot, candidate: Candidate, height: number): number {
  if (plot.kind !== 'bars') return candidate.at
  const bar = getBar(plot, candidate, candidate.series, plot.series.length, height)
  return bar.x + bar.width / 2
}

/** The last figure of the first series that has one. */
export function getLast(plot: ChartPlot, hidden: Hidden = NONE): Active | null {
  const first = listCandidates(plot, hidden)[0]?.series
  return listCandidates(plot, hidden).findLast(({ series }) => series === first) ?? null
}

/**
 * Where a key leads: left and right along a series over its gaps, Home and End to its ends, up and down to the series
 * before and after, at the nearest time. Null for other keys, and where there is nothing further.
 */
export function moveActive(plot: ChartPlot, now: Active | null, key: string, hidden: Hidden = NONE): Active | null {
  const all = listCandidates(plot, hidden)
  if (!now || hidden.has(plot.series[now.series]?.colour ?? 0))
    return /^(Arrow|Home|End)/.test(key) ? getLast(plot, hidden) : null
  const own = all.filter(({ series }) => series === now.series)
  const index = own.findIndex(({ point }) => point === now.point)
  if (key === 'ArrowLeft') return own[index - 1] ?? null
  if (key === 'ArrowRight') return own[index + 1] ?? null
  if (key === 'Home') return own[0] ?? null
  if (key === 'End') return own.at(-1) ?? null
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  const others = [...new Set(all.map(({ series }) => series))]
  const next = others[others.indexOf(now.series) + (key === 'ArrowUp' ? -1 : 1)]
  const at = own[index]?.at ?? 0
  return (
    all.filter(({ series }) => series === next).toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0] ?? null
  )
}

function listCandidates({ series }: ChartPlot, hidden: Hidden): Candidate[] {
  return series.flatMap(({ points, colour }, index) =>
    (hidden.has(colour) ? [] : points).flatMap(({ at, amount, base }: PlotPoint, point) =>
      amount === null ? [] : [{ series: index, point, at, amount, base }],
    ),
  )
}
