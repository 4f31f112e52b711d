import { authorise } from '@/app/authorise'
import { answerFile } from '@/app/evidence/answer-file'
import { isUnavailable } from '@/db/availability'
import { getOriginal } from '@/db/evidence'
import { SHA256 } from '@/domain/evidence-file'

/** A file as it was given, for the desk, and only ever to be saved. */
export async function GET(_request: Request, { params }: { params: Promise<{ sha256: string }> }): Promise<Response> {
  try {
    const authorised = await authorise('GET /edit/source/[id]/files/[sha256]')
    if (!authorised.ok) return new Response(null, { status: authorised.error === 'signed-out' ? 401 : 403 })
    const { sha256 } = await params
    const bytes = SHA256.test(sha256) ? await getOriginal(sha256) : null
    if (!bytes) return new Response(null, { status: 404 })
    const file = { type: 'application/octet-stream', bytes, name: `${sha256.slice(0, 12)}.original` } as const
    return answerFile(file, { 'Cache-Control': 'no-store' })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return new Response(null, { status: 503, headers: { 'Retry-After': '30' } })
  }
}
