import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { isUnavailable } from '@/db/availability'
import { getSession, type SignedIn } from '@/db/people/sessions'
import type { DeskState } from '@/domain/desk-code'
import type { Language } from '@/domain/field'
import { canPerform, isAllowedWithoutFactor, type Permission } from '@/domain/permission'
import { formatDeskPath } from '@/domain/return-path'
import { getSessionSecret } from './session'

type Refusal = 'signed-out' | 'forbidden' | 'factor-needed'
export type Authorised = { ok: true; user: SignedIn } | { ok: false; error: Refusal }

/**
 * Line one of every action and every page of the desk: whether whoever asks may do this, by their session and role as they
 * stand in the database at this moment. The token in the cookie alone opens nothing.
 * @throws DatabaseUnavailable
 */
export async function authorise(action: Permission): Promise<Authorised> {
  const user = await getVisitor()
  if (user?.needsFactor && !isAllowedWithoutFactor(action)) return { ok: false, error: 'factor-needed' }
  if (canPerform(user?.role ?? null, action)) {
    return user ? { ok: true, user } : { ok: false, error: 'signed-out' }
  }
  return { ok: false, error: user ? 'forbidden' : 'signed-out' }
}

/**
 * {@link authorise} for an action that answers in codes, and what it then does. A database that does not answer is one of
 * the codes: what was typed stays in the form.
 */
export async function authoriseAction(
  action: Permission,
  work: (user: SignedIn) => Promise<DeskState>,
): Promise<DeskState> {
  try {
    const authorised = await authorise(action)
    return authorised.ok ? await work(authorised.user) : authorised
  } catch (error) {
    if (isUnavailable(error)) return { ok: false, error: 'unavailable' }
    throw error
  }
}

/**
 * {@link authorise} for a page: strangers are sent to sign in and come back to `path` (without language), and those whose
 * role does not suffice to their own account, which says so.
 */
export async function authorisePage(action: Permission, language: Language, path: string): Promise<SignedIn> {
  const authorised = await authorise(action)
  return authorised.ok ? authorised.user : turnAway(authorised.error, language, path)
}

/** {@link authoriseAction} for what only somebody may do who proved who they are a short while ago. */
export async function authoriseFresh(
  action: Permission,
  work: (user: SignedIn) => Promise<DeskState>,
): Promise<DeskState> {
  return authoriseAction(action, async (user) => (user.isFresh ? work(user) : { ok: false, error: 'unproved' }))
}

/**
 * {@link authorisePage} for a page that is a form. Who has just sent it without JavaScript gets it back with the refusal
 * of the action and all that was typed, also when their session has ended meanwhile (null): what it shows is published
 * anyway.
 */
export async function authoriseFormPage(
  action: Permission,
  language: Language,
  path: string,
): Promise<SignedIn | null> {
  const authorised = await authorise(action)
  if (authorised.ok) return authorised.user
  return (await isSentBack()) ? null : turnAway(authorised.error, language, path)
}

function turnAway(error: Refusal, language: Language, path: string): never {
  if (error !== 'signed-out') redirect(`${formatDeskPath(language, '/edit/account')}?error=${error}`)
  const to = new URLSearchParams({ to: formatDeskPath(language, path) })
  return redirect(`${formatDeskPath(language, '/sign-in')}?${to}`)
}

/** Whether the page is drawn in answer to a form, for a browser that has been signed in here. */
async function isSentBack(): Promise<boolean> {
  const type = (await headers()).get('content-type') ?? ''
  return type.startsWith('multipart/form-data') && (await getSessionSecret()) !== null
}

/** Who is signed in in this browser, or null. */
export async function getVisitor(): Promise<SignedIn | null> {
  const secret = await getSessionSecret()
  return secret === null ? null : getSession(secret)
}
