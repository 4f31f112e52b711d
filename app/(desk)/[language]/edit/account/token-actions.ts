'use server'

import { refresh } from 'next/cache'
import { authoriseAction, authoriseFresh } from '@/app/authorise'
import { toPostedForm } from '@/app/form-post'
import { makeToken, revokeToken } from '@/db/people/tokens'
import type { DeskState } from '@/domain/desk-code'
import { parsePublicName } from '@/domain/person'
import { tokenDays, tokenScopes } from '@/domain/token'

/** `name` (what it is for), `scope` and `days`. Answers with the token, this once. */
export async function makeTokenAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('makeTokenAction', async (user) => {
    const field = toPostedForm(form)
    const values = { name: field('name'), scope: field('scope'), days: field('days') }
    const parsed = parsePublicName(values.name)
    if (!parsed.ok) return { ok: false, error: parsed.error, field: 'name', values }
    const scope = tokenScopes.find((known) => known === values.scope)
    const days = tokenDays.find((known) => String(known) === values.days)
    if (!scope || !days) return { ok: false, error: 'malformed', values }
    const secret = await makeToken({ by: user.id, name: parsed.name, scope, days })
    if (secret === null) return { ok: false, error: 'too-many-tokens', values }
    refresh()
    return { ok: true, done: 'token-made', address: secret }
  })
}

/** `token`: one of the person's own, as listed. */
export async function revokeTokenAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('revokeTokenAction', async (user) => {
    await revokeToken(user.id, toPostedForm(form)('token'))
    refresh()
    return { ok: true, done: 'token-revoked' }
  })
}
