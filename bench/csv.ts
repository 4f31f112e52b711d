import { spawnSync } from 'node:child_process'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { startScript } from './bare'
import type { Urls } from './databases'
import { readSteadily } from './load'
import { readMemory, type Site } from './site'

const ROUNDS = 3
const READERS_RATE = 100
const COLUMNS =
  'indicator, area, period, frequency, value, status, claimant, note, usd_billion_as_stated, wording_as_stated, citations'

export type Download = { seconds: number; bytes: number }
export type CsvFigures = {
  csv: Download
  /** Absent where the machine has no `psql`. */
  copy: Download | null
  /** MiB more than before, at most, while three files are sent one after another. */
  memory: number
  /** Milliseconds from the reader's going away until the database works for nobody; null when it did not within 5 s. */
  freed: number | null
  readers: {
    rate: number
    alone: { p50: number; p99: number; max: number }
    meanwhile: { p50: number; p99: number; max: number }
  }
}

/** `/debt.csv` of all 480,000 figures: its speed beside a bare COPY, its memory, what an abort leaves, and other readers. */
export async function measureCsv(site: Site, urls: Urls): Promise<CsvFigures> {
  const address = `${site.address}/debt.csv`
  await download(address)
  const before = readMemory(site.pid)
  const memory = watchMemory(site.pid)
  const csv = await repeat(() => download(address))
  const peak = memory.end()
  const copy = await measureCopy(urls)
  const freed = await measureAbort(address, urls)
  return { csv, copy, memory: peak - before, freed, readers: await measureReaders(site, address) }
}

function download(url: string): Promise<Download> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    let bytes = 0
    get(url, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ seconds: (performance.now() - begin) / 1000, bytes }))
      response.on('error', reject)
    }).on('error', reject)
  })
}

async function repeat(run: () => Promise<Download>): Promise<Download> {
  const runs: Download[] = []
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await run())
  return runs.sort((a, b) => a.seconds - b.seconds)[Math.floor(ROUNDS / 2)] ?? { seconds: 0, bytes: 0 }
}

function watchMemory(pid: number): { end: () => number } {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, readMemory(pid))
  }, 20)
  return {
    end: () => {
      clearInterval(timer)
      return most
    },
  }
}

async function measureCopy({ DATABASE_URL }: Urls): Promise<Download | null> {
  if (spawnSync('psql', ['--version']).status !== 0) return null
  const { child, port } = await startScript('bare-copy.mjs', [
    DATABASE_URL,
    `select ${COLUMNS} from observation order by id`,
  ])
  try {
    return await repeat(() => download(`http://127.0.0.1:${port}/`))
  } finally {
    child.kill()
  }
}

/** Goes away after the first megabyte, then asks the database until no reader's query is active. */
async function measureAbort(url: string, { DATABASE_URL }: Urls): Promise<number | null> {
  const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => {} })
  await sql`select 1`
  await new Promise<void>((resolve, reject) => {
    const request = get(url, (response) => {
      let bytes = 0
      response.on('error', () => {})
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes < 1024 * 1024) return
        request.destroy()
        resolve()
      })
    }).on('error', reject)
  })
  const begin = performance.now()
  let quietSince: number | null = null
  while (performance.now() - begin < 5_000) {
    const busy = await sql`
      select from pg_stat_activity where application_name = 'pot-and-iron' and state = 'active' and query like 'copy %'`
    quietSince = busy.length > 0 ? null : (quietSince ?? performance.now())
    if (quietSince !== null && performance.now() - quietSince > 500) break
    await sleep(5)
  }
  await sql.end()
  return quietSince === null ? null : quietSince - begin
}

async function measureReaders(site: Site, csv: string): Promise<CsvFigures['readers']> {
  const view = `${site.address}/debt?indicator=generated_001&area=900001`
  // Not counted: a process is slower before it has run warm.
  await readSteadily(view, READERS_RATE, 4)
  const alone = await readSteadily(view, READERS_RATE, 6)
  let reading = true
  const downloads = (async () => {
    while (reading) await download(csv)
  })()
  const meanwhile = await readSteadily(view, READERS_RATE, 6)
  reading = false
  await downloads
  return { rate: READERS_RATE, alone, meanwhile }
}
