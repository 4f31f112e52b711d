import { sql } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Change } from '@/domain/change'
import { read } from './client'
import { publish } from './publish'
import type { PublishResult } from './publish-result'
import { toFields } from './record-table'
import { makeChanges, Random } from './testing/random-changes'
import { RecordModel } from './testing/record-model'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { undoEdition } from './undo'
import { verify } from './verify/verify'

const OPERATIONS = 2_000
const EDITORS = 8
/** Set PROPERTY_SEED to the number of a failure to see it again. */
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000)

useTestDatabase()
const editors: string[] = []
beforeAll(async () => {
  for (let at = 0; at < EDITORS; at += 1) editors.push(await addTestEditor(`editor-${at}`))
})

test('any 2,000 operations of eight editors leave the record that a simple model of it has', async () => {
  const random = new Random(seed)
  const model = new RecordModel()
  const counts: Record<string, number> = {}
  const count = (kind: string, result: { ok: boolean; error?: string }) => {
    const key = `${kind} ${result.ok ? 'ok' : result.error}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  const lines = [publish, await openSecondLine()]
  try {
    for (let done = 0; done < OPERATIONS; done += EDITORS) {
      if (model.head > 0 && random.once(5)) await takeBack(random, model, count)
      else await publishAtOnce(random, model, lines, count)
    }
    expect(await verify()).toMatchObject({ ok: true, editions: model.head })
    await compareEditions(model)
    expect(await listVersionsWithTwoSuccessors()).toEqual([])
  } catch (error) {
    throw new Error(`PROPERTY_SEED=${seed}, edition ${model.head}: ${(error as Error).message}`, { cause: error })
  }
  // Each of these was met, or the sequences prove less than they say.
  const kinds = ['ok', 'conflict', 'invalid', 'unchanged', 'missing', 'rests'].map((kind) => `publish ${kind}`)
  for (const kind of [...kinds, 'undo ok', 'undo obstacles'])
    expect(counts[kind], `${kind}, seed ${seed}`).toBeGreaterThan(0)
}, 300_000)

type Count = (kind: string, result: { ok: boolean; error?: string }) => void

/** The same code as in another process: it has a line of its own, so only the database keeps the two apart. */
async function openSecondLine(): Promise<typeof publish> {
  vi.resetModules()
  const again = await import('./publish')
  return again.publish
}

/**
 * All editors publish at the same moment. What went through must be right in the order of the editions; what was
 * refused must have been wrong at one moment between before and after; one that waited too long is `busy` and left nothing.
 */
async function publishAtOnce(
  random: Random,
  model: RecordModel,
  lines: readonly (typeof publish)[],
  count: Count,
): Promise<void> {
  const before = model.head
  const sent = editors.map((author, at) => ({
    author,
    changes: makeChanges(random, model),
    line: lines[at % 2] ?? publish,
  }))
  const results = await Promise.all(
    sent.map(({ author, changes, line }) => line({ author, summary: 'one of many', changes })),
  )
  const made = sent
    .map(({ changes }, at) => ({ changes, result: results[at] as PublishResult }))
    .sort((a, b) => toEdition(a.result) - toEdition(b.result))
  for (const { changes, result } of made) {
    count('publish', result)
    if (result.ok) push(model, changes, result.edition)
    else if (result.error !== 'busy') expect(listErrors(model, changes, before)).toContain(result.error)
  }
}

/** Refused ones last. */
function toEdition(result: PublishResult): number {
  return result.ok ? result.edition : Number.POSITIVE_INFINITY
}

function push(model: RecordModel, changes: readonly Change[], edition: number): void {
  expect(edition).toBe(model.head + 1)
  const answer = model.answer(changes)
  if (!answer.ok) throw new Error(`edition ${edition} was published but should be refused: ${answer.error}`)
  model.editions.push(answer.next)
}

function listErrors(model: RecordModel, changes: readonly Change[], since: number): string[] {
  const errors: string[] = []
  for (let edition = since; edition <= model.head; edition += 1) {
    const answer = model.answer(changes, edition)
    if (!answer.ok) errors.push(answer.error)
  }
  return errors
}

/** Each editor in turn takes an edition back, one of the newest more often than not. */
async function takeBack(random: Random, model: RecordModel, count: Count): Promise<void> {
  for (const by of editors) {
    const edition = random.once(4) ? 1 + random.below(model.head) : Math.max(1, model.head - random.below(12))
    const keepsLater = random.once(3)
    const { changes, isBlocked } = model.undo(edition, 'taken back')
    const answer = model.answer(changes)
    const result = await undoEdition({ by, edition, reason: 'taken back', keepsLater })
    count('undo', result)
    if (isBlocked && !keepsLater) expect(result).toMatchObject({ ok: false, error: 'obstacles' })
    else if (!answer.ok) expect(result).toMatchObject(answer)
    else {
      expect(result).toEqual({ ok: true, edition: model.head + 1 })
      model.editions.push(answer.next)
    }
  }
}

const EDITIONS_A_QUERY = 200

/** Reads every edition back by the condition that pages read with. */
async function compareEditions(model: RecordModel): Promise<void> {
  for (let first = 1; first <= model.head; first += EDITIONS_A_QUERY) {
    const last = Math.min(model.head, first + EDITIONS_A_QUERY - 1)
    const found = new Map<number, Record<string, unknown>>()
    for (const noun of ['source', 'area'] as const) {
      for (const row of await readStanding(noun, first, last)) {
        const edition = found.get(Number(row.edition)) ?? {}
        edition[`${noun} ${row.id}`] = { from: row.from_edition, fields: toFields(noun, row) }
        found.set(Number(row.edition), edition)
      }
    }
    for (const row of await readStanding('tombstone', first, last)) {
      const edition = found.get(Number(row.edition)) ?? {}
      const name = `${row.noun} ${row.id}`
      expect(edition[name], `${name} stands and is withdrawn in edition ${row.edition}`).toBeUndefined()
      edition[name] = { from: row.from_edition, fields: null }
      found.set(Number(row.edition), edition)
    }
    for (let edition = first; edition <= last; edition += 1) {
      const wanted = [...model.at(edition)].map(([name, { from, fields }]) => [name, { from, fields }])
      expect(found.get(edition), `edition ${edition}`).toEqual(Object.fromEntries(wanted))
    }
  }
}

async function readStanding(table: string, first: number, last: number): Promise<Record<string, unknown>[]> {
  const rows = await read((database) =>
    database.execute<Record<string, unknown>>(sql`
      select e.n as edition, t.* from generate_series(${first}::int, ${last}::int) as e (n)
      join ${sql.identifier(table)} t on t.from_edition <= e.n and (t.to_edition is null or t.to_edition > e.n)`),
  )
  return [...rows]
}

async function listVersionsWithTwoSuccessors(): Promise<unknown[]> {
  const rows = await read((database) =>
    database.execute(sql`
      select noun, id, base from edition_change where base is not null group by noun, id, base having count(*) > 1`),
  )
  return [...rows]
}
