import { type Day, getDayNumber, lastDayOfMonth } from '@/domain/date'
import { shiftDecimal } from '@/domain/format-number'
import type { Frequency } from '@/domain/period'

/** The axis of values, in stored units: ticks are exact decimals from the lowest to the highest. */
export type ValueAxis = { min: number; max: number; ticks: string[] }

/** How exactly a mark is named; `yearEnd` is the last day of a year, where balances stand. */
export type TickPrecision = 'year' | 'yearEnd' | 'month' | 'day'

/** A mark on the time axis. `at` runs from 0 to 1; a `minor` one gives way where there is little room. */
export type TimeTick = {
  at: number
  date: Day
  precision: TickPrecision
  anchor: 'start' | 'middle' | 'end'
  minor: boolean
}

/** `first` and `last` are day numbers for points, slots (of 1 or 12 `slotMonths`, counted from year 0) for bars. */
export type TimeAxis = { first: number; last: number; slots: number; slotMonths: number; ticks: TimeTick[] }

type Period = { periodEnd: Day }

const TICKS_WANTED = 5
const WASTED_MOST = 0.6
const LONG = 20 * 31
const ROOM_FOR_MONTH = 0.2
const SHORT = 62

/** Round steps of 1, 2 or 5. Amounts start at zero, since a cut axis makes debt look as if it had come from nothing. */
export function describeValueAxis(amounts: readonly number[], fromZero: boolean): ValueAxis {
  const lowest = Math.min(...amounts)
  const highest = Math.max(...amounts)
  const zero = fromZero || lowest < WASTED_MOST * highest
  const low = zero ? Math.min(0, lowest) : lowest
  const high = zero ? Math.max(0, highest) : highest
  const spread = high - low || Math.abs(high) || 1
  const exponent = Math.floor(Math.log10(spread / TICKS_WANTED))
  const factor = [1, 2, 5].find((step) => step * 10 ** exponent * TICKS_WANTED >= spread)
  const [mantissa, power] = factor ? [factor, exponent] : [1, exponent + 1]
  const step = mantissa * 10 ** power
  const from = Math.floor(low / step + 1e-9)
  const to = Math.max(Math.ceil(high / step - 1e-9), from + 1)
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => {
    const count = (from + index) * mantissa
    return count === 0 ? '0' : shiftDecimal(String(count), power)
  })
  return { min: Number(ticks[0]), max: Number(ticks.at(-1)), ticks }
}

/** How many months lie between figures that follow each other: 12 where all are of one month, 1 else, 0 for odd days. */
export function getJoinedMonths(points: readonly { end: Day }[], frequency: Frequency): number {
  if (frequency === 'A') return 12
  if (frequency !== 'I') return 1
  if (points.some(({ end }) => !isMonthEnd(end))) return 0
  return new Set(points.map(({ end }) => end.slice(5, 7))).size === 1 ? 12 : 1
}

/** Whether a line may run from one figure to the next. A running total starts again each January. */
export function isJoined(before: Day, end: Day, months: number, frequency: Frequency): boolean {
  if (frequency === 'YTD' && before.slice(0, 4) !== end.slice(0, 4)) return false
  return months > 0 && getMonth(end) - getMonth(before) === months
}

/** The place of a period among all periods of its length: years, or months, since year 0. */
export function getSlot(end: Day, frequency: Frequency): number {
  return frequency === 'A' ? Number(end.slice(0, 4)) : getMonth(end)
}

export function describeTimeAxis(rows: readonly Period[], kind: 'line' | 'bars', frequency: Frequency): TimeAxis {
  const ends = [...new Set(rows.map(({ periodEnd }) => periodEnd))].toSorted()
  return kind === 'bars' ? describeSlots(ends, frequency) : describeDays(ends)
}

