import type { NextRequest } from 'next/server'
import { forgetDraft, parseLanguage, readForm, seeOther } from '@/app/form-post'
import { type SignInAnswer, signInThroughNextAuth } from '@/app/session'
import { forgetHalf, getDevice, getHalf, rememberDevice } from '@/app/sign-in-cookies'
import { isUnavailable } from '@/db/availability'
import { signInWithCode } from '@/db/people/sign-in'
import { formatDeskPath, parseReturnPath } from '@/domain/return-path'

/** The second step of signing in: `code`, `language` and `to`. Answers 303: on, again with a code, or to the beginning. */
export async function POST(request: NextRequest): Promise<Response> {
  const field = await readForm(request)
  const language = parseLanguage(field('language'))
  const to = parseReturnPath(field('to'))
  const half = await getHalf()
  const device = await getDevice()
  const path = formatDeskPath(language, '/sign-in')
  if (half === null) return seeOther(path, { error: 'void-step', to })
  const answer = await signInThroughNextAuth(request.nextUrl.origin, () =>
    tryToEnter(request, { half, device, code: field('code') }),
  )
  if (answer.error === 'void') return seeOther(path, { error: 'void-step', to })
  if (answer.error !== null) return seeOther(path, { step: 'code', error: answer.error, to })
  await forgetHalf()
  await rememberDevice(device)
  await forgetDraft()
  const response = seeOther(to ?? formatDeskPath(language, '/edit'))
  for (const line of answer.setCookies) response.headers.append('Set-Cookie', line)
  return response
}

type Form = { half: string; device: string; code: string }

async function tryToEnter(request: NextRequest, form: Form): Promise<SignInAnswer> {
  const address = request.headers.get('x-client-address') ?? 'unknown'
  try {
    return await signInWithCode({ ...form, address, agent: request.headers.get('user-agent') })
  } catch (error) {
    if (!isUnavailable(error)) console.error(error)
    return { ok: false, error: 'unavailable' }
  }
}
