'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { authoriseAction, authoriseFresh } from '@/app/authorise'
import { parseLanguage, toPostedForm } from '@/app/form-post'
import { rememberCurrentEdition } from '@/db/current-edition'
import { askRedaction, withdrawRedaction } from '@/db/redaction-requests'
import { confirmRedaction } from '@/db/redactions'
import { formatAddress } from '@/domain/address'
import type { DeskState } from '@/domain/desk-code'
import { ID, nouns } from '@/domain/field'
import { formatDeskPath } from '@/domain/return-path'

/** `noun`, `id`, any number of `keys`, `reason` and `language`. Redirects to the requests. */
export async function askRedactionAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('askRedactionAction', async (admin) => {
    const field = toPostedForm(form)
    const noun = nouns.find((known) => known === field('noun'))
    const [id, reason] = [field('id'), field('reason').trim()]
    const keys = form.getAll('keys').filter((key) => typeof key === 'string')
    if (!noun || !ID.test(id)) return { ok: false, error: 'malformed' }
    const asked = await askRedaction({ by: admin.id, noun, id, keys, reason })
    if (asked.ok) return redirect(formatDeskPath(parseLanguage(field('language')), '/edit/redactions'))
    const at = { 'no-summary': 'reason', repeats: 'reason', 'not-redactable': 'keys', absent: 'keys' } as const
    const refused = Object.hasOwn(at, asked.error) ? { field: at[asked.error as keyof typeof at] } : {}
    return { ...asked, ...refused, values: { reason, keys: keys.join(' ') } }
  })
}

/** `n` of the request and `language`. Redirects to the edition that was made. */
export async function confirmRedactionAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('confirmRedactionAction', async (admin) => {
    const field = toPostedForm(form)
    if (!/^[1-9]\d{0,8}$/.test(field('n'))) return { ok: false, error: 'malformed' }
    const confirmed = await confirmRedaction({ by: admin.id, n: Number(field('n')) })
    if (!confirmed.ok) return confirmed
    await rememberCurrentEdition()
    const language = parseLanguage(field('language'))
    return redirect(formatAddress({ language, page: 'editions', id: String(confirmed.edition) }))
  })
}

/** `n` of the request. */
export async function withdrawRedactionAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('withdrawRedactionAction', async (admin) => {
    const n = toPostedForm(form)('n')
    if (!/^[1-9]\d{0,8}$/.test(n)) return { ok: false, error: 'malformed' }
    const withdrawn = await withdrawRedaction({ by: admin.id, n: Number(n) })
    if (!withdrawn.ok) return withdrawn
    refresh()
    return { ok: true, done: 'redaction-withdrawn' }
  })
}
