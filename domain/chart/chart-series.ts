import { OFFICIAL } from '@/domain/claimant'
import { getDayNumber } from '@/domain/date'
import type { Frequency } from '@/domain/period'
import { getJoinedMonths, getSlot, isJoined, type TimeAxis } from './chart-axis'
import type { ChartOptions, ChartPoint, ChartRow, ChartSeries } from './chart-description'

/**
 * Area by area, the official figures of an area before those of others: the order is the same in both languages.
 * `orderOf` says where an area stands; without it areas stand by id.
 */
export function groupBySeries(
  rows: readonly ChartRow[],
  orderOf: (area: string) => string = (area) => area,
): ChartRow[][] {
  const groups = new Map<string, ChartRow[]>()
  for (const row of rows) {
    const key = getSeriesKey(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
    .map((group) => group.toSorted(compareRows))
    .toSorted((a, b) => compare(getOrder(a, orderOf), getOrder(b, orderOf)))
}

function getSeriesKey({ area, claimant }: ChartRow): string {
  return `${area}.${claimant}`
}

function getOrder([row]: ChartRow[], orderOf: (area: string) => string): string {
  return row ? `${orderOf(row.area)} ${row.area} ${row.claimant === OFFICIAL ? '' : row.claimant}` : ''
}

/** The earlier period first. */
export function compareRows(a: ChartRow, b: ChartRow): number {
  return compare(a.periodEnd, b.periodEnd) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What all series of one chart share. */
type Shared = { frequency: Frequency; time: TimeAxis; groups: ChartRow[][]; options: ChartOptions }

/** One group of rows as a series: places along the time axis, a name that tells it apart, the runs a line may join. */
export function toSeries(
  rows: readonly ChartRow[],
  index: number,
  { frequency, time, groups, options }: Shared,
): ChartSeries {
  const { labels, href } = options
  const { area = '', claimant = '' } = rows[0] ?? {}
  const areaLabel = labels.area(area)
  const claimantLabel = labels.claimant(claimant)
  const points = rows.map((row) => ({
    id: row.id,
    x: getDayNumber(row.periodEnd),
    at: getPlace(row, frequency, time),
    start: row.periodStart,
    end: row.periodEnd,
    label: labels.period(row),
    value: row.value,
    amount: row.value === null ? null : Number(row.value),
    base: 0,
    estimate: row.status === 'estimate',
    note: row.value === null ? null : (row.note ?? null),
    changed: options.isChanged?.(row.id) ?? false,
    href: href(row),
  }))
  return {
    key: rows[0] ? getSeriesKey(rows[0]) : '',
    area,
    areaLabel,
    claimant,
    claimantLabel,
    label: toLabel(groups, areaLabel, claimantLabel),
    part: null,
    colour: index + 1,
    estimate: points.every(({ estimate }) => estimate),
    points,
    runs: toRuns(points, frequency),
  }
}

/** The shortest name that tells the series apart; an area and a claimant are both named where both differ. */
function toLabel(groups: ChartRow[][], areaLabel: string, claimantLabel: string): string {
  const areas = new Set(groups.map(([row]) => row?.area))
  const claimants = new Set(groups.map(([row]) => row?.claimant))
  if (claimants.size < 2) return areaLabel
  return areas.size < 2 ? claimantLabel : `${areaLabel} · ${claimantLabel}`
}

/** From 0 to 1 along the time axis: the middle of a bar's slot, or the day of a point between the first and the last. */
function getPlace(row: ChartRow, frequency: Frequency, time: TimeAxis): number {
  if (time.slots > 0) return round((getSlot(row.periodEnd, frequency) - time.first + 0.5) / time.slots)
  return time.last === time.first ? 0.5 : round((getDayNumber(row.periodEnd) - time.first) / (time.last - time.first))
}

function round(fraction: number): number {
  return Math.round(fraction * 1e5) / 1e5
}

function toRuns(points: readonly ChartPoint[], frequency: Frequency): [number, number][] {
  const months = getJoinedMonths(points, frequency)
  const runs: [number, number][] = []
  points.forEach((point, index) => {
    const before = points[index - 1]
    const run = runs.at(-1)
    if (point.amount === null) return
    if (run && before && before.amount !== null && isJoined(before.end, point.end, months, frequency)) run[1] = index
    else runs.push([index, index])
  })
  return runs
}
