import { sql } from 'drizzle-orm'
import type { Change } from '@/domain/change'
import { canPublish, type Role } from '@/domain/permission'
import { describeParts, isOwn, type ProposalKind, type ProposalState } from '@/domain/proposal'
import { type Transaction, transact } from './client'
import { getProposal } from './list-proposals'
import { writeAudit } from './people/audit'
import { describeEvent } from './proposal-events'
import { publish, publishDryRun } from './publish'
import type { PublishResult, RecordProblem } from './publish-result'
import { parseChanges } from './settle-changes'

export type Proposing = {
  author: string
  kind: ProposalKind
  summary: string
  changes: readonly Change[]
  undoes?: number
}

export type ProposeResult =
  | { ok: true; n: number }
  | { ok: false; error: 'forbidden' | 'no-summary' | 'unchanged' }
  | { ok: false; error: 'invalid'; problems: RecordProblem[] }

/** Nobody may decide what is not open, nor touch what is not theirs to touch; `note` says that a note is asked for. */
export type DecisionResult = { ok: true } | { ok: false; error: 'forbidden' | 'decided' | 'unknown' | 'note' }

const SUMMARY_MOST = 500

/** Lays a set of changes before those who publish. Any active person may; nothing is published by it. */
export async function propose({ author, kind, summary: given, changes, undoes }: Proposing): Promise<ProposeResult> {
  const read = readProposal(given, changes)
  if (!read.ok) return read
  const { summary } = read
  return transact(async (transaction): Promise<ProposeResult> => {
    if ((await holdRole(transaction, author)) === null) return { ok: false, error: 'forbidden' }
    const [row] = await transaction.execute<{ n: number }>(sql`
      insert into desk.proposal (author, kind, summary, changes, undoes)
      values (${author}, ${kind}, ${summary}, ${JSON.stringify(read.changes)}::jsonb, ${undoes ?? null}) returning n`)
    const n = row?.n ?? 0
    await transaction.execute(describeEvent(n, author, 'proposed'))
    await writeAudit(transaction, { actor: author, event: 'proposed', subject: `proposal ${n}` })
    return { ok: true, n }
  })
}

/**
 * Puts other changes in the place of those proposed, by whoever answers for them; what was to be changed is open again.
 * @param revision the one that was read: a newer one is not overwritten (`decided`)
 */
export async function reviseProposal({
  by,
  n,
  revision,
  summary: given,
  changes,
  kind = 'revised',
}: {
  by: string
  n: number
  revision: number
  summary: string
  changes: readonly Change[]
  kind?: 'revised' | 'rebased'
}): Promise<ProposeResult> {
  const read = readProposal(given, changes)
  if (!read.ok) return read
  return transact(async (transaction): Promise<ProposeResult> => {
    const role = await holdRole(transaction, by)
    const revised = await transaction.execute(sql`
      update desk.proposal set changes = ${JSON.stringify(read.changes)}::jsonb, summary = ${read.summary},
        revision = revision + 1, state = 'open', changed_at = now()
      where n = ${n} and revision = ${revision} and state in ('open', 'changes-wanted')
        and coalesce(taken_by, author) = ${by} and ${role !== null}
      returning n`)
    if (revised.length === 0) return { ok: false, error: 'forbidden' }
    await transaction.execute(describeEvent(n, by, kind))
    return { ok: true, n }
  })
}

/** An editor goes on with what another proposed, and answers for it; both names stay. */
export function takeOverProposal({ by, n }: { by: string; n: number }): Promise<DecisionResult> {
  return decide({ by, n, mayBy: canReview }, async (transaction) => {
    await transaction.execute(sql`update desk.proposal set taken_by = ${by}, changed_at = now() where n = ${n}`)
    await transaction.execute(describeEvent(n, by, 'taken-over'))
  })
}

/** Sends a proposal back or declines it for good, always with a note. */
export function declineProposal({
  by,
  n,
  state,
  note,
}: {
  by: string
  n: number
  state: 'changes-wanted' | 'declined'
  note: string
}): Promise<DecisionResult> {
  if (note.trim() === '') return Promise.resolve({ ok: false, error: 'note' })
  return decide({ by, n, mayBy: canReview }, (transaction) => close(transaction, { by, n, state, note }))
}

