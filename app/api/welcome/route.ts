import { keepDraft, parseLanguage, readForm, seeOther } from '@/app/form-post'
import { isUnavailable } from '@/db/availability'
import { redeemLink } from '@/db/people/links'
import { isSecret } from '@/db/people/secret'
import type { DeskError } from '@/domain/desk-code'
import { formatDeskPath } from '@/domain/return-path'

/** The form behind a one-use link: `secret`, `email`, `name`, `password`, `repeat`, `language`. Answers 303. */
export async function POST(request: Request): Promise<Response> {
  const field = await readForm(request)
  const language = parseLanguage(field('language'))
  const secret = field('secret')
  if (!isSecret(secret)) return seeOther(formatDeskPath(language, '/sign-in'), { error: 'void' })
  const form = { email: field('email'), name: field('name'), password: field('password') }
  const used = form.password === field('repeat') ? await use(secret, form) : ({ ok: false, error: 'repeat' } as const)
  if (!used.ok) {
    await keepDraft({ email: form.email, name: form.name })
    return seeOther(formatDeskPath(language, `/welcome/${secret}`), { error: used.error })
  }
  await keepDraft({ email: used.email })
  return seeOther(formatDeskPath(language, '/sign-in'), { done: 'password-set' })
}

type Form = { email: string; name: string; password: string }

async function use(secret: string, form: Form): Promise<{ ok: true; email: string } | { ok: false; error: DeskError }> {
  try {
    return await redeemLink(secret, form)
  } catch (error) {
    if (isUnavailable(error)) return { ok: false, error: 'unavailable' }
    throw error
  }
}
