'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { authoriseAction, authoriseFresh } from '@/app/authorise'
import { toPostedForm } from '@/app/form-post'
import { changeOwnPassword } from '@/db/people/own-password'
import { changeName } from '@/db/people/people'
import { confirmFactor, makeRecoveryCodes, removeOwnFactor } from '@/db/people/second-factor'
import { endOtherSessions, endOwnSession } from '@/db/people/sessions'
import type { DeskState } from '@/domain/desk-code'
import { parsePublicName } from '@/domain/person'

/** `name`: the new public name. */
export async function changeNameAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('changeNameAction', async (user) => {
    const given = toPostedForm(form)('name')
    const parsed = parsePublicName(given)
    if (!parsed.ok) return { ok: false, error: parsed.error, field: 'name', values: { name: given } }
    await changeName(user.id, parsed.name)
    refresh()
    return { ok: true, done: 'name-changed' }
  })
}

/** `current`, `next` and `repeat`: ends the person's other sessions. */
export async function changePasswordAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('changePasswordAction', async ({ id, session }) => {
    const field = toPostedForm(form)
    const [current, next] = [field('current'), field('next')]
    if (next !== field('repeat')) return { ok: false, error: 'repeat', field: 'repeat' }
    const address = (await headers()).get('x-client-address') ?? 'unknown'
    const changed = await changeOwnPassword({ user: id, session, address, current, next })
    if (changed.ok) {
      refresh()
      return { ok: true, done: 'password-changed' }
    }
    if (changed.error === 'throttled') return changed
    if (changed.error === 'wrong') return { ok: false, error: 'wrong-current', field: 'current' }
    return { ok: false, error: changed.error, field: 'next' }
  })
}

/** `session`: one of the person's own, as listed. */
export async function endSessionAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('endSessionAction', async (user) => {
    await endOwnSession(user.id, toPostedForm(form)('session'))
    refresh()
    return { ok: true, done: 'session-ended' }
  })
}

/** Takes no input: all the person's sessions end but the one that asks. */
export async function endOtherSessionsAction(): Promise<DeskState> {
  return authoriseAction('endOtherSessionsAction', async (user) => {
    await endOtherSessions(user.id, user.session)
    refresh()
    return { ok: true, done: 'sessions-ended' }
  })
}

/** `code`: of the app that was set up with the key the page shows. Answers with recovery codes, this once. */
export async function confirmFactorAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('confirmFactorAction', async (user) => {
    const confirmed = await confirmFactor(user.id, toPostedForm(form)('code'))
    if (!confirmed.ok) return { ok: false, error: 'code', field: 'code' }
    return { ok: true, done: 'factor-added', codes: confirmed.codes }
  })
}

/** Takes no input. Answers with new recovery codes, this once. */
export async function makeRecoveryCodesAction(): Promise<DeskState> {
  return authoriseFresh('makeRecoveryCodesAction', async (user) => {
    return { ok: true, done: 'codes-made', codes: await makeRecoveryCodes(user.id) }
  })
}

/** Takes no input. */
export async function removeFactorAction(): Promise<DeskState> {
  return authoriseFresh('removeFactorAction', async (user) => {
    await removeOwnFactor(user.id)
    refresh()
    return { ok: true, done: 'factor-removed' }
  })
}
