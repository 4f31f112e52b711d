import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { read, transact } from './client'
import { sha256 } from './hash'
import { readImport } from './import-csv'
import { publish } from './publish'
import { readFolder } from './read-folder'
import { editor } from './schema/edition'

/** The author of the editions that came with the project. */
export const FIRST_AUTHOR = { id: 'pot-and-iron', name: 'Pot & Iron' }

const SEED = fileURLToPath(new URL('./seed', import.meta.url))

/**
 * Loads the first data set into an empty record: each folder of db/seed is one edition with a fixed time and salts
 * derived from its number, so its hash is the same on every machine.
 * @returns how many editions were made; 0 when the record is not empty
 * @throws Error naming file, line and field of the first thing that is wrong; the folders before it stay published
 */
export async function loadFirstData(): Promise<number> {
  const rows = await read((database) => database.execute<{ n: number | null }>(sql`select max(n) as n from edition`))
  const published = rows[0]?.n ?? 0
  const folders = (await readdir(SEED)).filter((name) => /^\d{4}-/.test(name)).sort()
  if (published > 0 && !(await isUnfinished(published, folders.length))) return 0
  await transact((transaction) => transaction.insert(editor).values(FIRST_AUTHOR).onConflictDoNothing())
  for (const folder of folders.slice(published)) await loadFolder(folder)
  return folders.length - published
}

/** A start that was cut off between two folders left the first editions only; the next start goes on. */
async function isUnfinished(published: number, folders: number): Promise<boolean> {
  if (published >= folders) return false
  const rows = await read((database) =>
    database.execute<{ foreign: number }>(
      sql`select count(*)::int as foreign from edition where author <> ${FIRST_AUTHOR.id}`,
    ),
  )
  return rows[0]?.foreign === 0
}

async function loadFolder(folder: string): Promise<void> {
  const { summary, at = '', files } = await readFolder(`${SEED}/${folder}`)
  const { rows, problems } = await readImport(files)
  const wrong = [...problems, ...rows.filter((row) => row.problems.length > 0)]
  if (wrong.length > 0) throw new Error(`db/seed/${folder}: ${JSON.stringify(wrong.slice(0, 3))}`)
  const result = await publish({
    author: FIRST_AUTHOR.id,
    summary,
    changes: rows.flatMap(({ change }) => (change ? [change] : [])),
    fixed: { at: new Date(at), toSalt: (seq) => sha256(`${folder} ${seq}`).slice(0, 32) },
  })
  if (!result.ok) throw new Error(`db/seed/${folder}: ${JSON.stringify(result).slice(0, 500)}`)
}