/** Takes one's own proposal back. */
export function withdrawProposal({
  by,
  n,
  note = '',
}: {
  by: string
  n: number
  note?: string
}): Promise<DecisionResult> {
  return decide({ by, n, mayBy: (_role, proposal) => isOwn(proposal, by) }, (transaction) =>
    close(transaction, { by, n, state: 'withdrawn', note }),
  )
}

/**
 * Publishes a proposal as it stood at `revision`: one edition with the names of all who had a part in it. Whether the
 * publisher may is decided in the transaction that publishes.
 */
export async function publishProposal({
  by,
  n,
  revision,
  note = '',
}: {
  by: string
  n: number
  revision: number
  note?: string
}): Promise<PublishResult> {
  const publication = await toPublication(n, by)
  if (publication?.proposal.revision !== revision) return { ok: false, error: 'decided' }
  return publish({ ...publication, proposal: { n, revision, note } })
}

/** What publishing a proposal would answer now: its conflicts and problems, or that nothing stands against it. */
export async function tryProposal(n: number, by: string): Promise<PublishResult> {
  const publication = await toPublication(n, by)
  return publication ? publishDryRun(publication) : { ok: false, error: 'decided' }
}

async function toPublication(n: number, by: string) {
  const proposal = await getProposal(n)
  if (proposal?.state !== 'open') return null
  const { summary, changes, undoes, revision } = proposal
  return {
    ...describeParts(proposal, by),
    publisher: by,
    summary,
    changes,
    proposal: { n, revision },
    ...(undoes === null ? {} : { undoes }),
  }
}

function readProposal(
  given: string,
  all: readonly Change[],
): { ok: true; summary: string; changes: Change[] } | (ProposeResult & { ok: false }) {
  const summary = given.trim().normalize('NFC').slice(0, SUMMARY_MOST)
  const parsed = parseChanges(all)
  if (!parsed.ok) return { ok: false, error: 'invalid', problems: parsed.problems }
  if (summary === '') return { ok: false, error: 'no-summary' }
  if (all.length === 0) return { ok: false, error: 'unchanged' }
  return { ok: true, summary, changes: parsed.changes }
}

type Parties = { author: string; takenBy: string | null }
type Deciding = { by: string; n: number; mayBy: (role: Role, proposal: Parties) => boolean }

/** Runs a decision on a proposal that is not decided yet, by whoever may make it when it is their turn. */
function decide(
  { by, n, mayBy }: Deciding,
  work: (transaction: Transaction) => Promise<void>,
): Promise<DecisionResult> {
  return transact(async (transaction): Promise<DecisionResult> => {
    const role = await holdRole(transaction, by)
    const [row] = await transaction.execute<{ author: string; taken_by: string | null; state: ProposalState }>(
      sql`select author, taken_by, state from desk.proposal where n = ${n} for update`,
    )
    if (!row) return { ok: false, error: 'unknown' }
    if (role === null || !mayBy(role, { author: row.author, takenBy: row.taken_by }))
      return { ok: false, error: 'forbidden' }
    if (row.state !== 'open' && row.state !== 'changes-wanted') return { ok: false, error: 'decided' }
    await work(transaction)
    return { ok: true }
  })
}

function canReview(role: Role): boolean {
  return canPublish(role)
}

type Closing = { by: string; n: number; state: 'changes-wanted' | 'declined' | 'withdrawn'; note: string }

async function close(transaction: Transaction, { by, n, state, note }: Closing): Promise<void> {
  await transaction.execute(sql`
    update desk.proposal set state = ${state}, changed_at = now(),
      decided_at = case when ${state} = 'changes-wanted' then null else now() end
    where n = ${n}`)
  await transaction.execute(describeEvent(n, by, state, note))
  await writeAudit(transaction, { actor: by, event: 'proposal-decided', subject: `proposal ${n}`, detail: state })
}

/** The role of an active person, held until the end of the transaction; null for anybody else. */
async function holdRole(transaction: Transaction, person: string): Promise<Role | null> {
  const [row] = await transaction.execute<{ role: Role }>(sql`
    select role from desk."user" where id = ${person} and not disabled for share`)
  return row?.role ?? null
}
