import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Operation } from '@/domain/change'
import { compareFields, type FieldDifference, parseChangeDocument } from '@/domain/change'
import type { Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import { read } from './client'
import { edition, editionChange, editor, type Tally, type Totals } from './schema/edition'

export type EditionSummary = {
  n: number
  at: Date
  author: string
  authorName: string
  summary: string
  hash: string
  changes: number
  tally: Tally
  totals: Totals
}

const columns = {
  n: edition.n,
  at: edition.at,
  author: edition.author,
  authorName: editor.name,
  summary: edition.summary,
  hash: edition.hash,
  changes: edition.changes,
  tally: edition.tally,
  totals: edition.totals,
}

/** The editions until `last`, newest first unless asked otherwise. Numbers have no gaps, so `last` is their count. */
export function listEditions(
  last: number,
  { offset, limit, oldestFirst = false }: { offset: number; limit: number; oldestFirst?: boolean },
): Promise<EditionSummary[]> {
  return read((database) =>
    database
      .select(columns)
      .from(edition)
      .innerJoin(editor, eq(editor.id, edition.author))
      .where(lte(edition.n, last))
      .orderBy(oldestFirst ? asc(edition.n) : desc(edition.n))
      .limit(limit)
      .offset(offset),
  )
}

export async function getEdition(n: number): Promise<EditionSummary | null> {
  const [row] = await read((database) =>
    database.select(columns).from(edition).innerJoin(editor, eq(editor.id, edition.author)).where(eq(edition.n, n)),
  )
  return row ?? null
}

/** One record an edition changed, field by field; a new record has every field as new. */
export type EditionChange = {
  noun: Noun
  id: string
  operation: Operation
  differences: FieldDifference[]
  reason?: string
}

/** What an edition changed, in the order it was published. */
export async function listEditionChanges(
  n: number,
  { offset, limit }: { offset: number; limit: number },
): Promise<EditionChange[]> {
  const base = alias(editionChange, 'base')
  const rows = await read((database) =>
    database
      .select({
        noun: editionChange.noun,
        id: editionChange.id,
        operation: editionChange.operation,
        document: editionChange.document,
        before: base.document,
      })
      .from(editionChange)
      .leftJoin(
        base,
        and(eq(base.noun, editionChange.noun), eq(base.id, editionChange.id), eq(base.edition, editionChange.base)),
      )
      .where(eq(editionChange.edition, n))
      .orderBy(asc(editionChange.seq))
      .limit(limit)
      .offset(offset),
  )
  return rows.map(({ noun, id, operation, document, before }) => {
    const change = parseChangeDocument(document)
    const older = before === null ? {} : (parseChangeDocument(before).fields ?? {})
    const keys = getFields(noun as Noun).map((field) => field.key)
    return {
      noun: noun as Noun,
      id,
      operation: operation as Operation,
      differences: change.fields ? compareFields(keys, older, change.fields) : [],
      ...(change.withdraw ? { reason: change.withdraw.reason } : {}),
    }
  })
}
