'use server'

import { refresh } from 'next/cache'
import { authoriseAction, authoriseFresh } from '@/app/authorise'
import { parseLanguage, toPostedForm } from '@/app/form-post'
import { createInvitation, createResetLink, type LinkResult, withdrawInvitation } from '@/db/people/links'
import { changeRole, disablePerson, enablePerson, endSessions, resetFactor } from '@/db/people/people'
import type { DeskDone, DeskError, DeskState } from '@/domain/desk-code'
import { getSiteOrigin } from '@/domain/origin'
import { isRole } from '@/domain/permission'
import { formatDeskPath } from '@/domain/return-path'

/** `email`, `role` and `language`, which the link opens in. Answers with the link, this once. */
export async function inviteAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('inviteAction', async (admin) => {
    const field = toPostedForm(form)
    const [email, role] = [field('email'), field('role')]
    if (!isRole(role)) return { ok: false, error: 'malformed' }
    const made = await createInvitation({ by: admin.id, email, role })
    if (!made.ok) return { ok: false, error: made.error, field: 'email', values: { email, role } }
    return showLink(made, 'invited', field('language'))
  })
}

/** `invitation`: one of the open ones, as listed. */
export async function withdrawInvitationAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('withdrawInvitationAction', async (admin) => {
    const id = toPostedForm(form)('invitation')
    return tell(await withdrawInvitation({ by: admin.id, id }), 'invitation-withdrawn')
  })
}

/** `user` and the new `role`. */
export async function changeRoleAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('changeRoleAction', async (admin) => {
    const field = toPostedForm(form)
    const role = field('role')
    if (!isRole(role)) return { ok: false, error: 'malformed' }
    return tell(await changeRole({ by: admin.id, user: field('user'), role }), 'role-changed')
  })
}

/** `user` and `access`, `none` or `full`. One action for both: its answer stays beside the button that turned round. */
export async function changeAccessAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('changeAccessAction', async (admin) => {
    const field = toPostedForm(form)
    const change = { by: admin.id, user: field('user') }
    if (field('access') === 'none') return tell(await disablePerson(change), 'disabled')
    if (field('access') === 'full') return tell(await enablePerson(change), 'enabled')
    return { ok: false, error: 'malformed' }
  })
}

/** `user` */
export async function endSessionsAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('endSessionsAction', async (admin) => {
    return tell(await endSessions({ by: admin.id, user: toPostedForm(form)('user') }), 'sessions-ended')
  })
}

/** `user` and `language`, which the link opens in. Answers with the link, this once. */
export async function createResetLinkAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('createResetLinkAction', async (admin) => {
    const field = toPostedForm(form)
    const made = await createResetLink({ by: admin.id, user: field('user') })
    return made.ok ? showLink(made, 'reset-made', field('language')) : made
  })
}

/** `user`, who has lost the way to their second factor. */
export async function resetFactorAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('resetFactorAction', async (admin) => {
    return tell(await resetFactor({ by: admin.id, user: toPostedForm(form)('user') }), 'factor-removed')
  })
}

function tell(result: { ok: true } | { ok: false; error: DeskError }, done: DeskDone): DeskState {
  if (!result.ok) return result
  refresh()
  return { ok: true, done }
}

function showLink(made: Extract<LinkResult, { ok: true }>, done: DeskDone, language: string): DeskState {
  refresh()
  const path = formatDeskPath(parseLanguage(language), made.path)
  return { ok: true, done, address: new URL(path, getSiteOrigin(process.env)).href }
}
