import { type ProposeResult, type Proposing, propose } from './proposals'
import { publish, publishDryRun } from './publish'
import type { PublishResult } from './publish-result'

/** What came of it: an edition, or a proposal that waits for somebody else. */
export type SubmitResult =
  | { ok: true; edition: number }
  | { ok: true; proposal: number }
  | (PublishResult & { ok: false })
  | (ProposeResult & { ok: false })

/**
 * Publishes at once where the author may, by role and policy, and proposes otherwise, or where `wantsReview`. A proposal
 * that could not be published as things stand is refused for the same reasons and in the same words.
 */
export async function submit({
  wantsReview = false,
  ...proposing
}: Proposing & { wantsReview?: boolean }): Promise<SubmitResult> {
  if (!wantsReview) {
    const result = await publish(proposing)
    if (result.ok) return { ok: true, edition: result.edition }
    if (result.error !== 'forbidden' && result.error !== 'four-eyes') return result
  }
  const tried = await publishDryRun(proposing)
  if (!tried.ok) return tried
  const proposed = await propose(proposing)
  return proposed.ok ? { ok: true, proposal: proposed.n } : proposed
}
