import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { forgetDraft, keepDraft, parseLanguage, readForm, seeOther } from '@/app/form-post'
import { type SignInAnswer, signInThroughNextAuth } from '@/app/session'
import { isUnavailable } from '@/db/availability'
import { isSecret, makeSecret } from '@/db/secret'
import { signIn } from '@/db/sign-in'
import { formatDeskPath, parseReturnPath } from '@/domain/return-path'
import { isSecureSite } from '@/domain/session-cookie'

const DEVICE_COOKIE = 'device'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The form of /sign-in: `email`, `password`, `language` and `to`, where to go on. Answers 303, with a code when refused. */
export async function POST(request: NextRequest): Promise<Response> {
  const field = await readForm(request)
  const language = parseLanguage(field('language'))
  const to = parseReturnPath(field('to'))
  const [email, password] = [field('email'), field('password')]
  const device = await getDevice()
  const answer =
    email && password
      ? await signInThroughNextAuth(request.nextUrl.origin, () => enter(request, { email, password, device }))
      : { error: 'malformed', setCookies: [] }
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
async function enter(request: NextRequest, form: Form): Promise<SignInAnswer> {
  const address = request.headers.get('x-client-address') ?? 'unknown'
  try {
    return await signIn({ ...form, address, agent: request.headers.get('user-agent') })
  } catch (error) {
    if (!isUnavailable(error)) console.error(error)
    return { ok: false, error: 'unavailable' }
  }
}

async function getDevice(): Promise<string> {
  const kept = (await cookies()).get(DEVICE_COOKIE)?.value
  return isSecret(kept) ? kept : makeSecret()
}

/** This browser has its own count of tries from now on: see db/tries.ts. */
async function rememberDevice(device: string): Promise<void> {
  const secure = isSecureSite(process.env.SITE_URL)
  const options = { httpOnly: true, sameSite: 'lax', path: '/api/sign-in', secure, maxAge: YEAR_SECONDS } as const
  ;(await cookies()).set(DEVICE_COOKIE, device, options)
}
