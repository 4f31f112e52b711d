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
import { code } from './types'

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
  },
  (table) => [uniqueIndex('user_email').on(table.email), check('user_role', sql`role in ('editor', 'admin')`)],
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
  },
  (table) => [index('session_user').on(table.user)],
)

/** A one-use link: to set the first administrator's password, to join, or to reset a password. Only its hash is kept. */
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
  },
  () => [check('link_purpose', sql`purpose in ('first-administrator', 'invitation', 'reset')`)],
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

/** A set of changes with a reason, waiting or decided. `changes` is a list of the changes db/publish.ts takes. */
export const proposal = desk.table(
  'proposal',
  {
    n: integer().generatedAlwaysAsIdentity().primaryKey(),
    author: code()
      .notNull()
      .references(() => user.id),
    summary: text().notNull(),
    changes: jsonb().notNull(),
    state: code().notNull().default('open'),
    edition: integer(),
    createdAt: moment().notNull().defaultNow(),
    decidedAt: moment(),
  },
  (table) => [
    index('proposal_author').on(table.author),
    check('proposal_state', sql`state in ('open', 'published', 'withdrawn', 'declined')`),
  ],
)
