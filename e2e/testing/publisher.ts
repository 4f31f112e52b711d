import postgres from 'postgres'
import { closeDatabase } from '@/db/client'
import { getRecord } from '@/db/get-record'
import { publish } from '@/db/publish'
import type { Noun } from '@/domain/field'
import type { Site } from './site'

/** Somebody who changes the record of a site from outside its server, as a second server on the same database does. */
export type Publisher = {
  /** Publishes new values for some fields of a record; returns the number of the edition. */
  publish: (record: { noun: Noun; id: string }, fields: Record<string, string>) => Promise<number>
  close: () => Promise<void>
}

const AUTHOR = 'publisher-of-the-tests'

/** One at a time in a process: the database is the one the environment names. */
export async function makePublisher(site: Site): Promise<Publisher> {
  const before = { ...process.env }
  process.env.DATABASE_URL = site.databaseUrl
  process.env.DATABASE_URL_READER = site.databaseUrlReader
  process.env.DATABASE_URL_DESK = site.databaseUrlDesk
  await closeDatabase()
  const sql = postgres(site.databaseUrl, { max: 1 })
  await sql`insert into editor (id, name) values (${AUTHOR}, 'The tests') on conflict do nothing`
  await sql`insert into desk."user" (id, email, role) values (${AUTHOR}, 'tests@example.org', 'editor') on conflict do nothing`
  return {
    publish: async ({ noun, id }, fields) => {
      const [head] = await sql<{ n: number }[]>`select max(n) as n from edition`
      const record = await getRecord(noun, id, head?.n ?? 0)
      if (!record) throw new Error(`${noun} ${id} is not in the record`)
      const result = await publish({
        author: AUTHOR,
        summary: 'A change of the tests',
        changes: [{ noun, id, base: record.fromEdition, fields: { ...record.fields, ...fields } }],
      })
      if (!result.ok) throw new Error(JSON.stringify(result))
      return result.edition
    },
    close: async () => {
      await sql.end()
      await closeDatabase()
      Object.assign(process.env, before)
    },
  }
}
