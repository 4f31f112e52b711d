import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Operation } from '@/domain/change'
import type { Noun } from '@/domain/field'
import type { Part } from '@/domain/proposal'
import { bytes, code } from './types'

/** All that is public of a person who edits. */
export const editor = pgTable('editor', { id: code().primaryKey(), name: text().notNull() })

/** How many records of each noun an edition holds; a noun that is absent has none. */
export type Totals = { [N in Noun]?: number }

/** What an edition did to the records of each noun. */
export type Tally = { [N in Noun]?: { [O in Operation]?: number } }

/** One published edition. `at` keeps milliseconds, the precision that is hashed. */
export const edition = pgTable(
  'edition',
  {
    n: integer().primaryKey(),
    at: timestamp({ precision: 3, withTimezone: true, mode: 'date' }).notNull(),
    author: code()
      .notNull()
      .references(() => editor.id),
    summary: text().notNull(),
    content: code().notNull(),
    previous: code(),
    hash: code().notNull(),
    totals: jsonb().$type<Totals>().notNull(),
    tally: jsonb().$type<Tally>().notNull(),
    changes: integer().notNull(),
    /** Who else had a part in it, where it was proposed; see domain/proposal.ts. */
    also: jsonb().$type<Part[]>(),
    /** The edition it takes back. */
    undoes: integer(),
  },
  (table) => [
    uniqueIndex('edition_hash').on(table.hash),
    index('edition_author').on(table.author),
    check('edition_n', sql`n > 0`),
    check('edition_changes', sql`changes > 0`),
  ],
)

/** What an edition changed: one canonical document per record, with the salt its digest was made with. */
export const editionChange = pgTable(
  'edition_change',
  {
    edition: integer()
      .notNull()
      .references(() => edition.n),
    seq: integer().notNull(),
    noun: code().notNull(),
    id: code().notNull(),
    base: integer(),
    operation: code().notNull(),
    document: text().notNull(),
    salt: code().notNull(),
    digest: code().notNull(),
  },
  (table) => [
    primaryKey({ name: 'edition_change_pk', columns: [table.edition, table.seq] }),
    uniqueIndex('edition_change_record').on(table.noun, table.id, table.edition),
    index('edition_change_redact').on(table.edition).where(sql`operation = 'redact'`),
  ],
)

/**
 * Numbers that were given out once and lost with what they named: those after `after`, up to and with `through`. They are
 * never given out again. A restored backup writes it, and nothing else.
 */
export const lostNumbers = pgTable(
  'lost_numbers',
  { after: integer().primaryKey(), through: integer().notNull() },
  () => [check('lost_numbers_span', sql`through > after and after >= 0`)],
)

/**
 * The editions that redact a record. How many there are is part of the address at which pages and files are kept. Only
 * desk.redact() writes it.
 */
export const redaction = pgTable('redaction', {
  edition: integer()
    .primaryKey()
    .references(() => edition.n),
})

/**
 * What is served of a file that proves something: a picture drawn anew without what its camera noted, or the file itself
 * to be saved. `sha256` is of the original, which only the desk sees. Whether it is public stands in the source's record.
 */
export const evidence = pgTable('evidence', {
  sha256: code().primaryKey(),
  type: code().notNull(),
  size: integer().notNull(),
  servedType: code().notNull(),
  served: bytes().notNull(),
  addedAt: timestamp({ precision: 3, withTimezone: true, mode: 'date' }).notNull().defaultNow(),
})
