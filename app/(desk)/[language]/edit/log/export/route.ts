import { authorise } from '@/app/authorise'
import { toTextStream } from '@/app/files/text-stream'
import { parseAuditFilter, streamAudit } from '@/app/read-audit'
import { isUnavailable } from '@/db/availability'
import type { AuditFilter } from '@/db/people/list-audit'
import { formatCsvRecord } from '@/domain/csv'
import { neutraliseText } from '@/domain/formula'

/** The log as CSV, as far as the address asks for it. */
export async function GET(request: Request): Promise<Response> {
  try {
    const authorised = await authorise('GET /edit/log/export')
    if (!authorised.ok) return new Response(null, { status: authorised.error === 'signed-out' ? 401 : 403 })
    const lines = writeLines(parseAuditFilter(new URL(request.url).searchParams))
    return new Response(await toTextStream(lines), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': 'attachment; filename="log.csv"',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return new Response(null, { status: 503, headers: { 'Retry-After': '30' } })
  }
}

async function* writeLines(filter: AuditFilter): AsyncGenerator<string> {
  yield formatCsvRecord(['N', 'TIME', 'ACTOR', 'ACTOR_NAME', 'EVENT', 'SUBJECT', 'SUBJECT_NAME', 'DETAIL'])
  for await (const rows of streamAudit(filter)) {
    yield rows
      .map(({ n, at, event, actor, actorName, subject, subjectName, detail }) => {
        const texts = [actor, actorName, event, subject, subjectName, detail]
        return formatCsvRecord([String(n), at.toISOString(), ...texts.map((text) => neutraliseText(text ?? ''))])
      })
      .join('')
  }
}
