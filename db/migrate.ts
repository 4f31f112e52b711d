import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const LEAST_VERSION = 160000

/** The start ends with this: what the database lacks and the SQL that mends it. */
export class DatabaseRefused extends Error {}

/**
 * Brings a database to the newest schema: the roles `reader` and `desk`, then the migrations of `drizzle/`.
 * Safe to repeat; two at once wait for each other.
 * @param ownerUrl a login that owns the database
 * @throws DatabaseRefused when the server is older than PostgreSQL 16 or the login lacks a right
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    await client`select pg_advisory_lock(hashtext('pot-and-iron migrate'))`
    await checkVersion(client)
    await makeRoles(client)
    await runMigrations(drizzle(client), { migrationsFolder: fileURLToPath(new URL('../drizzle', import.meta.url)) })
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function checkVersion(client: postgres.Sql): Promise<void> {
  const [row] = await client<{ version: number }[]>`select current_setting('server_version_num')::int as version`
  if (!row || row.version < LEAST_VERSION) throw new DatabaseRefused('PostgreSQL 16 or newer is needed')
}

/** Makes what is missing of the two roles, and lets the owner act as them, which one-URL set-ups rely on. */
async function makeRoles(client: postgres.Sql): Promise<void> {
  const statements = await client<{ sql: string }[]>`
    select 'create role ' || name as sql from (values ('reader'), ('desk')) wanted (name)
    where not exists (select from pg_roles where rolname = name)
    union all
    select 'grant ' || name || ' to ' || quote_ident(current_user) || ' with set true' from (values ('reader'), ('desk')) wanted (name)
    where not exists (select from pg_roles where rolname = current_user and rolsuper)
      and not exists (select from pg_roles where rolname = name and pg_has_role(current_user, oid, 'SET'))`
  for (const { sql } of statements) {
    try {
      await client.unsafe(sql)
    } catch (error) {
      if (isCode(error, '42710') || isCode(error, '23505')) continue
      if (!isCode(error, '42501')) throw error
      const mend = statements.map((statement) => `${statement.sql};`).join(' ')
      throw new DatabaseRefused(`the login in DATABASE_URL may not make roles; as a superuser run: ${mend}`)
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof postgres.PostgresError && error.code === code
}
