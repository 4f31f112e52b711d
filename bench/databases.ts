import postgres from 'postgres'
import { closeDatabase } from '@/db/client'
import { forgetCurrentEdition } from '@/db/current-edition'
import { loadFirstData } from '@/db/first-data'
import { migrate } from '@/db/migrate'
import { openCluster } from '@/scripts/postgres.mjs'
import { addBenchEditor, makeGeneratedRecord } from './generated-record'

/** The three addresses of one database, as the site's environment names them. */
export type Urls = { DATABASE_URL: string; DATABASE_URL_READER: string; DATABASE_URL_DESK: string }

export type BenchDatabases = { first: Urls; generated: Urls; stop: () => Promise<void> }

/**
 * A PostgreSQL of the bench's own, as durable as the site's: one database with the first data set, made anew, and one
 * with 480,000 generated figures, which takes minutes to make and is kept in `folder` for the next run.
 */
export async function openDatabases(folder: string, say: (line: string) => void): Promise<BenchDatabases> {
  const cluster = await openCluster({ dataDirectory: folder, onProgress: say })
  try {
    const generated = cluster.urls
    const first = await makeFirstDatabase(cluster.urls)
    await migrate(generated.DATABASE_URL)
    await withDatabase(generated, () =>
      makeGeneratedRecord((figures) => say(`${figures.toLocaleString('en')} figures`)),
    )
    await settle(generated.DATABASE_URL)
    return { first, generated, stop: cluster.stop }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function makeFirstDatabase(urls: Urls): Promise<Urls> {
  const sql = postgres(urls.DATABASE_URL, { max: 1, onnotice: () => {} })
  await sql`drop database if exists first with (force)`
  await sql`create database first`
  await sql.end()
  const first = Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, toDatabase(url, 'first')])) as Urls
  await migrate(first.DATABASE_URL)
  await withDatabase(first, async () => {
    await loadFirstData()
    await addBenchEditor()
  })
  await settle(first.DATABASE_URL)
  return first
}

function toDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Runs with the project's own database functions set on a database. */
export async function withDatabase<T>(urls: Urls, run: () => Promise<T>): Promise<T> {
  Object.assign(process.env, urls)
  try {
    return await run()
  } finally {
    await closeDatabase()
    forgetCurrentEdition()
  }
}

/** Statistics and visibility as they are some minutes after loading, when autovacuum has been there. */
async function settle(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await sql`vacuum analyze`
  await sql`checkpoint`
  await sql.end()
}
