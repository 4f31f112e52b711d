import type { Submitting } from '@/components/desk/record-form'
import { getProposal } from '@/db/list-proposals'
import { getPolicies } from '@/db/people/policies'
import type { SignedIn } from '@/db/people/sessions'
import type { Change } from '@/domain/change'
import type { Language, Noun } from '@/domain/field'
import { canPublish } from '@/domain/permission'
import { getEditMessages } from '@/messages/desk/edit'
import { getReviewMessages } from '@/messages/desk/review'

/** Where what a person (null: one whose session has ended) types will go, and the change of the proposal that is being changed, where one was named. */
export async function readSubmitting(
  user: SignedIn | null,
  language: Language,
  asked: { noun: Noun; id?: string; proposal: string | null },
): Promise<{ submitting: Submitting; proposed: Change | null }> {
  const edit = getEditMessages(language)
  const review = getReviewMessages(language)
  const found = !user || asked.proposal === null ? null : await readProposed(user, asked.proposal, asked)
  const publishes = user !== null && canPublish(user.role) && !(await getPolicies())['four-eyes'] && !found
  return {
    proposed: found?.change ?? null,
    submitting: {
      label: publishes ? edit.publish : review.propose,
      pending: publishes ? edit.publishing : review.proposing,
      ...(publishes ? { review: { label: review.review, hint: review.reviewHint } } : {}),
      ...(found ? { proposal: found.proposal } : {}),
      draft: user && `${user.id} ${asked.noun} ${asked.id ?? 'new'} ${found?.proposal.n ?? ''}`.trim(),
      words: { restored: review.restored, discard: review.discard },
    },
  }
}

/** The one change of a proposal that this person answers for and that is about this record; null for any other. */
async function readProposed(user: SignedIn, n: string, asked: { noun: Noun; id?: string }) {
  const proposal = /^[1-9]\d{0,8}$/.test(n) ? await getProposal(Number(n)) : null
  const [change] = proposal?.changes ?? []
  if (!proposal || !change?.fields || proposal.changes.length !== 1) return null
  if ((proposal.takenBy ?? proposal.author) !== user.id) return null
  if (proposal.state !== 'open' && proposal.state !== 'changes-wanted') return null
  const isAbout = change.noun === asked.noun && (asked.id === undefined ? change.base === null : change.id === asked.id)
  if (!isAbout) return null
  const { revision, summary } = proposal
  return { change, proposal: { n: proposal.n, revision, summary } }
}
