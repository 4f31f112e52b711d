import type { NextRequest } from 'next/server'
import { forgetDraft, keepDraft, parseLanguage, readForm, seeOther } from '@/app/form-post'
import { type SignInAnswer, signInThroughNextAuth } from '@/app/session'
import { getDevice, rememberDevice, rememberHalf } from '@/app/sign-in-cookies'
import { isUnavailable } from '@/db/availability'
import { signIn } from '@/db/people/sign-in'
import { formatDeskPath, parseReturnPath } from '@/domain/return-path'

/**
 * The form of /sign-in: `email`, `password`, `language` and `to`, where to go on. Answers 303: on, with a code when
 * refused, or to the second step.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const field = await readForm(request)
  const language = parseLanguage(field('language'))
  const to = parseReturnPath(field('to'))
  const [email, password] = [field('email'), field('password')]
  const device = await getDevice()
  let half: string | null = null
  const enter = async (): Promise<SignInAnswer> => {
    const answer = await tryToEnter(request, { email, password, device })
    if (!answer.ok && answer.error === 'code-needed') half = answer.half
    return answer
  }
  const answer =
    email && password
      ? await signInThroughNextAuth(request.nextUrl.origin, enter)
      : { error: 'malformed', setCookies: [] }
  if (half !== null) {
    await rememberHalf(half)
    return seeOther(formatDeskPath(language, '/sign-in'), { step: 'code', to })
  }
  if (answer.error !== null) {
    await keepDraft({ email })
    return seeOther(formatDeskPath(language, '/sign-in'), { error: answer.error, to })
  }
  await rememberDevice(device)
  await forgetDraft()
  const response = seeOther(to ?? formatDeskPath(language, '/edit'))
  for (const line of answer.setCookies) response.headers.append('Set-Cookie', line)
  return response
}

type Form = { email: string; password: string; device: string }

/** next-auth would hide a failure in an address: it is told here, and the person told to try again. */
async function tryToEnter(request: NextRequest, form: Form): Promise<SignInAnswer> {
  const address = request.headers.get('x-client-address') ?? 'unknown'
  try {
    return await signIn({ ...form, address, agent: request.headers.get('user-agent') })
  } catch (error) {
    if (!isUnavailable(error)) console.error(error)
    return { ok: false, error: 'unavailable' }
  }
}
