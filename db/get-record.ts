import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Operation, Withdrawal } from '@/domain/change'
import { parseChangeDocument } from '@/domain/change'
import type { RecordKey } from '@/domain/drift'
import { type AnyFields, type Noun, nouns } from '@/domain/field'
import { asOf } from './as-of'
import { read } from './client'
import { type RecordVersion, toVersion } from './list-records'
import { tables } from './record-table'
import { edition, editionChange, editor } from './schema/edition'
import { tombstone } from './schema/record'

/** One version in the history of a record: what stood from an edition on, who put it there, when and why. */
export type HistoryEntry = {
  edition: number
  at: Date
  author: string
  authorName: string
  summary: string
  operation: Operation
  fields: AnyFields | null
  withdraw: Withdrawal | null
  /** The keys of the fields that this version took away as a redaction. */
  redacted?: readonly string[]
}

/** A record as it stands in an edition. */
export async function getRecord(noun: Noun, id: string, n: number): Promise<RecordVersion | null> {
  const table = tables[noun]
  const [row] = await read((database) =>
    database
      .select()
      .from(table)
      .where(and(eq(table.id, id), asOf(table, n)))
      .limit(1),
  )
  return row ? toVersion(noun, row) : null
}

/** The tombstone that stands in an edition where a record stood before. */
export async function getTombstone(
  noun: Noun,
  id: string,
  n: number,
): Promise<(Withdrawal & { fromEdition: number }) | null> {
  const [row] = await read((database) =>
    database
      .select()
      .from(tombstone)
      .where(and(eq(tombstone.noun, noun), eq(tombstone.id, id), asOf(tombstone, n)))
      .limit(1),
  )
  if (!row) return null
  return {
    reason: row.reason,
    ...(row.successor === null ? {} : { successor: row.successor }),
    fromEdition: row.fromEdition,
  }
}

/** Every version of a record until edition `n`, oldest first. */
export async function getHistory(noun: Noun, id: string, n: number): Promise<HistoryEntry[]> {
  const rows = await read((database) =>
    database
      .select({
        edition: editionChange.edition,
        at: edition.at,
        author: edition.author,
        authorName: editor.name,
        summary: edition.summary,
        operation: editionChange.operation,
        document: editionChange.document,
      })
      .from(editionChange)
      .innerJoin(edition, eq(edition.n, editionChange.edition))
      .innerJoin(editor, eq(editor.id, edition.author))
      .where(and(eq(editionChange.noun, noun), eq(editionChange.id, id), lte(editionChange.edition, n)))
      .orderBy(asc(editionChange.edition)),
  )
  return rows.map(({ document, operation, ...row }) => {
    const { fields, withdraw, redact } = parseChangeDocument(document)
    return {
      ...{ ...row, operation: operation as Operation, fields: fields ?? null, withdraw: withdraw ?? null },
      ...(redact ? { redacted: redact.keys } : {}),
    }
  })
}

/** The records of several ids as they stand in an edition; those that do not are left out. */
export async function getRecords(noun: Noun, ids: readonly string[], n: number): Promise<RecordVersion[]> {
  if (ids.length === 0) return []
  const table = tables[noun]
  const rows = await read((database) =>
    database
      .select()
      .from(table)
      .where(
        and(
          sql`${table.id} in (select json_array_elements_text(${JSON.stringify([...new Set(ids)])}::json) collate "C")`,
          asOf(table, n),
        ),
      )
      .orderBy(asc(table.id)),
  )
  return rows.map((row) => toVersion(noun, row))
}

/** The same for records of several nouns, noun by noun. */
export async function getMixedRecords(keys: readonly RecordKey[], n: number): Promise<RecordVersion[]> {
  const idsOf = (noun: Noun) => keys.flatMap((key) => (key.noun === noun ? [key.id] : []))
  return (await Promise.all(nouns.map((noun) => getRecords(noun, idsOf(noun), n)))).flat()
}
