/**
 * Dates as the record keeps them. A day is `2024-08-31`. A doubtful date is text in the Extended Date/Time Format
 * (ISO 8601-2): `2024`, `2024-03`, `2024-08-31`, and `../2024-08-28` for "no later than".
 */
export type Day = string
export type DoubtfulDate = string
export type Precision = 'year' | 'month' | 'day'

const CALENDAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const NO_LATER = '../'

/** Whether the text is a year, month or day of the calendar between 1900 and 2199. */
export function isCalendarDate(text: string): boolean {
  const match = CALENDAR.exec(text)
  if (!match) return false
  const [, year = '', month, day] = match
  if (Number(year) < 1900 || Number(year) > 2199) return false
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= lastDayOfMonth(Number(year), Number(month)))
}

export function isDay(text: string): text is Day {
  return text.length === 10 && isCalendarDate(text)
}

/** Whether the text is a calendar date of any precision, or `../` and one. */
export function isDoubtfulDate(text: string): text is DoubtfulDate {
  return isCalendarDate(text.startsWith(NO_LATER) ? text.slice(NO_LATER.length) : text)
}

export function isNoLaterThan(date: DoubtfulDate): boolean {
  return date.startsWith(NO_LATER)
}

/** The calendar part of a doubtful date, without "no later than". */
export function getCalendarPart(date: DoubtfulDate): string {
  return isNoLaterThan(date) ? date.slice(NO_LATER.length) : date
}

export function getPrecision(calendarDate: string): Precision {
  return calendarDate.length === 4 ? 'year' : calendarDate.length === 7 ? 'month' : 'day'
}

/** The first day a date may mean; null for "no later than", which has none. */
export function getEarliestDay(date: DoubtfulDate): Day | null {
  if (isNoLaterThan(date)) return null
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** The last day a date may mean. */
export function getLatestDay(date: DoubtfulDate): Day {
  const calendar = getCalendarPart(date)
  if (calendar.length === 4) return `${calendar}-12-31`
  if (calendar.length === 10) return calendar
  return `${calendar}-${lastDayOfMonth(Number(calendar.slice(0, 4)), Number(calendar.slice(5, 7)))}`
}

/** 28 to 31; months count from 1. */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Days since 1970-01-01. */
export function getDayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
