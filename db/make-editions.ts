import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { canPublish, roles } from '@/domain/permission'
import { describeAudit } from './audit'
import { checkReferences } from './check-references'
import type { Transaction } from './client'
import { hashContent, hashDocument, hashEdition, makeSalt } from './hash'
import { holdPolicies, type Policies } from './policies'
import { describePublished } from './proposal-events'
import type { Publication } from './publish'
import type { ChangeOutcome, PublishResult, SettledChange } from './publish-result'
import { user } from './schema/desk'
import { edition } from './schema/edition'
import { getLatest, type Latest, settleChanges } from './settle-changes'
import { describeVersions, toTally, toTotals } from './write-versions'

const PUBLISH_LOCK = 0x706f74
const MANY_CHANGES = 1_000

/** The newest edition, and the highest number given out, which is more after an older backup was restored. */
type Head = { issued: number; hash: string; totals: Record<string, number> }

/**
 * Makes an edition of each publication, in their order, inside a transaction that the caller ends: it must roll back
 * where one is refused for its references, since only those are looked at after everything was written. No two
 * publications may change the same record. In a rehearsal, which the caller always rolls back, nobody is turned away.
 */
export async function makeEditions(
  transaction: Transaction,
  publications: readonly Publication[],
  { isRehearsal = false }: { isRehearsal?: boolean } = {},
): Promise<PublishResult[]> {
  // First and alone: what is read before the lock is held may be one edition old.
  await holdPublishLock(transaction)
  const changes = publications.flatMap((publication) => publication.changes)
  // Ten thousand documents take a while to think out, on a busy machine longer than a stopped client may hold the lock.
  if (changes.length > MANY_CHANGES)
    await transaction.execute(sql`set local idle_in_transaction_session_timeout = '25s'`)
  // Asked together: each answer waited for alone is a moment more that nobody else can publish in.
  const [publishers, policies, newest, latest] = await Promise.all([
    listPublishers(transaction, publications),
    holdPolicies(transaction),
    getHead(transaction),
    getLatest(transaction, changes),
  ])
  const results: (PublishResult | Promise<PublishResult>)[] = []
  let head = newest
  let written: Promise<PublishResult> | undefined
  for (const publication of publications) {
    const refused = isRehearsal ? null : refusePublisher(publication, publishers, policies)
    const thought = refused ?? thinkOut(head, publication, latest)
    if ('refused' in thought) {
      results.push(thought.refused)
      continue
    }
    // One edition is thought out while the database still writes the one before.
    await written
    written = write(transaction, thought)
    results.push(written)
    head = thought.head
  }
  return Promise.all(results)
}

/** Keeps everybody else from publishing until the transaction ends. */
export async function holdPublishLock(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${PUBLISH_LOCK})`)
}

/** Whether whoever lets it pass may do so; under four eyes only who had no hand in it. */
function refusePublisher(
  { fixed, author, publisher = author, also = [] }: Publication,
  publishers: ReadonlySet<string>,
  policies: Policies,
): Refused | null {
  if (fixed) return null
  if (!publishers.has(publisher)) return { refused: { ok: false, error: 'forbidden' } }
  const isOwn = publisher === author || also.some(({ id, part }) => id === publisher && part === 'proposed')
  return policies['four-eyes'] && isOwn ? { refused: { ok: false, error: 'four-eyes' } } : null
}

/** The role counts at the moment of publishing, not at the moment of signing in. */
async function listPublishers(transaction: Transaction, publications: readonly Publication[]): Promise<Set<string>> {
  const asked = publications.filter(({ fixed }) => !fixed).map(({ author, publisher = author }) => publisher)
  if (asked.length === 0) return new Set()
  const rows = await transaction
    .select({ id: user.id })
    .from(user)
    .where(
      and(
        inArray(user.id, [...new Set(asked)]),
        eq(user.disabled, false),
        inArray(user.role, roles.filter(canPublish)),
      ),
    )
    .for('share')
  return new Set(rows.map(({ id }) => id))
}

async function getHead(transaction: Transaction): Promise<Head | null> {
  const rows = await transaction.execute<Head>(sql`
    select greatest(n, (select max(through) from lost_numbers)) as issued, hash, totals from edition order by n desc limit 1`)
  return rows[0] ?? null
}

type Thought = {
  head: Head
  publication: Publication
  statements: SQL[]
  changes: SettledChange[]
  outcomes: ChangeOutcome[]
}
type Refused = { refused: PublishResult }

function thinkOut(
  newest: Head | null,
  publication: Publication,
  latest: ReadonlyMap<string, Latest>,
): Thought | Refused {
  const settled = settleChanges(publication.changes, latest)
  if (!settled.ok) return { refused: settled.result }
  const { changes, outcomes } = settled
  if (changes.length === 0) return { refused: { ok: false, error: 'unchanged' } }
  const { head, statement } = describeEdition(newest, publication, changes)
  return { head, publication, statements: [statement, ...describeVersions(head.issued, changes)], changes, outcomes }
}

/** Sent in one go and done in the order they are asked in: the edition, its versions, then the look at what they rest on. */
async function write(transaction: Transaction, thought: Thought): Promise<PublishResult> {
  const { head, publication, changes, outcomes } = thought
  const statements = [...thought.statements, ...describeTraces(publication, head.issued)]
  const written = Promise.all(statements.map((statement) => transaction.execute(statement)))
  const [broken, answers] = await Promise.all([checkReferences(transaction, changes), written])
  if (broken) return broken
  const isDecided = publication.proposal !== undefined && answers.at(-1)?.length === 0
  return isDecided ? { ok: false, error: 'decided' } : { ok: true, edition: head.issued, outcomes }
}

/** What the desk keeps of it; last the proposal, which answers with a row where it was still open. */
function describeTraces(publication: Publication, n: number): SQL[] {
  const { fixed, author, publisher = author, proposal, undoes, redacts } = publication
  if (fixed) return []
  const detail = undoes === undefined ? {} : { detail: `undoes edition ${undoes}` }
  const event = redacts ? 'redacted' : 'published'
  const audit = describeAudit({ actor: publisher, event, subject: `edition ${n}`, ...detail })
  return proposal ? [audit, describePublished(proposal, publisher, n)] : [audit]
}

function describeEdition(
  newest: Head | null,
  { author, summary, fixed, also, undoes }: Publication,
  changes: readonly SettledChange[],
): { head: Head; statement: SQL } {
  const n = (newest?.issued ?? 0) + 1
  const at = fixed?.at ?? new Date()
  const documents = changes.map(({ change, operation, document }, seq) => {
    const salt = fixed?.toSalt(seq) ?? makeSalt()
    const { noun, id, base } = change
    return { edition: n, seq, noun, id, base, operation, document, salt, digest: hashDocument(salt, document) }
  })
  const content = hashContent(documents.map(({ digest }) => digest))
  const previous = newest?.hash ?? null
  const hash = hashEdition({ n, at, author, summary, previous, also, undoes }, content)
  const totals = toTotals(newest?.totals ?? {}, changes)
  const parts = also && also.length > 0 ? { also } : {}
  const row = { n, at, author, summary, content, previous, hash, totals, tally: toTally(changes), ...parts, undoes }
  const made = sql`insert into ${edition} select * from json_populate_record(null::edition, ${JSON.stringify({ ...row, changes: changes.length })}::json)`
  return {
    head: { issued: n, hash, totals },
    statement: sql`
      with made as (${made})
      insert into edition_change select * from json_populate_recordset(null::edition_change, ${JSON.stringify(documents)}::json)`,
  }
}
