import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '@/db/migrate'
import { openCluster } from '@/scripts/postgres.mjs'

const FOLDER = 'pot-and-iron-test'

/**
 * Vitest's global set-up of the database tests: a PostgreSQL cluster for this run alone, with one migrated database that
 * `createTestDatabase` copies. Removed at the end.
 */
export default async function startTestCluster(): Promise<() => Promise<void>> {
  await removeAbandoned()
  const home = mkdtempSync(join(tmpdir(), `${FOLDER}-${process.pid}-`))
  chmodSync(home, 0o711)
  const cluster = await openCluster({ dataDirectory: home, quick: true })
  const end = async () => {
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await migrate(cluster.urls.DATABASE_URL)
    await turnIntoTemplate(cluster.urls.DATABASE_URL)
  } catch (error) {
    await end()
    throw error
  }
  process.env.TEST_DATABASE_URL = cluster.urls.DATABASE_URL
  process.env.TEST_DATABASE_URL_READER = cluster.urls.DATABASE_URL_READER
  process.env.TEST_DATABASE_URL_DESK = cluster.urls.DATABASE_URL_DESK
  return end
}

/** A database with an open connection cannot be copied: as a template it takes none. */
async function turnIntoTemplate(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, database: 'postgres' })
  await sql`alter database record with is_template true allow_connections false`
  await sql.end()
}

/** What a killed run left: its server still runs, its folder still lies there. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${FOLDER}-(\\d+)-`).exec(name)?.[1]
    if (!pid || isAlive(Number(pid))) continue
    const home = join(tmpdir(), name)
    try {
      const cluster = await openCluster({ dataDirectory: home, quick: true })
      await cluster.stop()
    } catch {
      // Half-made, or another account's: nothing runs there that we could stop.
    }
    rmSync(home, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
