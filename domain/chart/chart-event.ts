import { type Day, type DoubtfulDate, getDayNumber, getEarliestDay, getLatestDay, lastDayOfMonth } from '@/domain/date'
import type { TimeAxis } from './chart-axis'

/** What may be marked on the time axis of a chart besides its figures. */
export const eventKinds = ['documents', 'mentions', 'task-forces'] as const
export type EventKind = (typeof eventKinds)[number]

/** Something that happened, at a date as sharp as its source: `name` and `dateLabel` are in the reader's words. */
export type DatedEvent = {
  kind: EventKind
  id: string
  date: DoubtfulDate
  dateLabel: string
  name: string
  href: string
}

/**
 * An event on the axis, `from` and `to` from 0 to 1 along it. A day is a point, where both are the same; a year or a month
 * is the span it may be any day of. `open` is what happened at the latest then, and nobody says how long before.
 */
export type EventMark = DatedEvent & { from: number; to: number; open: boolean }

/** The events of a chart, a lane for each kind that is asked for; `outside` counts those before or after the axis. */
export type ChartEvents = { lanes: { kind: EventKind; marks: EventMark[] }[]; outside: number }

/** Where events lie along a time axis, earliest first. A span that begins or ends outside is cut at the axis' ends. */
export function describeEvents(
  kinds: readonly EventKind[],
  events: readonly DatedEvent[],
  time: TimeAxis,
): ChartEvents {
  const lanes = eventKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => ({
      kind,
      marks: events
        .filter((event) => event.kind === kind)
        .flatMap((event) => toMark(event, time) ?? [])
        .toSorted((a, b) => a.to - b.to || (a.id < b.id ? -1 : 1)),
    }))
  const shown = lanes.reduce((sum, { marks }) => sum + marks.length, 0)
  return { lanes, outside: events.length - shown }
}

function toMark(event: DatedEvent, time: TimeAxis): EventMark | null {
  const latest = getLatestDay(event.date)
  const earliest = getEarliestDay(event.date)
  const to = getPlace(time, latest)
  const from = earliest === null ? to : getPlace(time, earliest)
  // What touches an end with no width left would look like a day.
  const isSpan = to > from
  if (to < 0 || from > 1 || (isSpan && (to <= 0 || from >= 1))) return null
  return { ...event, from: clip(from), to: clip(to), open: earliest === null }
}

function clip(place: number): number {
  return Math.round(Math.max(0, Math.min(1, place)) * 1e5) / 1e5
}

/** The place of a day: among days on a line, within its month or year among bars. */
function getPlace({ first, last, slots, slotMonths }: TimeAxis, day: Day): number {
  if (slots === 0) return last === first ? 0.5 : (getDayNumber(day) - first) / (last - first)
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const months = year * 12 + month - 1 + (date - 0.5) / lastDayOfMonth(year, month)
  return (months / slotMonths - first) / slots
}
