import { sql } from 'drizzle-orm'
import { read } from '@/db/client'
import { hashDocument, sha256 } from '@/db/hash'
import { type Change, formatChangeDocument, parseChangeDocument } from '@/domain/change'
import { MARK, markChange, toMarks } from '@/domain/redaction'
import { type Fault, Found } from './verify-fault'

/** A change document with what it was hashed with, and its digest. */
export type HashedDocument = { document: string; salt: string; digest: string }

/** The redactions of a record, by the edition of each, the newest first. */
export type Redactions = ReadonlyMap<string, readonly (Change & { edition: number })[]>

/** The table that counts redactions must name the editions that hold one, and no other. */
export async function getRedactions(): Promise<Redactions> {
  const rows = await read((database) =>
    database.execute<{ edition: number; counted: number | null; document: string | null }>(sql`
      select coalesce(c.edition, r.edition) as edition, r.edition as counted, c.document
      from (select edition, document from edition_change where operation = 'redact') c
      full join redaction r on r.edition = c.edition order by 1 desc`),
  )
  const found = new Map<string, (Change & { edition: number })[]>()
  for (const { edition, counted, document } of rows) {
    if (counted === null || document === null) throw new Found({ edition, fault: 'redactions' })
    const change = { ...parseChangeDocument(document), edition }
    const name = `${change.noun} ${change.id}`
    found.set(name, [...(found.get(name) ?? []), change])
  }
  return found
}

/**
 * A document is what its digest says, or, where its salt is a mark, what the newest redaction that touched it sealed; and
 * nothing stands in it any more that a later redaction took away.
 */
export function findDocumentFault(
  n: number,
  { salt, document, digest }: HashedDocument,
  later: readonly Change[],
): Pick<Fault, 'fault' | 'detail'> | null {
  if (salt === MARK) {
    const seal = later.map(({ redact }) => redact?.versions[n]).find((sealed) => sealed !== undefined)
    if (seal !== sha256(document)) return { fault: 'mark' }
  } else if (hashDocument(salt, document) !== digest) return { fault: 'digest' }
  if (later.length === 0) return null
  const change = parseChangeDocument(document)
  for (const { noun, redact } of later) {
    const marks = toMarks(noun, redact?.keys ?? [])
    if (!marks || formatChangeDocument(markChange(change, marks)) !== formatChangeDocument(change))
      return { fault: 'unmarked', detail: redact?.keys.join(' ') ?? '' }
  }
  return null
}
