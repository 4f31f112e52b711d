import { type Reading, toReading } from '@/components/view/reading'
import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { describeChanges, type WaitingChange } from '@/db/describe-changes'
import { getLabels } from '@/db/get-labels'
import { getProposal, listProposalEvents, type Proposal, type ProposalEvent } from '@/db/list-proposals'
import { getPolicies } from '@/db/people/policies'
import type { SignedIn } from '@/db/people/sessions'
import { tryProposal } from '@/db/proposals'
import type { PublishResult } from '@/db/publish-result'
import type { AnyFields, Language } from '@/domain/field'
import { canPublish } from '@/domain/permission'
import { isOwn } from '@/domain/proposal'
import { listFigures } from '@/domain/warning'
import { readWaitingWarnings, type WaitingWarnings } from './read-warnings'

/** A proposal as somebody opens it: what it would do now, what happened to it, and what they may do about it. */
export type ProposalReading = {
  reading: Reading
  proposal: Proposal
  events: ProposalEvent[]
  waiting: WaitingChange[]
  total: number
  /** What is doubtful about it; null once it is decided. */
  warnings: WaitingWarnings | null
  /** What publishing it would answer now; null where it is decided. */
  standing: PublishResult | null
  may: { decide: boolean; publish: boolean; takeOver: boolean; withdraw: boolean; revise: boolean }
}

const SHOWN_MOST = 200

/** Null for a number never given, and for a contributor where it is somebody else's. */
export async function readProposal(n: number, user: SignedIn, language: Language): Promise<ProposalReading | null> {
  const proposal = await getProposal(n)
  const isReviewer = canPublish(user.role)
  if (!proposal || (!isReviewer && !isOwn(proposal, user.id))) return null
  await rememberCurrentEdition()
  const edition = (await getCurrentEdition()).n
  const isOpen = proposal.state === 'open' || proposal.state === 'changes-wanted'
  const [events, waiting, standing, policies, warnings] = await Promise.all([
    listProposalEvents(n),
    describeChanges(proposal.changes.slice(0, SHOWN_MOST)),
    proposal.state === 'open' ? tryProposal(n, user.id) : null,
    getPolicies(),
    isOpen ? readWaitingWarnings(proposal.changes) : null,
  ])
  const answers = (proposal.takenBy ?? proposal.author) === user.id
  return {
    reading: await readLabels(waiting, warnings?.shown ?? [], edition, language),
    ...{ proposal, events, waiting, warnings, standing, total: proposal.changes.length },
    may: {
      decide: isOpen && isReviewer,
      publish: proposal.state === 'open' && isReviewer && !(policies['four-eyes'] && isOwn(proposal, user.id)),
      takeOver: isOpen && isReviewer && !answers,
      withdraw: isOpen && isOwn(proposal, user.id),
      revise: isOpen && answers,
    },
  }
}

async function readLabels(
  waiting: readonly WaitingChange[],
  warnings: WaitingWarnings['shown'],
  edition: number,
  language: Language,
): Promise<Reading> {
  const versions = (fields: AnyFields | null | undefined, { noun, id }: WaitingChange) =>
    fields ? [{ noun, id, fromEdition: edition, fields }] : []
  const rows = waiting.flatMap((one) => [...versions(one.newest?.fields, one), ...versions(one.change.fields, one)])
  const compared = warnings.flatMap(({ warning }) => listFigures(warning))
  const also = compared.map(({ indicator }) => ({ noun: 'indicator' as const, id: indicator }))
  const labels = await getLabels(edition, rows, also)
  return toReading(language, { edition, current: edition, pinned: false }, new Date(0), labels)
}
