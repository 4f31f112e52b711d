/** Where a proposal stands: `open` and `changes-wanted` can still become anything else, the others are final. */
export const proposalStates = ['open', 'changes-wanted', 'published', 'withdrawn', 'declined'] as const
export type ProposalState = (typeof proposalStates)[number]

/** What a proposal came from. */
export const proposalKinds = ['record', 'bulletin', 'import', 'restore', 'undo', 'withdrawal', 'redaction'] as const
export type ProposalKind = (typeof proposalKinds)[number]

/** What can happen to a proposal. */
export const proposalEvents = [
  'proposed',
  'revised',
  'rebased',
  'taken-over',
  'changes-wanted',
  'declined',
  'withdrawn',
  'published',
] as const
export type ProposalEventKind = (typeof proposalEvents)[number]

/** The part somebody beside its author had in an edition: `proposed` what an editor took over, or `reviewed` it. */
export type Part = { id: string; part: 'proposed' | 'reviewed' }

/**
 * Whose name an edition carries and who else had a part in it. An editor who takes a proposal over answers for it; who
 * proposed it, and who let it pass, are named beside.
 */
export function describeParts(
  proposal: { author: string; takenBy: string | null },
  publisher: string,
): { author: string; also: Part[] } {
  const author = proposal.takenBy ?? proposal.author
  const also: Part[] = []
  if (proposal.author !== author) also.push({ id: proposal.author, part: 'proposed' })
  if (publisher !== author) also.push({ id: publisher, part: 'reviewed' })
  return { author, also }
}

/** Whether somebody had a hand in what a proposal says; under four eyes they may not be the one who lets it pass. */
export function isOwn(proposal: { author: string; takenBy: string | null }, person: string): boolean {
  return proposal.author === person || proposal.takenBy === person
}
