import { eq, sql } from 'drizzle-orm'
import type { Change } from '@/domain/change'
import { checkReferences } from './check-references'
import { getSqlState, type Transaction, transact } from './client'
import { hashContent, hashDocument, hashEdition, makeSalt } from './hash'
import type { PublishResult, SettledChange } from './publish-result'
import { user } from './schema/desk'
import { edition } from './schema/edition'
import { parseChanges, settleChanges } from './settle-changes'
import { toTally, toTotals, writeVersions } from './write-versions'

/**
 * A set of changes and why. `author` is an editor's id. Only the first data passes `fixed`: its time and salts are
 * the same on every machine, and its author is no person.
 */
export type Publication = {
  author: string
  summary: string
  changes: readonly Change[]
  fixed?: { at: Date; toSalt: (seq: number) => string }
}

const SUMMARY_MOST = 500
const PUBLISH_LOCK = 0x706f74

/** Thrown to roll a transaction back; what it carries is the answer. */
class Rollback extends Error {
  constructor(readonly result: PublishResult) {
    super('rolled back')
  }
}

/**
 * Makes the next edition out of a set of changes, whole or not at all. The only writer of the published tables.
 * Changes made from an older version are merged field by field; a change that changes nothing is left out.
 */
export function publish(publication: Publication): Promise<PublishResult> {
  return run(publication, false)
}

/** What {@link publish} would answer now: the same code in a transaction that is rolled back. */
export function publishDryRun(publication: Publication): Promise<PublishResult> {
  return run(publication, true)
}

async function run(publication: Publication, dry: boolean): Promise<PublishResult> {
  const summary = publication.summary.trim().normalize('NFC').slice(0, SUMMARY_MOST)
  const parsed = parseChanges(publication.changes)
  if (!parsed.ok) return { ok: false, error: 'invalid', problems: parsed.problems }
  if (summary === '') return { ok: false, error: 'no-summary' }
  try {
    return await transact(async (transaction) => {
      const result = await makeEdition(transaction, { ...publication, summary, changes: parsed.changes })
      if (!result.ok || dry) throw new Rollback(result)
      return result
    })
  } catch (error) {
    if (error instanceof Rollback) return error.result
    const state = getSqlState(error)
    if (state === '55P03' || state === '40P01') return { ok: false, error: 'busy' }
    throw error
  }
}

async function makeEdition(transaction: Transaction, publication: Publication): Promise<PublishResult> {
  // First and alone: what is read before the lock is held may be one edition old.
  await transaction.execute(sql`select pg_advisory_xact_lock(${PUBLISH_LOCK})`)
  // Asked together: each answer waited for alone is a moment more that nobody else can publish in.
  const [mayPublishNow, head, settled] = await Promise.all([
    publication.fixed ? true : mayPublish(transaction, publication.author),
    getHead(transaction),
    settleChanges(transaction, publication.changes),
  ])
  if (!mayPublishNow) return { ok: false, error: 'forbidden' }
  if (!settled.ok) return settled.result
  if (settled.changes.length === 0) return { ok: false, error: 'unchanged' }
  const n = (head?.n ?? 0) + 1
  await writeEdition(transaction, n, head, publication, settled.changes)
  await writeVersions(transaction, n, settled.changes)
  const broken = await checkReferences(transaction, settled.changes)
  return broken ?? { ok: true, edition: n, outcomes: settled.outcomes }
}

/** The role counts at the moment of publishing, not at the moment of signing in. */
async function mayPublish(transaction: Transaction, author: string): Promise<boolean> {
  const [row] = await transaction
    .select({ role: user.role, disabled: user.disabled })
    .from(user)
    .where(eq(user.id, author))
    .for('share')
  return row !== undefined && !row.disabled && (row.role === 'editor' || row.role === 'admin')
}

type Head = { n: number; hash: string; totals: Record<string, number> }

async function getHead(transaction: Transaction): Promise<Head | null> {
  const rows = await transaction.execute<Head>(sql`select n, hash, totals from edition order by n desc limit 1`)
  return rows[0] ?? null
}

async function writeEdition(
  transaction: Transaction,
  n: number,
  head: Head | null,
  { author, summary, fixed }: Publication,
  changes: readonly SettledChange[],
): Promise<void> {
  const at = fixed?.at ?? new Date()
  const documents = changes.map(({ change, operation, document }, seq) => {
    const salt = fixed?.toSalt(seq) ?? makeSalt()
    const { noun, id, base } = change
    return { edition: n, seq, noun, id, base, operation, document, salt, digest: hashDocument(salt, document) }
  })
  const content = hashContent(documents.map(({ digest }) => digest))
  const previous = head?.hash ?? null
  const hash = hashEdition({ n, at, author, summary, previous }, content)
  const totals = toTotals(head?.totals ?? {}, changes)
  const tally = toTally(changes)
  const row = { n, at, author, summary, content, previous, hash, totals, tally, changes: changes.length }
  await transaction.execute(sql`
    with made as (${transaction.insert(edition).values(row).getSQL()})
    insert into edition_change select * from json_populate_recordset(null::edition_change, ${JSON.stringify(documents)}::json)`)
}
