import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { read } from '@/db/client'
import { listRecords, type RecordVersion } from '@/db/list-records'
import { publish } from '@/db/publish'
import { parseView } from '@/domain/view'
import { type Urls, withDatabase } from './databases'
import { BENCH_EDITOR } from './generated-record'
import { describeTimes, type Times } from './times'

const CALLERS = 8
const SECONDS = 5

export type PublishingFigures = { publish: Times; bare: Times }

/**
 * Eight callers, each changing one figure after another of its own through `publish`; then the same rows written bare:
 * one transaction that closes a version and inserts a version, an edition and a document, without lock or checks.
 */
export async function measurePublishing(urls: Urls): Promise<PublishingFigures> {
  return withDatabase(urls, async () => {
    const figures = await listFigures()
    const published = await runCallers(figures, publishOne)
    const bare = await runBare(urls.DATABASE_URL, figures)
    return { publish: published, bare }
  })
}

async function listFigures(): Promise<RecordVersion[]> {
  const [head] = await read((database) => database.execute<{ n: number }>(sql`select max(n) as n from edition`))
  const { rows } = await listRecords('debt', parseView('debt', new URLSearchParams()), head?.n ?? 0, {
    offset: 0,
    limit: 800,
  })
  return rows.filter(({ fields }) => fields.value !== undefined)
}

/** Caller k has every eighth figure, so nobody's base is ever stale. */
async function runCallers(
  figures: readonly RecordVersion[],
  write: (figure: RecordVersion, round: number) => Promise<void>,
): Promise<Times> {
  const took: number[] = []
  const begin = performance.now()
  const end = begin + SECONDS * 1000
  const call = async (caller: number) => {
    const own = figures.filter((_, at) => at % CALLERS === caller)
    for (let round = 0; performance.now() < end; round += 1) {
      const figure = own[round % own.length]
      if (!figure) throw new Error('there are too few figures to publish')
      const from = performance.now()
      await write(figure, round)
      took.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, (_, caller) => call(caller)))
  return describeTimes(took, (performance.now() - begin) / 1000)
}

async function publishOne(figure: RecordVersion, round: number): Promise<void> {
  const fields = { ...figure.fields, value: `${round}.${String(figure.fromEdition)}1` }
  const change = { noun: figure.noun, id: figure.id, base: figure.fromEdition, fields }
  const result = await publish({ author: BENCH_EDITOR, summary: 'One figure changed', changes: [change] })
  if (!result.ok) throw new Error(`a publish was refused: ${JSON.stringify(result).slice(0, 300)}`)
  figure.fromEdition = result.edition
}

/** The same rows into tables of the same form with the same indexes, in a schema that is dropped again. */
async function runBare(ownerUrl: string, figures: readonly RecordVersion[]): Promise<Times> {
  const client = postgres(ownerUrl, { max: CALLERS, onnotice: () => {} })
  await client`drop schema if exists bare cascade`
  await client`create schema bare`
  for (const table of ['observation', 'edition', 'edition_change']) {
    await client.unsafe(`create table bare.${table} (like public.${table} including all)`)
    await client.unsafe(`insert into bare.${table} select * from public.${table}`)
  }
  await client`create sequence bare.n start 1000000`
  try {
    return await runCallers(figures, ({ id }) => writeBare(client, id))
  } finally {
    await client`drop schema bare cascade`
    await client.end()
  }
}

async function writeBare(client: postgres.Sql, id: string): Promise<void> {
  await client.begin(async (transaction) => {
    const [next] = await transaction<{ n: number }[]>`
      insert into bare.edition select nextval('bare.n')::int as n, at, author, summary, content, previous,
        gen_random_uuid()::text, totals, tally, changes from public.edition where n = 1 returning n`
    const n = next?.n ?? 0
    await transaction`
      insert into bare.edition_change select ${n}, 0, noun, id, base, operation, document, salt, digest
      from public.edition_change where noun = 'observation' and id = ${id} order by edition limit 1`
    const [old] = await transaction<{ old: postgres.Row }[]>`
      update bare.observation set to_edition = ${n} where id = ${id} and to_edition is null returning to_jsonb(observation) as old`
    const row = { ...old?.old, from_edition: n, to_edition: null }
    await transaction`insert into bare.observation select * from jsonb_populate_record(null::bare.observation, ${transaction.json(row)})`
  })
}
