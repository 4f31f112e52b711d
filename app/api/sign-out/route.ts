import { parseLanguage, readForm, seeOther } from '@/app/form-post'
import { forgetSessionCookie, getSessionSecret } from '@/app/session'
import { isUnavailable } from '@/db/availability'
import { endSession } from '@/db/people/sessions'
import { formatDeskPath } from '@/domain/return-path'

/**
 * The sign-out button: ends the session in the database, then in the browser. Where the database does not answer the
 * session lives on, so the browser keeps it too and is told.
 */
export async function POST(request: Request): Promise<Response> {
  const field = await readForm(request)
  const language = parseLanguage(field('language'))
  try {
    const secret = await getSessionSecret()
    if (secret !== null) await endSession(secret)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return seeOther(formatDeskPath(language, '/edit/account'), { error: 'unavailable' })
  }
  await forgetSessionCookie()
  return seeOther(formatDeskPath(language, '/sign-in'), { done: 'signed-out' })
}
