import { formatDoubtfulDate } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { getName, hrefToRecord, type Reading, toReading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import { listRecords, type RecordVersion } from '@/db/list-records'
import type { ChartDescription } from '@/domain/chart/chart-description'
import { type DatedEvent, describeEvents, type EventKind } from '@/domain/chart/chart-event'
import { getDefaultView, type View } from '@/domain/view'

/** The field that says when each kind of event was. */
const dates: Record<EventKind, string> = { documents: 'issuedOn', mentions: 'date', 'task-forces': 'establishedOn' }
const EVENTS_MOST = 500

/**
 * A chart with the events its view asks for on its axis: documents, which concern all places, and the mentions and task
 * forces of the places of the view and of those below them.
 */
export async function withEvents(
  reading: Reading,
  view: View<'debt'>,
  chart: ChartDescription,
): Promise<ChartDescription> {
  const { events: kinds } = view
  if (kinds.length === 0 || chart.arrangement === 'ranked') return chart
  const found = await listEvents(view, reading.edition)
  const labels = await getLabels(
    reading.edition,
    found.flatMap(({ rows }) => rows),
  )
  const named = toReading(reading.language, reading, reading.publishedAt, labels)
  const events = found.flatMap(({ kind, rows }) => rows.flatMap((row) => toEvent(named, kind, row) ?? []))
  return { ...chart, events: describeEvents(kinds, events, chart.time) }
}

/** The records of each kind of event a view asks for, as of an edition. */
export function listEvents(
  { events: kinds, area }: View<'debt'>,
  edition: number,
): Promise<{ kind: EventKind; rows: RecordVersion[] }[]> {
  return Promise.all(
    kinds.map(async (kind) => {
      const view = { ...getDefaultView(kind), ...(kind === 'documents' ? {} : { area }) }
      const { rows } = await listRecords(kind, view, edition, { offset: 0, limit: EVENTS_MOST })
      return { kind, rows }
    }),
  )
}

function toEvent(reading: Reading, kind: EventKind, { noun, id, fields }: RecordLike): DatedEvent | null {
  const date = fields[dates[kind]]
  if (date === undefined) return null
  return {
    ...{ kind, id, date: String(date) },
    dateLabel: formatDoubtfulDate(reading.words, String(date)),
    name: getName(noun, id, fields, reading).text,
    href: hrefToRecord(reading, noun, id),
  }
}
