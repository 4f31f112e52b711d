import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Operation } from '@/domain/change'
import { compareFields, type FieldDifference, parseChangeDocument } from '@/domain/change'
import type { AnyFields, Noun } from '@/domain/field'
import type { Part } from '@/domain/proposal'
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
  /** Who else had a part in it, by public name. */
  also: { name: string; part: Part['part'] }[]
  /** The edition it takes back. */
  undoes: number | null
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
  also: sql<EditionSummary['also']>`coalesce((
    select json_agg(json_build_object('name', other.name, 'part', part ->> 'part'))
    from jsonb_array_elements(${edition.also}) part join editor other on other.id = part ->> 'id'), '[]')`,
  undoes: edition.undoes,
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
  /** The whole record as the edition left it, or as it was before it was withdrawn. */
  fields: AnyFields
  reason?: string
  /** The keys of the fields that a redaction took away. */
  redacted?: readonly string[]
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
      fields: change.fields ?? older,
      ...(change.withdraw ? { reason: change.withdraw.reason } : {}),
      ...(change.redact ? { redacted: change.redact.keys } : {}),
    }
  })
}
