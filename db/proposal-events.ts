import { type SQL, sql } from 'drizzle-orm'
import type { ProposalEventKind } from '@/domain/proposal'

/** The statement that writes down what happened to a proposal, for use in the transaction in which it happens. */
export function describeEvent(proposal: number, author: string, kind: ProposalEventKind, note = ''): SQL {
  const said = note.trim().normalize('NFC')
  return sql`insert into desk.proposal_event (proposal, author, kind, note)
    values (${proposal}, ${author}, ${kind}, ${said === '' ? null : said})`
}

/**
 * The statement that marks a proposal as published in an edition. It answers with a row where the proposal was still
 * open and stood as `revision` says; with none, what is published must be taken back.
 */
export function describePublished(
  { n, revision, note }: { n: number; revision: number; note?: string },
  publisher: string,
  edition: number,
): SQL {
  return sql`
    with decided as (
      update desk.proposal set state = 'published', edition = ${edition}, decided_at = now(), changed_at = now()
      where n = ${n} and revision = ${revision} and state = 'open' returning n
    ), noted as (
      insert into desk.proposal_event (proposal, author, kind, note)
      select n, ${publisher}, 'published', ${note?.trim() || null} from decided
    )
    select n from decided`
}
