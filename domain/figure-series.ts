import type { AnyFields } from './field'
import { type FigureKey, formatFigureId } from './identity'
import { isSpan, parsePeriod } from './period'

/** A figure with its value, in the unit of its indicator. */
export type KnownFigure = FigureKey & { id: string; value: string }

/** The figure that the fields of an observation with a value are. */
export function toFigure(fields: AnyFields): KnownFigure {
  const { indicator, area, period, frequency, claimant, value } = fields
  const key = { indicator, area, period, frequency, claimant } as FigureKey
  return { ...key, id: formatFigureId(key), value: String(value) }
}

/** The figures of each series in the order of their periods. Spans of their own are in none. */
export type FigureSeries = ReadonlyMap<string, readonly Placed[]>
type Placed = { end: string; figure: KnownFigure }

export function sortIntoSeries(figures: Iterable<KnownFigure>): FigureSeries {
  const series = new Map<string, Placed[]>()
  for (const figure of figures) {
    const end = getEnd(figure)
    if (end === null) continue
    const name = toName(figure)
    const known = series.get(name)
    if (known) known.push({ end, figure })
    else series.set(name, [{ end, figure }])
  }
  for (const placed of series.values()) placed.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
  return series
}

/** The figure before and the one after in the same series, where there are any. */
export function findNeighbours(figure: KnownFigure, series: FigureSeries): KnownFigure[] {
  const at = getEnd(figure)
  const placed = at === null ? undefined : series.get(toName(figure))
  if (at === null || !placed) return []
  const here = countBefore(placed, (end) => end < at)
  const next = countBefore(placed, (end) => end <= at)
  return [placed[here - 1], placed[next]].flatMap((found) => found?.figure ?? [])
}

/** How many at the beginning of a list in order are before something: halved, since a series can have any length. */
function countBefore(placed: readonly Placed[], isBefore: (end: string) => boolean): number {
  let [low, high] = [0, placed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(placed[middle]?.end ?? '')) low = middle + 1
    else high = middle
  }
  return low
}

/** A running total has neighbours in its own year only, since it begins anew in January. */
function toName({ indicator, area, frequency, claimant, period }: FigureKey): string {
  return [indicator, area, frequency, claimant, frequency === 'YTD' ? period.slice(0, 4) : ''].join(' ')
}

function getEnd({ period, frequency }: FigureKey): string | null {
  return isSpan(period) ? null : (parsePeriod(period, frequency)?.end ?? null)
}
