import { fillTemplate, formatDay, formatPeriodWords, type PeriodWords } from '@/components/chart/chart-words'
import { getCalendarPart, getPrecision, isNoLaterThan } from '@/domain/date'
import { type Frequency, parsePeriod } from '@/domain/period'
import type { Messages } from '@/messages/en'

/** A doubtful date in words: `2024`, `Mar 2024`, `31 Aug 2024`, `no later than 28 Aug 2024`. */
export function formatDoubtfulDate(words: Messages, date: string): string {
  const calendar = getCalendarPart(date)
  const padded = `${calendar}-01-01`.slice(0, 10)
  const text = formatDay(words.chart, calendar.length === 7 ? `${calendar}-01` : padded, getPrecision(calendar))
  return isNoLaterThan(date) ? fillTemplate(words.dates.noLater, { date: text }) : text
}

/** A period code in words. */
export function formatPeriodCode(words: { chart: PeriodWords }, period: string, frequency: Frequency): string {
  const span = parsePeriod(period, frequency)
  return span
    ? formatPeriodWords(words.chart, { period, frequency, periodStart: span.start, periodEnd: span.end })
    : period
}

/** The day of a moment, in UTC. */
export function formatMoment(words: Messages, at: Date): string {
  return formatDoubtfulDate(words, at.toISOString().slice(0, 10))
}
