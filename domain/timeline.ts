import { type DoubtfulDate, getDayNumber, getEarliestDay, getLatestDay, getPrecision, isNoLaterThan } from './date'

/**
 * Where a date stands on a timeline, as shares of its width from 0 to 1. A day is a point; a month or a year is all of
 * its days; what is «no later than» ends at its last day and is open before it.
 */
export type TimelineMark = { kind: 'day' | 'span' | 'open'; start: number; end: number }

/** A timeline of `span` whole years: where those labelled begin, and a mark for each date in its order; null for one not known. */
export type Timeline = { span: number; years: { year: number; start: number }[]; marks: (TimelineMark | null)[] }

const LABELS_MOST = 8

/** Lays dates out over the whole years they lie in; null where none is known. Years that would crowd are left out evenly. */
export function layOutTimeline(dates: readonly (DoubtfulDate | undefined)[]): Timeline | null {
  const known = dates.flatMap((date) => (date === undefined ? [] : [date]))
  if (known.length === 0) return null
  const years = known.flatMap((date) =>
    [getEarliestDay(date), getLatestDay(date)].flatMap((day) => day?.slice(0, 4) ?? []),
  )
  const [first, last] = [Number(years.reduce(getLess)), Number(years.reduce((a, b) => (a > b ? a : b)))]
  const origin = getDayNumber(`${first}-01-01`)
  const width = getDayNumber(`${last + 1}-01-01`) - origin
  const shareOf = (dayNumber: number) => (dayNumber - origin) / width
  const step = Math.ceil((last - first + 1) / LABELS_MOST)
  return {
    span: last - first + 1,
    years: Array.from({ length: Math.ceil((last - first + 1) / step) }, (_, at) => {
      const year = first + at * step
      return { year, start: shareOf(getDayNumber(`${year}-01-01`)) }
    }),
    marks: dates.map((date) => (date === undefined ? null : toMark(date, shareOf))),
  }
}

function getLess(a: string, b: string): string {
  return a < b ? a : b
}

/** The last day counts whole: a span ends where the day after it begins. A point stands in the middle of its day. */
function toMark(date: DoubtfulDate, shareOf: (dayNumber: number) => number): TimelineMark {
  const latest = getDayNumber(getLatestDay(date))
  if (isNoLaterThan(date)) return { kind: 'open', start: 0, end: shareOf(latest + 1) }
  if (getPrecision(date) === 'day') return { kind: 'day', start: shareOf(latest + 0.5), end: shareOf(latest + 0.5) }
  return {
    kind: 'span',
    start: shareOf(getDayNumber(getEarliestDay(date) ?? getLatestDay(date))),
    end: shareOf(latest + 1),
  }
}
