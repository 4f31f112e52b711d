import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Change } from '@/domain/change'
import type { Noun } from '@/domain/field'
import type { ColumnMap } from '@/domain/import-column'
import type { ImportReport } from '@/domain/import-report'
import type { Marks } from '@/domain/redaction'
import { bytes, code } from './types'

/** What is private: people, their sessions and links, and changes that are not published. */
export const desk = pgSchema('desk')

const moment = () => timestamp({ precision: 3, withTimezone: true, mode: 'date' })

/** A person who signs in. `id` is the id of the public `editor`; `email` is kept in lower case. */
export const user = desk.table(
  'user',
  {
    id: code().primaryKey(),
    email: code().notNull(),
    role: code().notNull(),
    passwordHash: text(),
    disabled: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    /** The secret of a second factor, enciphered with a key derived from AUTH_SECRET; `totpStep` is the last step used. */
    totpSecret: text(),
    totpSince: moment(),
    totpStep: integer(),
  },
  (table) => [
    uniqueIndex('user_email').on(table.email),
    check('user_role', sql`role in ('contributor', 'editor', 'admin')`),
  ],
)

/** A one-use code that stands in for the second factor: its keyed hash. */
export const recoveryCode = desk.table(
  'recovery_code',
  {
    hash: code().primaryKey(),
    user: code()
      .notNull()
      .references(() => user.id),
    createdAt: moment().notNull().defaultNow(),
    usedAt: moment(),
  },
  (table) => [index('recovery_code_user').on(table.user)],
)

/** A signed-in browser: the SHA-256 of its secret, never the secret. Deleted at sign-out. */
export const session = desk.table(
  'session',
  {
    hash: code().primaryKey(),
    user: code()
      .notNull()
      .references(() => user.id),
    createdAt: moment().notNull().defaultNow(),
    usedAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    agent: text(),
    /** When its holder last proved a password (and the second factor, where there is one). */
    provedAt: moment().notNull().defaultNow(),
  },
  (table) => [index('session_user').on(table.user)],
)

/**
 * A one-use link: to set the first administrator's password, to join, to reset a password, or, in a cookie, to go on to
 * the second factor. Only its hash is kept.
 */
