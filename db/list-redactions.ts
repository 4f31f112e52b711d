import { and, desc, eq } from 'drizzle-orm'
import { parseChangeDocument } from '@/domain/change'
import type { Noun } from '@/domain/field'
import { read } from './client'
import { edition, editionChange } from './schema/edition'

/** A redaction of a record: the edition that made it, of which fields, and why. */
export type RecordRedaction = { edition: number; keys: readonly string[]; summary: string }

/**
 * Every redaction of a record, the newest first, also those made after the edition somebody reads: they reach into every
 * edition. A page that is kept stands at another address after each.
 */
export async function listRedactions(noun: Noun, id: string): Promise<RecordRedaction[]> {
  const rows = await read((database) =>
    database
      .select({ edition: edition.n, document: editionChange.document, summary: edition.summary })
      .from(editionChange)
      .innerJoin(edition, eq(edition.n, editionChange.edition))
      .where(and(eq(editionChange.noun, noun), eq(editionChange.id, id), eq(editionChange.operation, 'redact')))
      .orderBy(desc(edition.n)),
  )
  return rows.map(({ document, ...row }) => ({ ...row, keys: parseChangeDocument(document).redact?.keys ?? [] }))
}
