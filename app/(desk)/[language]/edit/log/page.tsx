import type { Metadata } from 'next'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords } from '@/app/desk-page'
import { parseAuditFilter } from '@/app/read-audit'
import { AuditTable } from '@/components/desk/audit-table'
import { inputClass } from '@/components/desk/input-class'
import { listAudit } from '@/db/people/list-audit'
import { auditEvents } from '@/domain/audit'
import { formatDeskPath } from '@/domain/return-path'

const MOST = 100

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { words } = await getDeskWords(props)
  return { title: `${words.log.title} · ${words.site}` }
}

/** What everybody did, for administrators: searchable, and to be saved as CSV. */
export default async function LogPage(props: DeskPageProps) {
  const { language, words } = await getDeskWords(props)
  await authorisePage('/edit/log', language, '/edit/log')
  const asked = await props.searchParams
  const filter = parseAuditFilter({ get: (name) => (typeof asked[name] === 'string' ? asked[name] : null) })
  const rows = await listAudit(filter, MOST)
  const { log } = words
  const query = new URLSearchParams({
    ...(filter.event ? { event: filter.event } : {}),
    ...(filter.q ? { q: filter.q } : {}),
  })
  const last = rows.length > MOST ? rows[MOST - 1] : undefined
  const earlier = new URLSearchParams(query)
  if (last) earlier.set('before', String(last.n))
  return (
    <>
      <h1>{log.title}</h1>
      <p className="my-3 text-muted">{log.lede}</p>
      <form method="get" className="my-4 flex flex-wrap items-end gap-4">
        <div>
          <label htmlFor="event" className="block text-sm font-semibold">
            {log.event}
          </label>
          <select id="event" name="event" defaultValue={filter.event ?? ''} className={inputClass}>
            <option value="">{log.all}</option>
            {auditEvents.map((event) => (
              <option key={event} value={event}>
                {log.events[event]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="q" className="block text-sm font-semibold">
            {log.search}
          </label>
          <input id="q" name="q" type="search" defaultValue={filter.q} className={inputClass} />
        </div>
        <button type="submit" className="button main">
          {log.submit}
        </button>
      </form>
      <AuditTable rows={rows.slice(0, MOST)} words={log} />
      <p className="my-4 flex gap-6 text-sm">
        <a href={`${formatDeskPath(language, '/edit/log/export')}?${query}`}>{log.export}</a>
        {last && <a href={`?${earlier}`}>{log.next}</a>}
      </p>
    </>
  )
}
