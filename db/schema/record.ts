import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { EvidenceFile } from '@/domain/evidence-file'
import type { Citation } from '@/domain/field'
import { code } from './types'

/**
 * The published record: a row per version of a record, valid from `from_edition` until before `to_edition` (null while
 * current). Only db/publish.ts writes here; triggers refuse everything but inserting and closing a version.
 */
const version = {
  id: code().notNull(),
  fromEdition: integer().notNull(),
  toEdition: integer(),
}
const citations = { citations: jsonb().$type<Citation[]>().notNull() }
const optionalCitations = { citations: jsonb().$type<Citation[]>() }

type VersionTable = { id: AnyPgColumn; fromEdition: AnyPgColumn; toEdition: AnyPgColumn; citations?: AnyPgColumn }

/** The keys and indexes each versioned table has; `cited` adds that a citation stands there, at least one. */
function versioned(name: string, { cited }: { cited: boolean }) {
  return (table: VersionTable) => [
    primaryKey({ name: `${name}_pk`, columns: [table.id, table.fromEdition] }),
    uniqueIndex(`${name}_current`).on(table.id).where(sql`to_edition is null`),
    index(`${name}_from_edition`).on(table.fromEdition),
    index(`${name}_to_edition`).on(table.toEdition).where(sql`to_edition is not null`),
    check(`${name}_span`, sql`to_edition > from_edition`),
    ...(table.citations ? [index(`${name}_citations`).using('gin', sql`citations jsonb_path_ops`)] : []),
    ...(cited
      ? [check(`${name}_cited`, sql`jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) >= 1`)]
      : []),
  ]
}

export const area = pgTable(
  'area',
  {
    ...version,
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    kind: code().notNull(),
    parent: code(),
    isoCode: code(),
    gbCode: code(),
    latitude: numeric(),
    longitude: numeric(),
    note: text(),
    ...citations,
  },
  versioned('area', { cited: true }),
)

export const source = pgTable(
  'source',
  {
    ...version,
    title: text().notNull(),
    publisher: text().notNull(),
    url: text().notNull(),
    publishedOn: code(),
    publishedOnLatest: date(),
    language: code().notNull(),
    kind: code().notNull(),
    reliability: code().notNull(),
    canonicalUrl: text(),
    archiveUrl: text(),
    note: text(),
    files: jsonb().$type<EvidenceFile[]>(),
  },
  (table) => [
    ...versioned('source', { cited: false })(table),
    index('source_files').using('gin', sql`files jsonb_path_ops`),
  ],
)

export const document = pgTable(
  'document',
  {
    ...version,
    number: text(),
    titleEn: text().notNull(),
    titleZh: text(),
    issuer: text().notNull(),
    issuedOn: code(),
    issuedOnLatest: date(),
    summary: text(),
    note: text(),
    ...citations,
  },
  versioned('document', { cited: true }),
)

export const list = pgTable(
  'list',
  {
    ...version,
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    document: code(),
    note: text(),
    ...optionalCitations,
  },
  versioned('list', { cited: false }),
)

export const member = pgTable(
  'member',
  {
    ...version,
    list: code().notNull(),
    area: code().notNull(),
    stay: integer().notNull(),
    from: code(),
    fromLatest: date(),
    to: code(),
    toLatest: date(),
    attestedOn: code(),
    attestedOnLatest: date(),
    note: text(),
    ...citations,
  },
  versioned('member', { cited: true }),
)

export const report = pgTable(
  'report',
  {
    ...version,
    member: code().notNull(),
    kind: code().notNull(),
    date: code(),
    dateLatest: date(),
    note: text(),
    ...citations,
  },
  versioned('report', { cited: true }),
)

export const taskForce = pgTable(
  'task_force',
  {
    ...version,
    area: code().notNull(),
    nameEn: text().notNull(),
    nameZh: text(),
    documentNumber: text(),
    document: code(),
    establishedOn: code(),
    establishedOnLatest: date(),
    leadRole: text(),
    deputyRoles: jsonb().$type<string[]>(),
    office: text(),
    staffing: text(),
    duties: jsonb().$type<string[]>(),
    confirmedBy: text(),
    note: text(),
    ...citations,
  },
  versioned('task_force', { cited: true }),
)

export const mention = pgTable(
  'mention',
  {
    ...version,
    area: code().notNull(),
    documentKind: code().notNull(),
    date: code(),
    dateLatest: date(),
    quoteEn: text(),
    quoteZh: text(),
    summary: text(),
    note: text(),
    ...citations,
  },
  versioned('mention', { cited: true }),
)

export const claimant = pgTable(
  'claimant',
  { ...version, nameEn: text().notNull(), nameZh: text().notNull(), kind: code().notNull(), note: text() },
  versioned('claimant', { cited: false }),
)

export const indicator = pgTable(
  'indicator',
  {
    ...version,
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    definitionEn: text().notNull(),
    definitionZh: text().notNull(),
    unit: code().notNull(),
    unitMult: integer().notNull(),
    measure: code().notNull(),
  },
  versioned('indicator', { cited: false }),
)

export const observation = pgTable(
  'observation',
  {
    ...version,
    indicator: code().notNull(),
    area: code().notNull(),
    period: code().notNull(),
    periodStart: date().notNull(),
    periodEnd: date().notNull(),
    frequency: code().notNull(),
    claimant: code().notNull(),
    value: numeric(),
    status: code().notNull(),
    usdBillionAsStated: numeric(),
    wordingAsStated: text(),
    note: text(),
    ...citations,
  },
  (table) => [
    ...versioned('observation', { cited: true })(table),
    index('observation_view').on(table.indicator, table.area, table.periodStart),
  ],
)

/** A withdrawn record: its address shows the reason, and the record that took its place where there is one. */
export const tombstone = pgTable(
  'tombstone',
  {
    noun: code().notNull(),
    ...version,
    reason: text().notNull(),
    successor: code(),
  },
  (table) => [
    primaryKey({ name: 'tombstone_pk', columns: [table.noun, table.id, table.fromEdition] }),
    uniqueIndex('tombstone_current').on(table.noun, table.id).where(sql`to_edition is null`),
    check('tombstone_span', sql`to_edition > from_edition`),
  ],
)
