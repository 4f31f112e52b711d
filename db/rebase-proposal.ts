import { rebaseChange, type Side } from '@/domain/rebase'
import { getFields } from '@/domain/record'
import { describeChanges } from './describe-changes'
import { getProposal } from './list-proposals'
import { type ProposeResult, reviseProposal } from './proposals'

/**
 * Sets a proposal whose records moved on the newest versions of them, by whoever answers for it.
 * @param choose whose text stands in a field both changed; the empty key asks whether a record that is gone, or is to
 *   go, follows the proposal
 */
export async function rebaseProposal({
  by,
  n,
  revision,
  choose,
}: {
  by: string
  n: number
  revision: number
  choose: (record: { noun: string; id: string }, key: string) => Side
}): Promise<ProposeResult | { ok: false; error: 'decided' }> {
  const proposal = await getProposal(n)
  if (!proposal || proposal.revision !== revision) return { ok: false, error: 'decided' }
  const waiting = await describeChanges(proposal.changes)
  const changes = waiting.flatMap(({ change, base, newest, isStale }) => {
    if (!newest || !isStale) return [change]
    const keys = getFields(change.noun).map(({ key }) => key)
    const rebased = rebaseChange(change, base, newest, keys, (key) => choose(change, key))
    return rebased ? [rebased] : []
  })
  return reviseProposal({ by, n, revision, summary: proposal.summary, changes, kind: 'rebased' })
}
