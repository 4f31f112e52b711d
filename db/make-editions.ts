import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { checkReferences } from './check-references'
import type { Transaction } from './client'
import { hashContent, hashDocument, hashEdition, makeSalt } from './hash'
import type { Publication } from './publish'
import type { ChangeOutcome, PublishResult, SettledChange } from './publish-result'
import { user } from './schema/desk'
import { edition } from './schema/edition'
import { getLatest, type Latest, settleChanges } from './settle-changes'
import { describeVersions, toTally, toTotals } from './write-versions'

const PUBLISH_LOCK = 0x706f74

type Head = { n: number; hash: string; totals: Record<string, number> }

/**
 * Makes an edition of each publication, in their order, inside a transaction that the caller ends: it must roll back
 * where one is refused for its references, since only those are looked at after everything was written. No two
 * publications may change the same record.
 */
export async function makeEditions(
  transaction: Transaction,
  publications: readonly Publication[],
): Promise<PublishResult[]> {
  // First and alone: what is read before the lock is held may be one edition old.
  await transaction.execute(sql`select pg_advisory_xact_lock(${PUBLISH_LOCK})`)
  const changes = publications.flatMap((publication) => publication.changes)
  // Asked together: each answer waited for alone is a moment more that nobody else can publish in.
  const [publishers, newest, latest] = await Promise.all([
    listPublishers(transaction, publications),
    getHead(transaction),
    getLatest(transaction, changes),
  ])
  const results: (PublishResult | Promise<PublishResult>)[] = []
  let head = newest
  let written: Promise<PublishResult> | undefined
  for (const publication of publications) {
    const { fixed, author } = publication
    const thought = fixed || publishers.has(author) ? thinkOut(head, publication, latest) : { refused: FORBIDDEN }
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

/** The role counts at the moment of publishing, not at the moment of signing in. */
async function listPublishers(transaction: Transaction, publications: readonly Publication[]): Promise<Set<string>> {
  const authors = publications.filter(({ fixed }) => !fixed).map(({ author }) => author)
  if (authors.length === 0) return new Set()
  const rows = await transaction
    .select({ id: user.id })
    .from(user)
    .where(and(inArray(user.id, [...new Set(authors)]), eq(user.disabled, false), inArray(user.role, publishingRoles)))
    .for('share')
  return new Set(rows.map(({ id }) => id))
}

const publishingRoles = ['editor', 'admin']

async function getHead(transaction: Transaction): Promise<Head | null> {
  const rows = await transaction.execute<Head>(sql`select n, hash, totals from edition order by n desc limit 1`)
  return rows[0] ?? null
}

type Thought = { head: Head; statements: SQL[]; changes: SettledChange[]; outcomes: ChangeOutcome[] }

const FORBIDDEN: PublishResult = { ok: false, error: 'forbidden' }

function thinkOut(
  newest: Head | null,
  publication: Publication,
  latest: ReadonlyMap<string, Latest>,
): Thought | { refused: PublishResult } {
  const settled = settleChanges(publication.changes, latest)
  if (!settled.ok) return { refused: settled.result }
  const { changes, outcomes } = settled
  if (changes.length === 0) return { refused: { ok: false, error: 'unchanged' } }
  const { head, statement } = describeEdition(newest, publication, changes)
  return { head, statements: [statement, ...describeVersions(head.n, changes)], changes, outcomes }
}

/** Sent in one go and done in the order they are asked in: the edition, its versions, then the look at what they rest on. */
async function write(
  transaction: Transaction,
  { head, statements, changes, outcomes }: Thought,
): Promise<PublishResult> {
  const written = Promise.all(statements.map((statement) => transaction.execute(statement)))
  const [broken] = await Promise.all([checkReferences(transaction, changes), written])
  return broken ?? { ok: true, edition: head.n, outcomes }
}

function describeEdition(
  newest: Head | null,
  { author, summary, fixed }: Publication,
  changes: readonly SettledChange[],
): { head: Head; statement: SQL } {
  const n = (newest?.n ?? 0) + 1
  const at = fixed?.at ?? new Date()
  const documents = changes.map(({ change, operation, document }, seq) => {
    const salt = fixed?.toSalt(seq) ?? makeSalt()
    const { noun, id, base } = change
    return { edition: n, seq, noun, id, base, operation, document, salt, digest: hashDocument(salt, document) }
  })
  const content = hashContent(documents.map(({ digest }) => digest))
  const previous = newest?.hash ?? null
  const hash = hashEdition({ n, at, author, summary, previous }, content)
  const totals = toTotals(newest?.totals ?? {}, changes)
  const row = { n, at, author, summary, content, previous, hash, totals, tally: toTally(changes) }
  const made = sql`insert into ${edition} select * from json_populate_record(null::edition, ${JSON.stringify({ ...row, changes: changes.length })}::json)`
  return {
    head: { n, hash, totals },
    statement: sql`
      with made as (${made})
      insert into edition_change select * from json_populate_recordset(null::edition_change, ${JSON.stringify(documents)}::json)`,
  }
}
