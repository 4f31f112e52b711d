/**
 * `npm run bench`: every figure of docs/performance.md in one run, as rates and as ratios to what nothing could be
 * faster than. `npm run bench -- csv memory` runs only these rooms and writes nothing.
 */
import { loadavg } from 'node:os'
import { measureCsv } from './csv'
import { type BenchDatabases, openDatabases } from './databases'
import { measureDrawing } from './drawing'
import { measureFirstLoad } from './first-load'
import { measureImports } from './imports'
import { measureLighthouse } from './lighthouse'
import { measureMemory } from './memory'
import { measurePublishing } from './publishing'
import { measureReading } from './reading'
import {
  describeConditions,
  describeCsv,
  describeDrawing,
  describeFirstLoad,
  describeImports,
  describeLighthouse,
  describeMemory,
  describePublishing,
  describeReading,
  type Figure,
  formatTable,
  writeReport,
} from './report'
import { makeBuild, type Site, startSite } from './site'

const FOLDER = process.env.BENCH_DATA_DIR || '.data/bench'

type Ground = { first: Site; generated: Site; databases: BenchDatabases; buildDirectory: string }

const rooms: Record<string, (ground: Ground) => Promise<Figure[]>> = {
  reading: async ({ first, generated }) => describeReading(await measureReading(first, generated)),
  csv: async ({ generated, databases }) => describeCsv(await measureCsv(generated, databases.generated)),
  drawing: async ({ first }) => describeDrawing(await measureDrawing(first)),
  'first-load': async ({ first }) => describeFirstLoad(await measureFirstLoad(first)),
  lighthouse: async ({ first }) => describeLighthouse(await measureLighthouse(first)),
  memory: async ({ generated, buildDirectory }) => describeMemory(await measureMemory(generated, buildDirectory)),
  publishing: async ({ databases }) => describePublishing(await measurePublishing(databases.first)),
  imports: async ({ databases }) => describeImports(await measureImports(databases.first)),
}

const load = loadavg()[0] ?? 0
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in rooms))
if (unknown.length > 0) {
  console.error(`There is no room ${unknown.join(', ')}; there are ${Object.keys(rooms).join(', ')}.`)
  process.exit(1)
}

const open: (() => Promise<void>)[] = []
try {
  const figures = await run(wanted.length > 0 ? wanted : Object.keys(rooms))
  const text = `${describeConditions(load)}\n\n${formatTable(figures)}`
  console.log(`\n${text}`)
  if (wanted.length === 0) writeReport(text)
} finally {
  for (const close of open.reverse()) await close()
}
process.exit(0)

async function run(names: readonly string[]): Promise<Figure[]> {
  const say = (line: string) => console.log(`   ${line}`)
  console.log('databases')
  const databases = await openDatabases(FOLDER, say)
  open.push(databases.stop)
  console.log('build')
  const buildDirectory = await makeBuild()
  const first = await startSite(databases.first)
  open.push(first.stop)
  const generated = await startSite(databases.generated)
  open.push(generated.stop)
  const figures: Figure[] = []
  for (const name of names) {
    console.log(name)
    figures.push(...((await rooms[name]?.({ first, generated, databases, buildDirectory })) ?? []))
  }
  return figures
}
