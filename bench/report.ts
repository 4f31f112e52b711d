import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import type { CsvFigures } from './csv'
import type { DrawingFigures } from './drawing'
import type { FirstLoad, Scripts } from './first-load'
import { type ImportFigures, ROWS } from './imports'
import { describeScores, type LighthouseFigures, reachesAims } from './lighthouse'
import type { MemoryFigures } from './memory'
import type { PublishingFigures } from './publishing'
import type { ReadingFigures } from './reading'
import type { Times } from './times'

/** One line of the table: what was measured, how it came out, what it should be and whether it is; `ratio` to its floor. */
export type Figure = { name: string; value: string; aim?: string; holds?: boolean; ratio?: string }

export function describeReading({ bytes, first, repeated }: ReadingFigures): Figure[] {
  const { bare, page, generated, gzip, bareJson, json, bareTag, tag, pageTag } = repeated
  const slower = first.generatedPage.p50 / first.firstPage.p50
  const slowerJson = first.generatedJson.p50 / first.firstJson.p50
  return [
    {
      name: `filtered /debt (${kilo(bytes.page)} KB), repeated`,
      value: rate(page),
      aim: '≥ 400/s',
      holds: page.perSecond >= 400,
      ratio: share(page, bare, 'bare'),
    },
    { name: 'the same bytes from a bare server', value: rate(bare) },
    { name: 'filtered /debt, repeated, gzip', value: rate(gzip), ratio: share(gzip, bare, 'bare') },
    {
      name: 'filtered /debt of 480,000, repeated',
      value: rate(generated),
      ratio: share(generated, page, 'first data'),
    },
    {
      name: `filtered /debt.json (${kilo(bytes.json)} KB), repeated`,
      value: rate(json),
      ratio: share(json, bareJson, 'bare'),
    },
    { name: 'the same bytes from a bare server', value: rate(bareJson) },
    {
      name: '.json, not modified (304)',
      value: rate(tag),
      aim: '≥ 1,000/s',
      holds: tag.perSecond >= 1000,
      ratio: share(tag, bareTag, 'bare'),
    },
    {
      name: '/debt, not modified (304)',
      value: rate(pageTag),
      aim: '≥ 1,000/s',
      holds: pageTag.perSecond >= 1000,
      ratio: share(pageTag, bareTag, 'bare'),
    },
    { name: 'new view of /debt, first data, 1 caller', value: latency(first.firstPage) },
    {
      name: 'new view of /debt, 480,000, 1 caller',
      value: latency(first.generatedPage),
      aim: '≤ 1.3 × first data',
      holds: slower <= 1.3,
      ratio: times(slower, 'first data'),
    },
    { name: 'new view of /debt.json, first data, 1 caller', value: latency(first.firstJson) },
    {
      name: 'new view of /debt.json, 480,000, 1 caller',
      value: latency(first.generatedJson),
      aim: '≤ 1.3 × first data',
      holds: slowerJson <= 1.3,
      ratio: times(slowerJson, 'first data'),
    },
    { name: 'new views of /debt, 480,000, 8 callers', value: rate(first.together) },
  ]
}

export function describePublishing({ publish, bare }: PublishingFigures): Figure[] {
  return [
    {
      name: 'publish, one change each, 8 callers',
      value: rate(publish),
      aim: '≥ 300/s',
      holds: publish.perSecond >= 300,
      ratio: share(publish, bare, 'bare'),
    },
    { name: 'the same rows in a bare transaction, 8 callers', value: rate(bare) },
  ]
}

