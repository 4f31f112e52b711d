import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { canPublish, roles } from '@/domain/permission'
import { checkReferences } from './check-references'
import type { Transaction } from './client'
import { hashContent, hashDocument, hashEdition, makeSalt } from './hash'
import { countParts, insertInParts } from './insert-rows'
import { describeAudit } from './people/audit'
import { holdPolicies, type Policies } from './people/policies'
import { tellProgress } from './progress'
import { describePublished } from './proposal-events'
import type { Publication } from './publish'
import type { ChangeOutcome, PublishResult, SettledChange } from './publish-result'
import { user } from './schema/desk'
import { edition, editionChange } from './schema/edition'
import { getLatest, type Latest, settleChanges } from './settle-changes'
import { describeVersions, toTally, toTotals } from './write-versions'

const PUBLISH_LOCK = 0x706f74
const MANY_CHANGES = 1_000

/** The newest edition, and the highest number given out, which is more after an older backup was restored. */
type Head = { issued: number; hash: string; totals: Record<string, number> }

/**
 * Makes an edition of each publication, in their order, inside a transaction that the caller ends. What they rest on is
 * looked at after all of them were written: where that is refused, for one of them, each is answered with the refusal and
 * the caller must roll back. No two publications may change the same record. In a rehearsal, which the caller always
 * rolls back, nobody is turned away.
 */
