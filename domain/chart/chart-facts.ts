import type { ChartDescription, ChartPoint, ChartSeries } from './chart-description'

/** What a chart says of one series, for readers who do not see it. `breaks` are the gaps between first and last. */
export type SeriesFacts = {
  label: string
  estimate: boolean
  count: number
  breaks: number
  first: ChartPoint
  last: ChartPoint
  lowest: ChartPoint
  highest: ChartPoint
}

/** One entry a series that has figures, in the order they are drawn; of equal figures the earliest is told. */
export function describeFacts({ series }: ChartDescription): SeriesFacts[] {
  return series.flatMap((one) => describeSeriesFacts(one) ?? [])
}

function describeSeriesFacts({ label, estimate, points, runs }: ChartSeries): SeriesFacts | null {
  const known = points.filter(({ amount }) => amount !== null)
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return null
  const pick = (better: (a: number, b: number) => boolean) =>
    known.reduce((best, point) => (better(point.amount ?? 0, best.amount ?? 0) ? point : best), first)
  return {
    label,
    estimate,
    count: known.length,
    breaks: Math.max(0, runs.length - 1),
    first,
    last,
    lowest: pick((a, b) => a < b),
    highest: pick((a, b) => a > b),
  }
}
