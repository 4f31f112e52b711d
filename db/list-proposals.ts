import { sql } from 'drizzle-orm'
import type { Change } from '@/domain/change'
import type { ProposalEventKind, ProposalKind, ProposalState } from '@/domain/proposal'
import { readDesk } from './client'

/** A set of changes that waits or was decided. `author` proposed it, `takenBy` answers for it since. */
export type Proposal = {
  n: number
  author: string
  authorName: string
  takenBy: string | null
  takenByName: string | null
  kind: ProposalKind
  summary: string
  changes: readonly Change[]
  undoes: number | null
  revision: number
  state: ProposalState
  edition: number | null
  createdAt: Date
  changedAt: Date
}

/** A proposal in a list: how many changes, not which. */
export type ProposalLine = Omit<Proposal, 'changes'> & { count: number }

export type ProposalEvent = {
  at: Date
  author: string
  authorName: string
  kind: ProposalEventKind
  note: string | null
}

/** A proposal with its changes; null for a number that was never given. */
export async function getProposal(n: number): Promise<Proposal | null> {
  const [row] = await readDesk((database) =>
    database.execute<ProposalRow & { changes: readonly Change[] }>(sql`
      select ${columns}, proposal.changes from ${from} where proposal.n = ${n}`),
  )
  return row ? { ...toLine(row), changes: row.changes } : null
}

/** What happened to a proposal, the first first. */
export function listProposalEvents(n: number): Promise<ProposalEvent[]> {
  return readDesk(async (database) => {
    const rows = await database.execute<
      Omit<ProposalEvent, 'at' | 'authorName'> & { at: string; author_name: string }
    >(sql`
      select event.at, event.author, editor.name as author_name, event.kind, event.note
      from desk.proposal_event event join editor on editor.id = event.author
      where event.proposal = ${n} order by event.n`)
    return rows.map(({ at, author_name, ...event }) => ({ ...event, at: new Date(at), authorName: author_name }))
  })
}

/**
 * Proposals, the one that was changed last first: those in `states`, and of one person only where `of` names them.
 * @returns one more than `limit` where there are more
 */
export function listProposals({
  states,
  of,
  limit,
  offset = 0,
}: {
  states: readonly ProposalState[]
  of?: string
  limit: number
  offset?: number
}): Promise<ProposalLine[]> {
  return readDesk(async (database) => {
    const rows = await database.execute<ProposalRow & { count: number }>(sql`
      select ${columns}, jsonb_array_length(proposal.changes) as count from ${from}
      where proposal.state in (select json_array_elements_text(${JSON.stringify(states)}::json) collate "C")
        and (${of ?? null}::text is null or proposal.author = ${of ?? null} or proposal.taken_by = ${of ?? null})
      order by proposal.changed_at desc, proposal.n desc limit ${limit + 1} offset ${offset}`)
    return rows.map((row) => ({ ...toLine(row), count: row.count }))
  })
}

type ProposalRow = {
  n: number
  author: string
  author_name: string
  taken_by: string | null
  taken_by_name: string | null
  kind: ProposalKind
  summary: string
  undoes: number | null
  revision: number
  state: ProposalState
  edition: number | null
  created_at: string
  changed_at: string
}

const columns = sql`proposal.n, proposal.author, author.name as author_name, proposal.taken_by, taker.name as taken_by_name,
  proposal.kind, proposal.summary, proposal.undoes, proposal.revision, proposal.state, proposal.edition,
  proposal.created_at, proposal.changed_at`
const from = sql`desk.proposal
  join editor author on author.id = proposal.author
  left join editor taker on taker.id = proposal.taken_by`

function toLine(row: ProposalRow): Omit<Proposal, 'changes'> {
  const { n, author, kind, summary, undoes, revision, state, edition } = row
  return {
    ...{ n, author, kind, summary, undoes, revision, state, edition },
    authorName: row.author_name,
    takenBy: row.taken_by,
    takenByName: row.taken_by_name,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
  }
}
