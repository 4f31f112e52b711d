import { isUnavailable } from '@/db/availability'
import { getPublicEvidence } from '@/db/evidence'
import { SHA256 } from '@/domain/evidence-file'
import { getEvidenceMessages } from '@/messages/public/evidence'
import { answerFile } from '../answer-file'

export const dynamic = 'force-dynamic'

/** A public file of a source. Asked for anew each time, since what is made private must be gone at once. */
export async function GET(request: Request, { params }: { params: Promise<{ sha256: string }> }): Promise<Response> {
  const { sha256 } = await params
  try {
    const file = SHA256.test(sha256) ? await getPublicEvidence(sha256) : null
    if (!file) return answerMissing()
    const headers = { 'Cache-Control': 'public, max-age=0, must-revalidate', ETag: `"${sha256}"` }
    if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
    return answerFile({ ...file, bytes: file.served }, headers)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return new Response(null, { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' } })
  }
}

/** Who follows a link of an older edition is told why there is nothing, in both languages. */
function answerMissing(): Response {
  const text = (['en', 'zh'] as const).map((language) => `${getEvidenceMessages(language).notPublic}\n`).join('')
  const headers = { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(text, { status: 404, headers })
}
