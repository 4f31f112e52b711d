'use server'

import { headers } from 'next/headers'
import { authoriseAction } from '@/app/authorise'
import { toPostedForm } from '@/app/form-post'
import { proveAgain } from '@/db/people/own-password'
import type { DeskState } from '@/domain/desk-code'

/** `password`, and `code` of somebody who has a second factor. */
export async function proveAgainAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('proveAgainAction', async ({ id, session }) => {
    const field = toPostedForm(form)
    const address = (await headers()).get('x-client-address') ?? 'unknown'
    const asked = { user: id, session, address, password: field('password'), code: field('code') }
    const proved = await proveAgain(asked)
    if (proved.ok) return { ok: true, done: 'proved' }
    if (proved.error === 'throttled') return proved
    return { ok: false, error: proved.error, field: proved.error === 'code' ? 'code' : 'password' }
  })
}