export async function makeEditions(
  transaction: Transaction,
  publications: readonly Publication[],
  { isRehearsal = false }: { isRehearsal?: boolean } = {},
): Promise<PublishResult[]> {
  // First and alone: what is read before the lock is held may be one edition old.
  await holdPublishLock(transaction)
  const changes = publications.flatMap((publication) => publication.changes)
  // Tens of thousands of documents take a while to think out and to write, on a busy machine longer than what a stopped
  // client or a lost statement may take otherwise.
  if (changes.length > MANY_CHANGES)
    await transaction.execute(sql`
      select set_config('idle_in_transaction_session_timeout', '60s', true), set_config('statement_timeout', '120s', true)`)
  // Asked together: each answer waited for alone is a moment more that nobody else can publish in.
  const [publishers, policies, newest, latest] = await Promise.all([
    listPublishers(transaction, publications),
    holdPolicies(transaction),
    getHead(transaction),
    getLatest(transaction, changes),
  ])
  tellProgress('settling', 0.5)
  const results: PublishResult[] = []
  const drafts: Draft[] = []
  let head = newest
  for (const publication of publications) {
    const refused = isRehearsal ? null : refusePublisher(publication, publishers, policies)
    const draft = refused ?? draftEdition(head, publication, latest)
    if ('ok' in draft) {
      results.push(draft)
      continue
    }
    drafts.push(draft)
    head = draft.head
    results.push({ ok: true, edition: draft.head.issued, outcomes: draft.outcomes })
  }
  tellProgress('settling', 1)
  for (const group of groupDrafts(drafts)) {
    const broken = await write(transaction, group)
    if (broken) return results.map((result) => (result.ok ? broken : result))
  }
  return results
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
  if (!publishers.has(publisher)) return { ok: false, error: 'forbidden' }
  const isOwn = publisher === author || also.some(({ id, part }) => id === publisher && part === 'proposed')
  return policies['four-eyes'] && isOwn ? { ok: false, error: 'four-eyes' } : null
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

/** An edition as it is to be written: its row, the rows of its changes, and the changes themselves. */
type Draft = {
  head: Head
  publication: Publication
  row: object
  documents: { [column: string]: unknown }[]
  changes: SettledChange[]
  outcomes: ChangeOutcome[]
}
type Refused = PublishResult & { ok: false }

function draftEdition(
  newest: Head | null,
  publication: Publication,
  latest: ReadonlyMap<string, Latest>,
): Draft | Refused {
  const settled = settleChanges(publication.changes, latest)
  if (!settled.ok) return settled.result
  const { changes, outcomes } = settled
  if (changes.length === 0) return { ok: false, error: 'unchanged' }
  const { author, summary, fixed, also, undoes } = publication
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
  const counts = { totals, tally: toTally(changes), changes: changes.length }
  const row = { n, at, author, summary, content, previous, hash, ...counts, ...parts, undoes }
  return { head: { issued: n, hash, totals }, publication, row, documents, changes, outcomes }
}

/**
 * What may be written at once and looked at once: neighbours that only change what is there. What makes a record or takes
 * one away stands alone, so that no edition rests on what only comes behind it.
 */
function groupDrafts(drafts: readonly Draft[]): Draft[][] {
  const groups: Draft[][] = []
  for (const draft of drafts) {
    const before = groups.at(-1)
    if (before && [...before, draft].every(onlyUpdates)) before.push(draft)
    else groups.push([draft])
  }
  return groups
}

function onlyUpdates({ changes }: Draft): boolean {
  return changes.every(({ operation }) => operation === 'update')
}

/**
 * Sent without waiting and done in the order they are asked in: the editions, their versions, then the look at what they
 * rest on. Where they are many, everybody else has a turn between two statements, and the database begins meanwhile.
 */
async function write(transaction: Transaction, drafts: readonly Draft[]): Promise<Refused | null> {
  const changes = drafts.flatMap(({ head, changes }) => changes.map((change) => ({ ...change, edition: head.issued })))
  const written: Promise<unknown>[] = []
  // The documents of the changes and their versions, and little besides.
  const expected = 2 * countParts(changes.length)
  let done = 0
  const tellOne = () => tellProgress('writing', ++done / expected)
  for (const statement of describeAll(drafts, changes)) {
    const sent = Promise.resolve(transaction.execute(statement))
    // Its failure is told below, when all were sent.
    sent.then(tellOne, () => {})
    written.push(sent)
    if (changes.length > MANY_CHANGES) await setImmediate()
  }
  const decided = Promise.all(describeDecisions(drafts).map((statement) => transaction.execute(statement)))
  const [broken, answers] = await Promise.all([checkReferences(transaction, changes), decided, Promise.all(written)])
  if (broken) return broken
  return answers.some((rows) => rows.length === 0) ? { ok: false, error: 'decided' } : null
}

function* describeAll(drafts: readonly Draft[], changes: readonly (SettledChange & { edition: number })[]) {
  yield* describeEditions(drafts)
  yield* describeVersions(changes)
  yield* describeLines(drafts)
}

/** The editions go with the first of their documents. */
function* describeEditions(drafts: readonly Draft[]): Generator<SQL> {
  const rows = JSON.stringify(drafts.map(({ row }) => row))
  const parts = insertInParts(
    editionChange,
    drafts.flatMap((draft) => draft.documents),
  )
  yield sql`
    with made as (insert into ${edition} select * from json_populate_recordset(null::edition, ${rows}::json))
    ${parts.next().value}`
  yield* parts
}

/** What the audit log says of them; the first data are nobody's doing. */
function describeLines(drafts: readonly Draft[]): SQL[] {
  const lines = drafts.flatMap(({ head, publication: { fixed, author, publisher = author, undoes, redacts } }) => {
    const event = redacts ? ('redacted' as const) : ('published' as const)
    const detail = undoes === undefined ? {} : { detail: `undoes edition ${undoes}` }
    return fixed ? [] : [{ actor: publisher, event, subject: `edition ${head.issued}`, ...detail }]
  })
  return lines.length > 0 ? [describeAudit(lines)] : []
}

/** What marks proposals as published: each answers with a row where its proposal was still open. */
function describeDecisions(drafts: readonly Draft[]): SQL[] {
  return drafts.flatMap(({ head, publication: { author, publisher = author, proposal } }) =>
    proposal ? [describePublished(proposal, publisher, head.issued)] : [],
  )
}
