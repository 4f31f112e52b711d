import { authorise } from '@/app/authorise'
import { isUnavailable } from '@/db/availability'
import { getProgress } from '@/db/progress'
import { parseWorkKey } from '@/domain/work-key'

/** `key`: how much is done of the import that this person sent with it, `{ done }` from 0 to 1, null where there is none. */
export async function GET(request: Request): Promise<Response> {
  try {
    const authorised = await authorise('GET /edit/import/progress')
    if (!authorised.ok) return answer(null, authorised.error === 'forbidden' ? 403 : 401)
    const key = parseWorkKey(new URL(request.url).searchParams.get('key'))
    return answer(key === null ? null : getProgress(authorised.user.id, key))
  } catch (error) {
    if (isUnavailable(error)) return answer(null, 503)
    throw error
  }
}

function answer(done: number | null, status = 200): Response {
  return Response.json({ done }, { status, headers: { 'Cache-Control': 'no-store' } })
}
