'use server'

import { redirect } from 'next/navigation'
import { authoriseAction } from '@/app/authorise'
import { parseLanguage, toPostedForm } from '@/app/form-post'
import { rememberCurrentEdition } from '@/db/current-edition'
import { undoEdition } from '@/db/undo'
import { formatAddress } from '@/domain/address'
import type { DeskState } from '@/domain/desk-code'
import { formatDeskPath } from '@/domain/return-path'

/** `n` (the edition), `reason`, `keepsLater` (yes or nothing) and `language`. Redirects to the new edition or the proposal. */
export async function undoEditionAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('undoEditionAction', async (user) => {
    const field = toPostedForm(form)
    const [n, reason, keepsLater] = [field('n'), field('reason').trim(), field('keepsLater')]
    const values = { reason, keepsLater }
    if (!/^[1-9]\d{0,8}$/.test(n)) return { ok: false, error: 'malformed' }
    if (reason === '') return { ok: false, error: 'no-summary', field: 'reason', values }
    const result = await undoEdition({ by: user.id, edition: Number(n), reason, keepsLater: keepsLater === 'yes' })
    if (!result.ok) return { ok: false, error: result.error, values }
    const language = parseLanguage(field('language'))
    if ('proposal' in result) return redirect(formatDeskPath(language, `/edit/proposals/${result.proposal}`))
    await rememberCurrentEdition()
    return redirect(formatAddress({ language, page: 'editions', id: String(result.edition) }))
  })
}