export function describeImports({ dryRun, publish, bare, memory }: ImportFigures): Figure[] {
  const rows = ROWS.toLocaleString('en')
  const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`
  return [
    {
      name: `dry run of a CSV of ${rows} new figures`,
      value: seconds(dryRun),
      aim: '≤ 2 s',
      holds: dryRun <= 2000,
      ratio: times(dryRun / bare, 'bare'),
    },
    {
      name: 'the same published',
      value: seconds(publish),
      aim: '≤ 2 s, ≤ 3 × bare',
      holds: publish <= 2000 && publish <= 3 * bare,
      ratio: times(publish / bare, 'bare'),
    },
    { name: 'the same rows inserted in a bare transaction', value: seconds(bare) },
    {
      name: 'memory after the first and the last of five',
      value: `${memory.first.toFixed(0)} → ${memory.last.toFixed(0)} MiB`,
    },
  ]
}

/** Types of page that load the same are told together. */
export function describeFirstLoad(loads: readonly FirstLoad[]): Figure[] {
  const say = ({ files, bytes }: Scripts) =>
    `${(bytes / 1024).toFixed(1)} KiB gzip in ${files === 1 ? 'a file' : `${files} files`}`
  const told = loads.map(({ page, alone, used }) => {
    const more = used.files > alone.files ? `, ${say(used)} once a reader points at something` : ''
    return { page, bytes: alone.bytes, value: say(alone) + more }
  })
  return [...new Set(told.map(({ value }) => value))].map((value) => {
    const same = told.filter((one) => one.value === value)
    const [first] = same
    return {
      name: `first-load JavaScript, ${same.length === 1 ? first?.page : `${same.length} types of page`}`,
      value,
      aim: '≤ 140 KiB',
      holds: same.every(({ bytes }) => bytes <= 140 * 1024),
    }
  })
}

export function describeDrawing({ table, chart, pictures, embeds }: DrawingFigures): Figure[] {
  const slower = chart.p50 / table.p50
  return [
    { name: 'new view of /debt without a chart', value: latency(table) },
    {
      name: 'new view of /debt with a chart, as many rows',
      value: latency(chart),
      aim: '≤ 1.5 × without',
      holds: slower <= 1.5,
      ratio: times(slower, 'without'),
    },
    ...Object.entries(pictures).map(([name, drawn]) => ({
      name,
      value: latency(drawn),
      aim: '≤ 60 ms',
      holds: drawn.p50 <= 60,
      ratio: times(drawn.p50 / table.p50, 'the table'),
    })),
    {
      name: `largest frame for other sites, ${embeds.largest}`,
      value: `${(embeds.bytes / 1000).toFixed(1)} kB`,
      aim: '≤ 60 kB',
      holds: embeds.bytes <= 60_000,
    },
  ]
}

/** A score can only fall by what else the machine does, so one that holds under load holds. */
export function describeLighthouse({ bare, pages }: LighthouseFigures): Figure[] {
  const figures = pages.map((one) => ({
    name: `Lighthouse (mobile), ${one.page}`,
    value: describeScores(one),
    aim: '≥ 0.98 / 1 / 1 / 1, shift 0',
    holds: reachesAims(one),
    ratio: `${(one.scores.performance / bare.scores.performance).toFixed(2)} × the page with nothing on it`,
  }))
  return [{ name: 'Lighthouse (mobile), a page with nothing on it', value: describeScores(bare) }, ...figures]
}

export function describeMemory({ views, before, after, diskBefore, diskAfter, times: drawn }: MemoryFigures): Figure[] {
  return [
    {
      name: `memory after ${views.toLocaleString('en')} new views`,
      value: `${before.toFixed(0)} → ${after.toFixed(0)} MiB`,
      aim: '≤ 768 MiB',
      holds: after <= 768,
    },
    {
      name: 'disk after the same views',
      value: `+${(diskAfter - diskBefore).toFixed(1)} MiB`,
      aim: '+0',
      holds: diskAfter - diskBefore < 1,
    },
    { name: 'these views, 4 callers', value: rate(drawn) },
  ]
}

/** Two seconds were asked for where a bare COPY takes 0.9; machines differ in both alike. */
const CSV_MOST = 2 / 0.9

export function describeCsv({ csv, copy, memory, freed, readers }: CsvFigures): Figure[] {
  const ratio = copy ? { ratio: times(csv.seconds / copy.seconds, 'COPY') } : {}
  const { alone, meanwhile } = readers
  return [
    {
      name: `.csv of 480,000 (${(csv.bytes / 1e6).toFixed(1)} MB)`,
      value: `${csv.seconds.toFixed(2)} s`,
      aim: copy ? `≤ ${CSV_MOST.toFixed(2)} × COPY` : '≤ 2 s',
      holds: copy ? csv.seconds <= CSV_MOST * copy.seconds : csv.seconds <= 2,
      ...ratio,
    },
    {
      name: 'bare COPY through node:http',
      value: copy ? `${copy.seconds.toFixed(2)} s (${(copy.bytes / 1e6).toFixed(1)} MB)` : 'no psql on this machine',
    },
    { name: 'memory while it is sent', value: `+${memory.toFixed(0)} MiB`, aim: '≤ +50 MB', holds: memory <= 50 },
    {
      name: 'an aborted download is freed after',
      value: freed === null ? 'not within 5 s' : `${freed.toFixed(0)} ms`,
      aim: '≤ 1 s',
      holds: freed !== null && freed <= 1000,
    },
    {
      name: `other readers alone (${readers.rate}/s)`,
      value: `p50 ${alone.p50} ms, p99 ${alone.p99} ms`,
    },
    {
      name: 'other readers while it is sent',
      value: `p50 ${meanwhile.p50} ms, p99 ${meanwhile.p99} ms, max ${meanwhile.max.toFixed(0)} ms`,
      aim: 'p99 ≤ 30 ms, or as alone',
      holds: meanwhile.p99 <= Math.max(30, alone.p99),
      ratio: `p99 ${times(meanwhile.p99 / alone.p99, 'alone')}`,
    },
  ]
}

const rate = ({ perSecond, p50, p99 }: Times) =>
  `${Math.round(perSecond).toLocaleString('en')}/s, p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`
const latency = ({ p50, p99 }: Times) => `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`
const milliseconds = (value: number) => `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} ms`
const kilo = (bytes: number) => Math.round(bytes / 1000)
const share = (a: Times, b: Times, of: string) => times(a.perSecond / b.perSecond, of)
const times = (ratio: number, of: string) => `${ratio.toFixed(2)} × ${of}`

/** The table as Markdown. */
export function formatTable(figures: readonly Figure[]): string {
  const lines = figures.map(
    ({ name, value, aim = '', holds, ratio = '' }) =>
      `| ${name} | ${value} | ${aim}${holds === undefined ? '' : holds ? ' ✓' : ' ✗'} | ${ratio} |`,
  )
  return ['| what | figure | aim | ratio |', '|---|---|---|---|', ...lines].join('\n')
}

/** When and on what it was measured: nothing that names the machine. */
export function describeConditions(loadBefore: number): string {
  const day = new Date().toISOString().slice(0, 10)
  const busy =
    loadBefore > 1
      ? ` Other programs were running (load ${loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after), so the ratios say more than the rates.`
      : ''
  return `Measured on ${day} with Node ${process.versions.node} on ${availableParallelism()} cores, which the callers, the server and PostgreSQL share.${busy}`
}

const MARKS = ['<!-- figures -->', '<!-- end of figures -->'] as const

/** Writes the run between the marks of `docs/performance.md`. */
export function writeReport(text: string): void {
  const page = readFileSync('docs/performance.md', 'utf8')
  const [before, rest] = page.split(MARKS[0])
  const after = rest?.split(MARKS[1])[1]
  if (before === undefined || after === undefined)
    throw new Error('docs/performance.md has lost the marks round its figures')
  writeFileSync('docs/performance.md', `${before}${MARKS[0]}\n\n${text}\n\n${MARKS[1]}${after}`)
}
