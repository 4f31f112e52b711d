'use server'

import { refresh } from 'next/cache'
import { authoriseFresh } from '@/app/authorise'
import { toPostedForm } from '@/app/form-post'
import { setPolicy } from '@/db/people/people'
import { policyNames } from '@/db/people/policies'
import type { DeskState } from '@/domain/desk-code'

/** `name` of the rule and `enabled`, yes or no. */
export async function setPolicyAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseFresh('setPolicyAction', async (admin) => {
    const field = toPostedForm(form)
    const name = policyNames.find((known) => known === field('name'))
    if (!name) return { ok: false, error: 'malformed' }
    const set = await setPolicy({ by: admin.id, name, enabled: field('enabled') === 'yes' })
    if (!set.ok) return set
    refresh()
    return { ok: true, done: 'policy-changed' }
  })
}
