import { type AuditFilter, type AuditRow, listAudit } from '@/db/people/list-audit'
import { auditEvents } from '@/domain/audit'

/** What of the log an address asks for; what is not understood is left out. */
export function parseAuditFilter(query: { get: (name: string) => string | null }): AuditFilter {
  const before = query.get('before') ?? ''
  return {
    event: auditEvents.find((event) => event === query.get('event')) ?? null,
    q: (query.get('q') ?? '').normalize('NFKC').trim().slice(0, 100),
    before: /^[1-9]\d{0,15}$/.test(before) ? Number(before) : null,
  }
}

const BATCH = 1_000

/** All lines a filter asks for, in batches, the newest first. */
export async function* streamAudit(filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  for (let { before } = filter; ; ) {
    const rows = await listAudit({ ...filter, before }, BATCH)
    yield rows.slice(0, BATCH)
    const last = rows[BATCH - 1]
    if (rows.length <= BATCH || !last) return
    before = last.n
  }
}
