'use server'

import { refresh } from 'next/cache'
import { authoriseAction } from '@/app/authorise'
import { toPostedForm } from '@/app/form-post'
import { rememberCurrentEdition } from '@/db/current-edition'
import { declineProposal, publishProposal, takeOverProposal, withdrawProposal } from '@/db/proposals'
import { rebaseProposal } from '@/db/rebase-proposal'
import type { DeskDone, DeskError, DeskState } from '@/domain/desk-code'

/** `n`, `revision` (the one that was read), `decision` (publish, changes-wanted or declined) and `note`. */
export async function decideProposalAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('decideProposalAction', async (user) => {
    const field = toPostedForm(form)
    const [decision, note] = [field('decision'), field('note')]
    const about = { by: user.id, n: toNumber(field('n')), note }
    const values = { note, decision }
    if (decision === 'publish') {
      const result = await publishProposal({ ...about, revision: toNumber(field('revision')) })
      if (result.ok) await rememberCurrentEdition()
      return tell(result, 'published', values)
    }
    if (decision !== 'changes-wanted' && decision !== 'declined') return { ok: false, error: 'malformed' }
    return tell(await declineProposal({ ...about, state: decision }), decision, values)
  })
}

/** `n` */
export async function takeOverProposalAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('takeOverProposalAction', async (user) =>
    tell(await takeOverProposal({ by: user.id, n: toNumber(toPostedForm(form)('n')) }), 'taken-over'),
  )
}

/** `n` and `note`, which may be empty. */
export async function withdrawProposalAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('withdrawProposalAction', async (user) => {
    const field = toPostedForm(form)
    return tell(await withdrawProposal({ by: user.id, n: toNumber(field('n')), note: field('note') }), 'taken-back')
  })
}

/** `n`, `revision`, and by record and field `choice noun id field`, theirs or yours. */
export async function rebaseProposalAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('rebaseProposalAction', async (user) => {
    const field = toPostedForm(form)
    const result = await rebaseProposal({
      by: user.id,
      n: toNumber(field('n')),
      revision: toNumber(field('revision')),
      choose: ({ noun, id }, key) => (field(`choice ${noun} ${id} ${key}`) === 'yours' ? 'yours' : 'theirs'),
    })
    return tell(result, 'rebased')
  })
}

function tell(
  result: { ok: true } | { ok: false; error: DeskError },
  done: DeskDone,
  values?: { [name: string]: string },
): DeskState {
  refresh()
  if (result.ok) return { ok: true, done }
  const { error } = result
  return { ok: false, error, ...(error === 'note' ? { field: 'note' } : {}), ...(values ? { values } : {}) }
}

function toNumber(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}
