import { fillTemplate } from '@/components/chart/chart-words'
import { formatDoubtfulDate } from '@/components/record/dates'
import { MemberDates } from '@/components/record/member-dates'
import { getColumns } from '@/components/record/record-columns'
import { DataTable } from '@/components/view/data-table'
import { getLabels } from '@/db/get-labels'
import { listAll } from '@/db/list-all'
import { countStates } from '@/domain/member-view'
import type { View } from '@/domain/view'
import { getMessages } from '@/messages/messages'
import type { DrawnPage, PageRequest } from './page-request'
import { readTable } from './read-table'
import { drawRecord } from './record-page'
import { toTablePage } from './table-page'

/** Who is on the list on a day, who has left, and what was reported: applications, pledges and exits apart. */
export async function drawProvinces(request: PageRequest): Promise<DrawnPage | null> {
  if (request.address.id !== undefined) return drawRecord(request)
  const words = getMessages(request.address.language)
  const on = request.address.view.on as string | undefined
  const [table, members] = await Promise.all([
    readTable(request, 'provinces'),
    listAll('member', request.edition.edition),
  ])
  const reports = await listReports(
    request,
    table.rows.map((row) => row.id),
  )
  const states = countStates(table.rows, on)
  const joined = states['may-have-joined']
  const counts = { in: states.in, left: states.left, may: states['may-have-left'], joined }
  const onDay = joined > 0 ? words.provinces.onDayJoined : words.provinces.onDay
  const lead = on === undefined ? words.provinces.now : onDay
  return toTablePage({
    request,
    table,
    above: <MemberDates reading={table.reading} view={request.address.view as View<'provinces'>} members={members} />,
    lead: fillTemplate(lead, { ...counts, date: on === undefined ? '' : formatDoubtfulDate(words, on) }),
    below: reports.rows.length > 0 && (
      <section>
        <h2>{words.provinces.reports}</h2>
        <DataTable
          caption={words.pages.reports.title}
          columns={getColumns('report', { ...table.reading, labels: { ...table.reading.labels, ...reports.labels } })}
          rows={reports.rows}
          words={words}
        />
      </section>
    ),
  })
}

/** The reports on the memberships shown, up to the day asked for. */
async function listReports({ edition, address }: PageRequest, members: readonly string[]) {
  const on = address.view.on as string | undefined
  const all = await listAll('report', edition.edition)
  const rows = all.filter(({ fields }) => {
    const date = String(fields.date ?? '').replace('../', '')
    return members.includes(String(fields.member)) && (on === undefined || date.slice(0, on.length) <= on)
  })
  const labels = await getLabels(edition.edition, rows)
  const areas = await getLabels(
    edition.edition,
    [],
    rows.map(({ fields }) => ({ noun: 'area' as const, id: String(fields.member).split('.')[1] ?? '' })),
  )
  return { rows, labels: { ...labels, ...areas } }
}