export const link = desk.table(
  'link',
  {
    hash: code().primaryKey(),
    purpose: code().notNull(),
    user: code().references(() => user.id),
    email: code(),
    role: code(),
    createdBy: code(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    /** The password hash that was proved, where the link is half of signing in. */
    verifiedHash: text(),
  },
  () => [check('link_purpose', sql`purpose in ('first-administrator', 'invitation', 'reset', 'second-factor')`)],
)

/** One evaluated try to sign in. Keys are keyed hashes: neither an e-mail address nor a network address stands here. */
export const signInTry = desk.table(
  'sign_in_try',
  {
    n: bigserial({ mode: 'number' }).primaryKey(),
    at: moment().notNull().defaultNow(),
    account: code().notNull(),
    address: code().notNull(),
    succeeded: boolean().notNull().default(false),
  },
  (table) => [
    index('sign_in_try_account').on(table.account, table.at),
    index('sign_in_try_address').on(table.address, table.at),
  ],
)

/** A browser that signed in to an account before: it has its own count of tries. */
export const device = desk.table(
  'device',
  {
    hash: code().primaryKey(),
    user: code()
      .notNull()
      .references(() => user.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index('device_user').on(table.user)],
)

/**
 * A set of changes with a reason, waiting or decided. `changes` is a list of the changes db/publish.ts takes. `author`
 * proposed it; `takenBy` is the editor who has taken it over.
 */
export const proposal = desk.table(
  'proposal',
  {
    n: integer().generatedAlwaysAsIdentity().primaryKey(),
    author: code()
      .notNull()
      .references(() => user.id),
    takenBy: code().references(() => user.id),
    kind: code().notNull().default('record'),
    summary: text().notNull(),
    changes: jsonb().$type<readonly Change[]>().notNull(),
    /** The edition this takes back, where it is an undo. */
    undoes: integer(),
    /** Counts what was proposed anew: a decision names the revision it was made on. */
    revision: integer().notNull().default(1),
    state: code().notNull().default('open'),
    edition: integer(),
    createdAt: moment().notNull().defaultNow(),
    changedAt: moment().notNull().defaultNow(),
    decidedAt: moment(),
  },
  (table) => [
    index('proposal_author').on(table.author),
    index('proposal_state').on(table.state, table.n),
    check('proposal_state_known', sql`state in ('open', 'changes-wanted', 'published', 'withdrawn', 'declined')`),
    check('proposal_published', sql`(state = 'published') = (edition is not null)`),
  ],
)

/** What happened to a proposal, in order, each with what was said. */
export const proposalEvent = desk.table(
  'proposal_event',
  {
    n: bigserial({ mode: 'number' }).primaryKey(),
    proposal: integer()
      .notNull()
      .references(() => proposal.n),
    author: code()
      .notNull()
      .references(() => user.id),
    at: moment().notNull().defaultNow(),
    kind: code().notNull(),
    note: text(),
  },
  (table) => [index('proposal_event_proposal').on(table.proposal, table.n)],
)

/**
 * An admin asks that fields of a record be redacted, and another does it or either takes it back. `marks` is what takes
 * the place of each field. Only desk.redact() may write that it is done.
 */
export const redactionRequest = desk.table(
  'redaction',
  {
    n: integer().generatedAlwaysAsIdentity().primaryKey(),
    noun: code().$type<Noun>().notNull(),
    id: code().notNull(),
    marks: jsonb().$type<Marks>().notNull(),
    reason: text().notNull(),
    askedBy: code()
      .notNull()
      .references(() => user.id),
    askedAt: moment().notNull().defaultNow(),
    state: code().notNull().default('open'),
    decidedBy: code().references(() => user.id),
    decidedAt: moment(),
    edition: integer(),
  },
  (table) => [
    index('redaction_state').on(table.state, table.n),
    check('redaction_state_known', sql`state in ('open', 'withdrawn', 'done')`),
    check('redaction_done', sql`(state = 'done') = (edition is not null)`),
    check('redaction_two_people', sql`state <> 'done' or decided_by <> asked_by`),
  ],
)

/** A switch an admin has set; one that is absent is off. */
export const policy = desk.table('policy', {
  name: code().primaryKey(),
  enabled: boolean().notNull(),
  changedBy: code()
    .notNull()
    .references(() => user.id),
  changedAt: moment().notNull().defaultNow(),
})

/**
 * A file somebody is about to import: its text as it was given, what its columns hold (null: as their heads say), the
 * edition it was made from, and the report of the last look at it. It goes when it is published or proposed.
 */
export const importDraft = desk.table(
  'import_draft',
  {
    n: integer().generatedAlwaysAsIdentity().primaryKey(),
    author: code()
      .notNull()
      .references(() => user.id),
    name: text().notNull(),
    noun: code().notNull(),
    text: text().notNull(),
    columns: jsonb().$type<ColumnMap>(),
    edition: integer().notNull(),
    /** Counts, problems of the file and the rows to look at first. */
    report: jsonb().$type<ImportReport>().notNull(),
    /** Every row, as the file that can be taken away. */
    reportCsv: text().notNull(),
    checkedAt: moment().notNull().defaultNow(),
  },
  (table) => [index('import_draft_author').on(table.author, table.n)],
)

/** A personal token for scripts: the hash of its secret, and what it may be used for. */
export const token = desk.table(
  'token',
  {
    hash: code().primaryKey(),
    user: code()
      .notNull()
      .references(() => user.id),
    name: text().notNull(),
    scope: code().notNull(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    revokedAt: moment(),
    /** The minute of the last use, and how many there were in it. */
    minute: moment(),
    uses: integer().notNull().default(0),
  },
  (table) => [index('token_user').on(table.user)],
)

/** What somebody did, for ever: a trigger refuses to change or remove a line. `address` is a keyed hash. */
export const audit = desk.table(
  'audit',
  {
    n: bigserial({ mode: 'number' }).primaryKey(),
    at: moment().notNull().defaultNow(),
    actor: code(),
    event: code().notNull(),
    subject: code(),
    detail: text(),
    address: code(),
  },
  (table) => [index('audit_event').on(table.event, table.n), index('audit_actor').on(table.actor, table.n)],
)

/** A file that proves something, as it was given, once per content. What is served of it stands in `public.evidence`. */
export const evidenceOriginal = desk.table('evidence_original', {
  sha256: code().primaryKey(),
  bytes: bytes().notNull(),
  addedBy: code()
    .notNull()
    .references(() => user.id),
  addedAt: moment().notNull().defaultNow(),
})
