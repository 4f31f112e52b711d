import { fillTemplate } from '@/components/chart/chart-words'
import { formatDoubtfulDate } from '@/components/record/dates'
import { MemberDates } from '@/components/record/member-dates'
import { getColumns } from '@/components/record/record-columns'
import type { RecordLike } from '@/components/record/record-like'
import { DataTable } from '@/components/view/data-table'
import { getLabels } from '@/db/get-labels'
import { listAll } from '@/db/list-all'
import type { RecordKey } from '@/domain/drift'
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
    readTable(request, 'provinces', listProvincesBeside),
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

/** The reports below the table, and the stays that the steps from day to day go by. */
async function listProvincesBeside(request: PageRequest, rows: readonly RecordLike[]): Promise<RecordKey[]> {
  const { edition } = request.edition
  const { list } = request.address.view as View<'provinces'>
  const [reports, members] = await Promise.all([
    listReportRows(
      request,
      rows.map((row) => row.id),
    ),
    listAll('member', edition),
  ])
  const stays = members.filter(({ fields }) => list.length === 0 || list.some((id) => id === fields.list))
  return [...reports, ...stays].map(({ noun, id }) => ({ noun, id }))
}

/** The reports on the memberships shown, up to the day asked for. */
async function listReports(request: PageRequest, members: readonly string[]) {
  const rows = await listReportRows(request, members)
  return { rows, labels: await getLabels(request.edition.edition, rows) }
}

async function listReportRows({ edition, address }: PageRequest, members: readonly string[]) {
  const on = address.view.on as string | undefined
  const all = await listAll('report', edition.edition)
  return all.filter(({ fields }) => {
    const date = String(fields.date ?? '').replace('../', '')
    return members.includes(String(fields.member)) && (on === undefined || date.slice(0, on.length) <= on)
  })
}
