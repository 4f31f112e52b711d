import { isUnavailable } from '@/db/availability'
import { getPublicEvidence } from '@/db/evidence'
import { SHA256 } from '@/domain/evidence-file'
import { answerFile } from '../answer-file'

export const dynamic = 'force-dynamic'

/** A public file of a source. Asked for anew each time, since what is redacted must be gone at once. */
export async function GET(request: Request, { params }: { params: Promise<{ sha256: string }> }): Promise<Response> {
  const { sha256 } = await params
  try {
    const file = SHA256.test(sha256) ? await getPublicEvidence(sha256) : null
    if (!file) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
    const headers = { 'Cache-Control': 'public, max-age=0, must-revalidate', ETag: `"${sha256}"` }
    if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
    return answerFile({ ...file, bytes: file.served }, headers)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return new Response(null, { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' } })
  }
}
