import { cookies } from 'next/headers'
import type { Language } from '@/domain/field'
import { isSecureSite } from '@/domain/session-cookie'

/** What a form posted: its texts by name. A form that cannot be read is one in which nothing stands. */
export type PostedForm = (name: string) => string

const LONGEST = 2_000
const DRAFT_COOKIE = 'draft'
const DRAFT_SECONDS = 300

/** Reads a form post of any encoding; files and what is too long count as empty. */
export async function readForm(request: Request): Promise<PostedForm> {
  return toPostedForm(await request.formData().catch(() => new FormData()))
}

export function toPostedForm(form: FormData): PostedForm {
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' && value.length <= LONGEST ? value : ''
  }
}

export function parseLanguage(given: string): Language {
  return given === 'zh' ? 'zh' : 'en'
}

/** Sends the browser on with a GET. `path` is a path of this site, whatever host it is reached by. */
export function seeOther(path: string, query: { [name: string]: string | null } = {}): Response {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null)
  const search = new URLSearchParams(given).toString()
  const location = search === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${search}`
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}

/** What was typed into a form that is shown again: in a cookie for five minutes, so that it stands in no address or log. */
export type Draft = { email: string; name: string }

export async function keepDraft(draft: Partial<Draft>): Promise<void> {
  const value = new URLSearchParams(Object.entries(draft)).toString()
  const secure = isSecureSite(process.env.SITE_URL)
  ;(await cookies()).set(DRAFT_COOKIE, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: DRAFT_SECONDS,
  })
}

export async function getDraft(): Promise<Draft> {
  const kept = new URLSearchParams((await cookies()).get(DRAFT_COOKIE)?.value ?? '')
  return { email: kept.get('email') ?? '', name: kept.get('name') ?? '' }
}

export async function forgetDraft(): Promise<void> {
  const store = await cookies()
  if (store.has(DRAFT_COOKIE)) store.delete(DRAFT_COOKIE)
}
