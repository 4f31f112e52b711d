import { type Day, getDayNumber, isCalendarDate, isDay, lastDayOfMonth } from './date'

/**
 * How often, or over what, a figure is measured: A a year, M a month, YTD from 1 January to the end of a month,
 * I an instant (a stock at the end of a day). A and M are codes of the SDMX list CL_FREQ; YTD and I are local.
 */
export const frequencies = ['A', 'M', 'YTD', 'I'] as const
export type Frequency = (typeof frequencies)[number]

/** First and last day, both inside. For an instant they are the same. */
export type Span = { start: Day; end: Day }

const SPAN_MARK = '--'

/**
 * The period a code means at a frequency, or null where it means none: `2024` (A), `2024-07` (M; YTD for January to
 * July), `2024-06-30` (I), and at any frequency but I a span as first and last day, `2024-11-08--2025-08-31`.
 */
export function parsePeriod(code: string, frequency: Frequency): Span | null {
  if (code.includes(SPAN_MARK)) {
    const [start = '', end = '', more] = code.split(SPAN_MARK)
    if (more !== undefined || !isDay(start) || !isDay(end) || start > end || frequency === 'I') return null
    const span = { start, end }
    return formatPeriod(span, frequency) === code ? span : null
  }
  if (!isCalendarDate(code)) return null
  if (frequency === 'I') return code.length === 10 ? { start: code, end: code } : null
  if (frequency === 'A') return code.length === 4 ? { start: `${code}-01-01`, end: `${code}-12-31` } : null
  if (code.length !== 7) return null
  const end = `${code}-${lastDayOfMonth(Number(code.slice(0, 4)), Number(code.slice(5)))}`
  return { start: frequency === 'M' ? `${code}-01` : `${code.slice(0, 4)}-01-01`, end }
}

/** The code of a period: the shortest one that says it, see {@link parsePeriod}. */
export function formatPeriod({ start, end }: Span, frequency: Frequency): string {
  const year = end.slice(0, 4)
  const month = end.slice(0, 7)
  const endsMonth = Number(end.slice(8)) === lastDayOfMonth(Number(year), Number(end.slice(5, 7)))
  if (frequency === 'I' && start === end) return end
  if (frequency === 'A' && start === `${year}-01-01` && end === `${year}-12-31`) return year
  if (frequency === 'M' && start === `${month}-01` && endsMonth) return month
  if (frequency === 'YTD' && start === `${year}-01-01` && endsMonth) return month
  return `${start}${SPAN_MARK}${end}`
}

/** Whether a period code is a span of its own, which stands on no axis of years or months. */
export function isSpan(code: string): boolean {
  return code.includes(SPAN_MARK)
}

/** The SDMX TIME_PERIOD: `2024`, `2024-07`, `2024-06-30`, else first day and duration, `2024-01-01/P7M`. */
export function formatSdmxPeriod(code: string, frequency: Frequency): string {
  const span = parsePeriod(code, frequency)
  if (!span || (frequency !== 'YTD' && !isSpan(code))) return code
  return `${span.start}/${formatDuration(span)}`
}

/** The period code of an SDMX TIME_PERIOD at a frequency, or null; a plain code is accepted as well. */
export function parseSdmxPeriod(text: string, frequency: Frequency): string | null {
  const [start = '', duration, more] = text.split('/')
  if (duration === undefined) return parsePeriod(text, frequency) ? text : null
  const match = /^P(\d{1,4})([YMD])$/.exec(duration)
  if (!match || more !== undefined || !isDay(start) || frequency === 'I') return null
  const unit = match[2] as 'Y' | 'M' | 'D'
  if (unit !== 'D' && !isMonthCountable(start)) return null
  const end = addDuration(start, Number(match[1]), unit)
  return end < start ? null : formatPeriod({ start, end }, frequency)
}

function formatDuration({ start, end }: Span): string {
  for (const unit of isMonthCountable(start) ? (['Y', 'M'] as const) : []) {
    const months =
      (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
      Number(end.slice(5, 7)) -
      Number(start.slice(5, 7)) +
      1
    const count = unit === 'Y' ? Math.floor(months / 12) : months
    if (count > 0 && addDuration(start, count, unit) === end) return `P${count}${unit}`
  }
  return `P${getDayNumber(end) - getDayNumber(start) + 1}D`
}

/** Whether every month has the day: from the 29th on, a month later is another day for each who counts. */
function isMonthCountable(start: Day): boolean {
  return Number(start.slice(8)) <= 28
}

function addDuration(start: Day, count: number, unit: 'Y' | 'M' | 'D'): Day {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const months = unit === 'Y' ? count * 12 : unit === 'M' ? count : 0
  const days = unit === 'D' ? count : 0
  return new Date(Date.UTC(year, month - 1 + months, day - 1 + days)).toISOString().slice(0, 10)
}
