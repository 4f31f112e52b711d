import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { listCheckable } from '@/db/list-checkable'
import { listGaps } from '@/db/list-gaps'
import { listProposals, type ProposalLine } from '@/db/list-proposals'
import type { SignedIn } from '@/db/people/sessions'
import { type GapKind, gapKinds } from '@/domain/gap'
import { evaluateFigures } from '@/domain/identity'
import { canPublish } from '@/domain/permission'
import { isOwn } from '@/domain/proposal'

/** What the desk opens with for somebody. `failing` counts identities that do not hold. */
export type DeskHome = {
  waiting: ProposalLine[]
  open: ProposalLine[]
  gaps: Record<GapKind, number>
  failing: number
  /** How many proposals of each list are shown. */
  most: number
}

const MOST = 10

/** What waits for somebody (proposals of others to review, own ones sent back), what is open, and what is to be mended. */
export async function readDeskHome(user: SignedIn): Promise<DeskHome> {
  await rememberCurrentEdition()
  const edition = (await getCurrentEdition()).n
  const [all, own] = await Promise.all([
    canPublish(user.role) ? listProposals({ states: ['open'], limit: 50 }) : [],
    listProposals({ states: ['open', 'changes-wanted'], of: user.id, limit: 50 }),
  ])
  // One after another: each looks through the whole record, and readers share the database.
  const gaps: [GapKind, number][] = []
  for (const kind of gapKinds) gaps.push([kind, (await listGaps(kind, { limit: 1 })).total])
  return {
    waiting: [
      ...own.filter(({ state }) => state === 'changes-wanted'),
      ...all.filter((proposal) => !isOwn(proposal, user.id)),
    ],
    open: own.filter(({ state }) => state === 'open'),
    gaps: Object.fromEntries(gaps) as Record<GapKind, number>,
    failing: await countFailing(edition),
    most: MOST,
  }
}

/** What an edition says never changes, and testing all of a large record takes a second: the last count is remembered. */
let counted = { edition: 0, failing: 0 }

async function countFailing(edition: number): Promise<number> {
  if (counted.edition === edition) return counted.failing
  const { outcomes } = evaluateFigures(await listCheckable(edition))
  counted = { edition, failing: outcomes.filter(({ outcome }) => outcome === 'fails').length }
  return counted.failing
}
