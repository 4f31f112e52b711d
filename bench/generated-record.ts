import { sql } from 'drizzle-orm'
import { read, transact } from '@/db/client'
import { publish } from '@/db/publish'
import { user } from '@/db/schema/desk'
import { editor } from '@/db/schema/edition'
import type { Change } from '@/domain/change'
import type { AnyFields, Noun } from '@/domain/field'
import { composeId } from '@/domain/record'

/** The size the read path is measured at: 480,000 figures. */
export const AREAS = 40
export const INDICATORS = 100
export const MONTHS = 120

/** The editor whose name the generated editions carry. */
export const BENCH_EDITOR = 'bench'

const PER_EDITION = 12_000
const FIRST_YEAR = 2015
const SEED = 20_231_101

/**
 * Fills an empty, migrated database with 480,000 figures through `publish`, the same ones on every machine: one edition
 * of what they rest on, then 40 of 12,000 figures each. A record that holds them already is left as it is.
 * @param onProgress told after each edition how many figures there are
 */
export async function makeGeneratedRecord(onProgress: (figures: number) => void): Promise<void> {
  const done = await countFigures()
  if (done === AREAS * INDICATORS * MONTHS) return
  if (done > 0) throw new Error('an earlier run was cut off: remove the folder of the bench database')
  await addBenchEditor()
  await publishAll('Places, indicators and a source, generated', [...makeSupports()])
  const batch: Change[] = []
  let figures = 0
  for (const change of makeFigures()) {
    batch.push(change)
    if (batch.length < PER_EDITION) continue
    await publishAll(`Figures ${figures + 1} to ${figures + PER_EDITION}, generated`, batch.splice(0))
    figures += PER_EDITION
    onProgress(figures)
  }
}

async function countFigures(): Promise<number> {
  const rows = await read((database) =>
    database.execute<{ figures: number | null }>(
      sql`select (totals ->> 'observation')::int as figures from edition order by n desc limit 1`,
    ),
  )
  return rows[0]?.figures ?? 0
}

/** An account that may publish and cannot sign in. */
export async function addBenchEditor(): Promise<void> {
  await transact(async (transaction) => {
    await transaction.insert(editor).values({ id: BENCH_EDITOR, name: 'Bench' }).onConflictDoNothing()
    const account = { id: BENCH_EDITOR, email: 'bench@example.org', role: 'editor' }
    await transaction.insert(user).values(account).onConflictDoNothing()
  })
}

async function publishAll(summary: string, changes: Change[]): Promise<void> {
  const result = await publish({ author: BENCH_EDITOR, summary, changes })
  if (!result.ok) throw new Error(`${summary}: ${JSON.stringify(result).slice(0, 300)}`)
}

function* makeSupports(): Generator<Change> {
  const source = {
    title: 'Generated figures',
    publisher: 'Statistics office of a made-up country',
    url: 'https://example.org/figures',
  }
  yield toChange('source', SOURCE, { ...source, language: 'en', kind: 'official', reliability: 'A' })
  yield toChange('claimant', 'official', { nameEn: 'Competent state body', nameZh: '主管部门', kind: 'state-body' })
  for (let area = 1; area <= AREAS; area += 1) yield toChange('area', areaId(area), makeArea(area))
  for (let indicator = 1; indicator <= INDICATORS; indicator += 1) {
    yield toChange('indicator', indicatorId(indicator), makeIndicator(indicator))
  }
}

const SOURCE = 's-generated'
/** The ids of generated places and indicators, counted from 1. */
export const areaId = (area: number) => String(900_000 + area)
export const indicatorId = (indicator: number) => `generated_${String(indicator).padStart(3, '0')}`

function makeArea(area: number): AnyFields {
  return { nameEn: `Province ${area}`, nameZh: `第${area}省`, kind: 'province', citations: [{ source: SOURCE }] }
}

/** Stocks with odd numbers, flows with even ones. */
function makeIndicator(indicator: number): AnyFields {
  return {
    nameEn: `Local government debt balance, part ${indicator}`,
    nameZh: `地方政府债务余额，第${indicator}项`,
    definitionEn: `Outstanding debt of part ${indicator} at the end of the month.`,
    definitionZh: `第${indicator}项月末债务余额。`,
    unit: 'CNY',
    unitMult: 8,
    measure: indicator % 2 === 1 ? 'stock' : 'flow',
  }
}

function* makeFigures(): Generator<Change> {
  const draw = makeDraw(SEED)
  for (let indicator = 1; indicator <= INDICATORS; indicator += 1) {
    for (let area = 1; area <= AREAS; area += 1) {
      let value = 100_000 + draw() * 5_000_000
      for (let month = 0; month < MONTHS; month += 1) {
        value *= 0.995 + draw() * 0.02
        yield makeFigure(indicator, area, monthId(month), (value / 100).toFixed(2))
      }
    }
  }
}

/** The code of a generated month, counted from 0: `2015-01`. */
export function monthId(month: number): string {
  return `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

function makeFigure(indicator: number, area: number, period: string, value: string): Change {
  const key = { indicator: indicatorId(indicator), area: areaId(area), period, frequency: 'M', claimant: 'official' }
  return toChange('observation', '', { ...key, value, status: 'official', citations: [{ source: SOURCE }] })
}

function toChange(noun: Noun, id: string, fields: AnyFields): Change {
  return { noun, id: id || (composeId(noun, fields) ?? ''), base: null, fields }
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function makeDraw(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