function describeSlots(ends: readonly Day[], frequency: Frequency): TimeAxis {
  const first = getSlot(ends[0] ?? '', frequency)
  const last = getSlot(ends.at(-1) ?? '', frequency)
  const slots = last - first + 1
  const all = Array.from({ length: slots }, (_, index) => ({
    at: (index + 0.5) / slots,
    date: toSlotEnd(first + index, frequency),
  }))
  if (frequency === 'A') return { first, last, slots, slotMonths: 12, ticks: thin(all, 'year', 12) }
  if (slots <= 20) return { first, last, slots, slotMonths: 1, ticks: thin(all, 'month', 7) }
  const years = all
    .map(({ date }, index) => ({ at: index / slots, date }))
    .filter(({ date }) => date.slice(5, 7) === '01')
  return { first, last, slots, slotMonths: 1, ticks: markYears(years, { at: 0, date: ends[0] ?? '' }) }
}

function describeDays(ends: readonly Day[]): TimeAxis {
  const first = getDayNumber(ends[0] ?? '')
  const last = getDayNumber(ends.at(-1) ?? '')
  const place = (date: Day) => (last === first ? 0.5 : (getDayNumber(date) - first) / (last - first))
  const points = ends.map((date) => ({ at: place(date), date }))
  const [start] = points
  const ticks = () => {
    if (
      getJoinedMonths(
        ends.map((end) => ({ end })),
        'I',
      ) === 12
    )
      return thin(points, start?.date.endsWith('12-31') ? 'yearEnd' : 'month', 12)
    if (last - first > LONG)
      return markYears(
        toYearStarts(ends).map((date) => ({ at: place(date), date })),
        start,
      )
    if (last - first > SHORT)
      return thin(
        toMonthEnds(ends).map((date) => ({ at: place(date), date })),
        'month',
        6,
      )
    return thin(points, 'day', 5)
  }
  return { first, last, slots: 0, slotMonths: 0, ticks: ticks() }
}

type Place = { at: number; date: Day }

/** At most so many marks, evenly chosen, every other one minor where there are more than four. */
function thin(places: readonly Place[], precision: TimeTick['precision'], most: number): TimeTick[] {
  const every = Math.ceil(places.length / most)
  const kept = places.filter((_, index) => index % every === 0)
  return kept.map(({ at, date }, index) => ({
    at,
    date,
    precision,
    anchor:
      precision === 'year' || precision === 'yearEnd' ? 'middle' : at > 0.95 ? 'end' : at < 0.05 ? 'start' : 'middle',
    minor: kept.length > 4 && index % 2 === 1,
  }))
}

/** Marks where years begin, their names to the right of the mark; where there is room, the month the chart begins in. */
function markYears(years: readonly Place[], start: Place | undefined): TimeTick[] {
  const room = start && (years[0]?.at ?? 1) > ROOM_FOR_MONTH ? [start, ...years] : years
  const every = Math.ceil(room.length / 12)
  const kept = room.filter(({ at }, index) => index % every === 0 && at < 0.94)
  return kept.map(({ at, date }, index) => ({
    at,
    date,
    precision: date.slice(5, 7) === '01' ? 'year' : 'month',
    anchor: 'start',
    minor: kept.length > 6 && index % 2 === 1,
  }))
}

function toYearStarts(ends: readonly Day[]): Day[] {
  const from = Number(ends[0]?.slice(0, 4)) + 1
  const to = Number(ends.at(-1)?.slice(0, 4))
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `${from + index}-01-01`)
}

function toMonthEnds(ends: readonly Day[]): Day[] {
  const from = getMonth(ends[0] ?? '')
  const to = getMonth(ends.at(-1) ?? '')
  return Array.from({ length: to - from + 1 }, (_, index) => toSlotEnd(from + index, 'M')).filter(
    (date) => date >= (ends[0] ?? '') && date <= (ends.at(-1) ?? ''),
  )
}

function getMonth(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function toSlotEnd(slot: number, frequency: Frequency): Day {
  if (frequency === 'A') return `${slot}-12-31`
  const year = Math.floor(slot / 12)
  const month = (slot % 12) + 1
  return `${year}-${String(month).padStart(2, '0')}-${lastDayOfMonth(year, month)}`
}

function isMonthEnd(day: Day): boolean {
  return Number(day.slice(8)) === lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
}
