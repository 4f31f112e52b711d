import { sql } from 'drizzle-orm'
import { read } from '@/db/client'
import { hashContent, hashEdition } from '@/db/hash'
import { lostNumbers } from '@/db/schema/edition'
import { parseChangeDocument } from '@/domain/change'
import { type Noun, nouns } from '@/domain/field'
import type { Part } from '@/domain/proposal'
import { getReferences } from '@/domain/record'
import { findDocumentFault, getRedactions, type HashedDocument, type Redactions } from './verify-documents'
import { type Fault, Found } from './verify-fault'
import { compareTables, type Version } from './verify-tables'

export type Verification =
  | { ok: true; editions: number; versions: number; hash: string | null }
  | { ok: false; fault: Fault }

type EditionRow = {
  n: number
  at: string
  author: string
  summary: string
  content: string
  previous: string | null
  hash: string
  totals: Record<string, number>
  also: Part[] | null
  undoes: number | null
}
type ChangeRow = { noun: Noun; id: string; base: number | null } & HashedDocument

/**
 * Walks the record from its first edition: the chain of hashes, that every reference holds in every edition, and that
 * the tables are what the documents say, version by version and no more.
 */
export async function verify(): Promise<Verification> {
  try {
    const { editions, versions, hash } = await replay()
    await compareTables(versions)
    return { ok: true, editions, versions: versions.length, hash }
  } catch (error) {
    if (error instanceof Found) return { ok: false, fault: error.fault }
    throw error
  }
}

async function replay(): Promise<{ editions: number; versions: Version[]; hash: string | null }> {
  const editions = await read((database) =>
    database.execute<EditionRow>(
      sql`select n, at, author, summary, content, previous, hash, totals, also, undoes from edition order by n`,
    ),
  )
  const lost = await getLostNumbers()
  const redactions = await getRedactions()
  const versions: Version[] = []
  const current = new Map<string, Version>()
  const restsOn = new Map<string, Set<string>>()
  let previous: string | null = null
  let number = 0
  for (const edition of editions) {
    number = skipLost(number, lost) + 1
    if (edition.n !== number) throw new Found({ edition: number, fault: 'number' })
    const changes = await getChanges(edition.n)
    checkChain(edition, changes, previous, redactions)
    previous = edition.hash
    const touched = changes.map((change) => apply(edition.n, change, current, restsOn, versions))
    checkReferences(edition.n, touched, current, restsOn)
    checkTotals(edition, current)
  }
  return { editions: editions.length, versions, hash: previous }
}

/** Ranges of numbers that were lost: the last before each, and the last of each. */
async function getLostNumbers(): Promise<Map<number, number>> {
  const rows = await read((database) => database.select().from(lostNumbers))
  return new Map(rows.map(({ after, through }) => [after, through]))
}

function skipLost(number: number, lost: ReadonlyMap<number, number>): number {
  let last = number
  for (let through = lost.get(last); through !== undefined; through = lost.get(last)) last = through
  return last
}

async function getChanges(n: number): Promise<ChangeRow[]> {
  return await read((database) =>
    database.execute<ChangeRow>(
      sql`select noun, id, base, document, salt, digest from edition_change where edition = ${n} order by seq`,
    ),
  )
}

function checkChain(
  edition: EditionRow,
  changes: readonly ChangeRow[],
  previous: string | null,
  redactions: Redactions,
): void {
  const { n, author, summary, also, undoes } = edition
  for (const change of changes) {
    const later = (redactions.get(`${change.noun} ${change.id}`) ?? []).filter((one) => one.edition > n)
    const fault = findDocumentFault(n, change, later)
    if (fault) throw new Found({ edition: n, noun: change.noun, id: change.id, ...fault })
  }
  const content = hashContent(changes.map(({ digest }) => digest))
  if (content !== edition.content) throw new Found({ edition: n, fault: 'content' })
  if (edition.previous !== previous) throw new Found({ edition: n, fault: 'previous' })
  const parts = { also: also ?? undefined, undoes: undoes ?? undefined }
  const hash = hashEdition({ n, at: new Date(edition.at), author, summary, previous, ...parts }, content)
  if (hash !== edition.hash) throw new Found({ edition: n, fault: 'hash' })
}

/** Applies one change to the state; its base must be the version that is current. Returns the record's name. */
function apply(
  n: number,
  { noun, id, base, document }: ChangeRow,
  current: Map<string, Version>,
  restsOn: Map<string, Set<string>>,
  versions: Version[],
): string {
  const change = parseChangeDocument(document)
  const name = `${noun} ${id}`
  const before = current.get(name)
  if ((before?.from ?? null) !== base || change.base !== base || change.noun !== noun || change.id !== id) {
    throw new Found({ edition: n, noun, id, fault: 'base' })
  }
  if (before) before.to = n
  for (const to of toNames(before)) restsOn.get(to)?.delete(name)
  const version: Version = {
    noun,
    id,
    from: n,
    to: null,
    fields: change.fields ?? null,
    withdraw: change.withdraw ?? null,
  }
  for (const to of toNames(version)) restsOn.set(to, (restsOn.get(to) ?? new Set()).add(name))
  current.set(name, version)
  versions.push(version)
  return name
}

function toNames(version: Version | undefined): string[] {
  return version?.fields ? getReferences(version.noun, version.fields).map((to) => `${to.noun} ${to.id}`) : []
}

/** What changed must rest on what is there, and what went must have nothing resting on it. */
function checkReferences(
  n: number,
  touched: readonly string[],
  current: ReadonlyMap<string, Version>,
  restsOn: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  for (const name of touched) {
    const version = current.get(name)
    if (!version) continue
    const { noun, id } = version
    const missing = toNames(version).find((to) => !current.get(to)?.fields)
    if (missing) throw new Found({ edition: n, noun, id, fault: 'reference', detail: missing })
    const [dependent] = version.fields ? [] : (restsOn.get(name) ?? [])
    if (dependent) throw new Found({ edition: n, noun, id, fault: 'rests', detail: dependent })
  }
}

function checkTotals({ n, totals }: EditionRow, current: ReadonlyMap<string, Version>): void {
  const counts = new Map<Noun, number>()
  for (const { noun, fields } of current.values()) if (fields) counts.set(noun, (counts.get(noun) ?? 0) + 1)
  const wrong = nouns.find((noun) => (counts.get(noun) ?? 0) !== (totals[noun] ?? 0))
  if (wrong) throw new Found({ edition: n, noun: wrong, fault: 'totals' })
}
