import { authorise } from '@/app/authorise'
import { isUnavailable } from '@/db/availability'
import { getImportReport } from '@/db/import-drafts'

/** The whole report of a file that its author has kept, as CSV. */
export async function GET(_request: Request, { params }: { params: Promise<{ n: string }> }): Promise<Response> {
  const { n } = await params
  try {
    const authorised = await authorise('GET /edit/import/[n]/report')
    if (!authorised.ok) return new Response(null, { status: authorised.error === 'signed-out' ? 401 : 403 })
    const report = /^[1-9]\d{0,8}$/.test(n) ? await getImportReport(authorised.user.id, Number(n)) : null
    if (report === null) return new Response(null, { status: 404 })
    return new Response(`\ufeff${report}`, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename="import-${n}.csv"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return new Response(null, { status: 503, headers: { 'Retry-After': '30' } })
  }
}
