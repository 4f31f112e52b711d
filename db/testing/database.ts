import { randomBytes } from 'node:crypto'
import postgres from 'postgres'

/** The addresses of one test's own database under its three logins, and its end. */
export type TestDatabase = {
  url: string
  readerUrl: string
  deskUrl: string
  drop: () => Promise<void>
}

/**
 * An empty, migrated database of this caller's own in the cluster of the run, copied from the template.
 * Close your connections before `drop`; those left open are cut.
 * @throws when not run by `vitest`, whose set-up starts the cluster
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await onCluster((sql) => sql`create database ${sql(name)} template record`)
  return {
    url: addressOf('TEST_DATABASE_URL', name),
    readerUrl: addressOf('TEST_DATABASE_URL_READER', name),
    deskUrl: addressOf('TEST_DATABASE_URL_DESK', name),
    drop: () => onCluster((sql) => sql`drop database if exists ${sql(name)} with (force)`),
  }
}

async function onCluster(run: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(addressOf('TEST_DATABASE_URL', 'postgres'), { max: 1, onnotice: () => {} })
  try {
    await run(sql)
  } finally {
    await sql.end()
  }
}

function addressOf(variable: string, database: string): string {
  const value = process.env[variable]
  if (!value) throw new Error(`${variable} is not set: database tests run under vitest (npx vitest run db/…)`)
  const url = new URL(value)
  url.pathname = `/${database}`
  return url.href
}
