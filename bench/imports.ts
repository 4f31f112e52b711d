import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { read } from '@/db/client'
import { submitImport, tryImport } from '@/db/import-report'
import { isClean } from '@/domain/import-report'
import { type Urls, withDatabase } from './databases'
import { BENCH_EDITOR } from './generated-record'

export const ROWS = 10_000
const ROUNDS = 5
const HEADS = 'INDICATOR,REF_AREA,TIME_PERIOD,FREQ,OBS_VALUE,OBS_STATUS,CLAIMANT,SOURCE'

/** Milliseconds in the middle of the rounds, and MiB of this process after the first and after the last. */
export type ImportFigures = { dryRun: number; publish: number; bare: number; memory: { first: number; last: number } }

/**
 * Files of ten thousand new figures, each tried, then published from its text on; and beside each the rows it made
 * written bare: one transaction that inserts an edition, its documents and its versions, without lock or checks.
 */
export async function measureImports(urls: Urls): Promise<ImportFigures> {
  return withDatabase(urls, async () => {
    const client = await openBare(urls.DATABASE_URL)
    const took: { dryRun: number[]; publish: number[]; bare: number[] } = { dryRun: [], publish: [], bare: [] }
    const memory: number[] = []
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const importing = { author: BENCH_EDITOR, files: [makeFile(round)] }
        let warned: string | undefined
        took.dryRun.push(
          await time(async () => {
            const report = await tryImport(importing)
            expectClean(isClean(report))
            warned = report.doubtful?.warned
          }),
        )
        const noted = { ...importing, summary: 'Figures', note: 'Generated', warned }
        took.publish.push(await time(async () => expectClean((await submitImport(noted)).ok)))
        const written = await readWritten()
        took.bare.push(await time(() => writeBare(client, written)))
        memory.push(process.memoryUsage().rss / 1024 / 1024)
      }
    } finally {
      await client`drop schema bare cascade`
      await client.end()
    }
    const { dryRun, publish, bare } = took
    return {
      ...{ dryRun: pickMiddle(dryRun), publish: pickMiddle(publish), bare: pickMiddle(bare) },
      memory: { first: memory[0] ?? 0, last: memory.at(-1) ?? 0 },
    }
  })
}

/** One figure a day, of days that no other round has. */
function makeFile(round: number) {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const day = new Date(Date.UTC(1901, 0, 1 + round * ROWS + at)).toISOString().slice(0, 10)
    return `lgd_balance_total,CN-XZ,${day},I,${at + 1}.25,official,official,s-mof-lgb-202509`
  })
  return { name: 'figures.csv', noun: 'observation' as const, text: [HEADS, ...rows].join('\n') }
}

/** Tables of the same form with the same indexes and rows, in a schema that is dropped again. */
async function openBare(ownerUrl: string): Promise<postgres.Sql> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await client`drop schema if exists bare cascade`
  await client`create schema bare`
  for (const table of ['observation', 'edition', 'edition_change']) {
    await client.unsafe(`create table bare.${table} (like public.${table} including all)`)
    await client.unsafe(`insert into bare.${table} select * from public.${table}`)
  }
  return client
}

type Written = Record<'edition' | 'edition_change' | 'observation', string>

/** What the newest edition consists of, as text to be inserted. */
async function readWritten(): Promise<Written> {
  const [row] = await read((database) =>
    database.execute<Written>(sql`
      with newest as (select max(n) as n from edition)
      select (select json_agg(e)::text from edition e join newest using (n)) as edition,
        (select json_agg(c)::text from edition_change c where c.edition = newest.n) as edition_change,
        (select json_agg(o)::text from observation o where o.from_edition = newest.n) as observation
      from newest`),
  )
  if (!row) throw new Error('there is no edition')
  return row
}

function writeBare(client: postgres.Sql, written: Written): Promise<unknown> {
  return client.begin((transaction) =>
    Object.entries(written).map(([table, rows]) =>
      transaction.unsafe(
        `insert into bare.${table} select * from json_populate_recordset(null::bare.${table}, $1::text::json)`,
        [rows],
      ),
    ),
  )
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

function expectClean(is: boolean): void {
  if (!is) throw new Error('an import was refused')
}

function pickMiddle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
