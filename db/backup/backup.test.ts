import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { loadFirstData } from '@/db/first-data'
import { keepHighestEdition, readHighestEdition } from '@/db/highest-edition'
import { publish } from '@/db/publish'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { makePerson } from '@/db/testing/people'
import { useTestDatabase } from '@/db/testing/use-database'
import { undoEdition } from '@/db/undo'
import { verify } from '@/db/verify/verify'
import type { Change } from '@/domain/change'
import { writeBackup } from './backup'
import { restoreBackup } from './restore'

const original = useTestDatabase()
const copies: TestDatabase[] = []
let author = ''
let backup: Buffer

const source = (title: string, base: number | null): Change => ({
  noun: 'source',
  id: 's-kept',
  base,
  fields: {
    title,
    publisher: 'Ministry',
    url: 'https://example.org/a',
    language: 'zh',
    kind: 'official',
    reliability: 'A',
    // A line separator is a character like any other, in a text and in a file of lines.
    note: 'one\u2028two',
  },
})

async function publishWell(...changes: Change[]): Promise<number> {
  const result = await publish({ author, summary: 'for a backup', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.edition
}

async function readBackup(url: string): Promise<Buffer> {
  const lines: string[] = []
  for await (const line of writeBackup(url)) lines.push(line)
  return Buffer.from(lines.join(''))
}

async function* inChunks(bytes: Buffer, size = 60_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function makeCopy(): Promise<TestDatabase> {
  const copy = await createTestDatabase()
  copies.push(copy)
  return copy
}

/** What follows asks this database. */
async function turnTo({ url, readerUrl, deskUrl }: TestDatabase): Promise<void> {
  await closeDatabase()
  Object.assign(process.env, { DATABASE_URL: url, DATABASE_URL_READER: readerUrl, DATABASE_URL_DESK: deskUrl })
}

/** One hash for every edition of every table of records, and one for each table beside them. */
async function fingerprint(url: string): Promise<Record<string, unknown>> {
  const client = postgres(url, { max: 1, connection: { TimeZone: 'UTC' } })
  const prints: Record<string, unknown> = {}
  const records = ['area', 'source', 'document', 'list', 'member', 'report', 'task_force', 'mention', 'claimant']
  for (const table of [...records, 'indicator', 'observation', 'tombstone']) {
    prints[table] = await client.unsafe(`
      select n, md5(string_agg(to_json(t)::text, ',' order by t.id)) as print from edition e
      join ${table} t on t.from_edition <= e.n and (t.to_edition is null or t.to_edition > e.n) group by n order by n`)
  }
  const beside = [
    'edition',
    'edition_change',
    'editor',
    'evidence',
    'desk.user',
    'desk.proposal',
    'desk.proposal_event',
  ]
  for (const table of [...beside, 'desk.audit', 'desk.policy', 'desk.evidence_original']) {
    prints[table] = await client.unsafe(
      `select count(*)::int, md5(string_agg(to_json(t)::text, ',' order by to_json(t)::text)) as print from ${table} t`,
    )
  }
  await client.end()
  return prints
}

beforeAll(async () => {
  await loadFirstData()
  author = await makePerson('zhang@example.org')
  const base = await publishWell(source('first', null))
  await publishWell(source('second', base))
  await undoEdition({ by: author, edition: base + 1, reason: 'was right before', keepsLater: false })
  await publishWell({ noun: 'source', id: 's-kept', base: base + 2, withdraw: { reason: 'forged' } })
  const bytes = Buffer.from([0, 255, 10, 13, 0x5c])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const client = postgres(original.get().url, { max: 1 })
  await client`insert into desk.evidence_original values (${sha256}, ${bytes}, ${author})`
  await client`insert into evidence values (${sha256}, 'application/pdf', 5, 'application/pdf', ${bytes})`
  await client`insert into desk.proposal (author, summary, changes) values (${author}, 'waits', ${client.json([source('third', base)])})`
  await client`insert into desk.proposal_event (proposal, author, kind) values (1, ${author}, 'proposed')`
  await client`insert into desk.session (hash, "user", expires_at) values ('open', ${author}, now() + interval '1 day')`
  await client.end()
  backup = await readBackup(original.get().url)
})

afterAll(async () => {
  await turnTo(original.get())
  for (const copy of copies) await copy.drop()
})

describe('a restored backup', () => {
  test('has every edition, document, file and desk table as they were, and nobody signed in', async () => {
    const copy = await makeCopy()
    const restored = await restoreBackup(copy.url, inChunks(backup))
    expect(restored).toMatchObject({ edition: 8, next: 9 })
    const prints = await fingerprint(copy.url)
    expect(prints).toEqual(await fingerprint(original.get().url))
    expect(prints.evidence).toMatchObject([{ count: 1 }])
    await turnTo(copy)
    expect(await verify()).toMatchObject({ ok: true, editions: 8 })
    const client = postgres(copy.url, { max: 1 })
    expect(await client`select from desk.session`).toHaveLength(0)
    const [proposal] = await client`
      insert into desk.proposal (author, summary, changes) values (${author}, 'next', '[]') returning n`
    await client.end()
    expect(proposal).toEqual({ n: 2 })
    expect((await readBackup(copy.url)).length).toBeGreaterThan(backup.length)
  })

  test('gives no number out again, though the backup is older than what was published', async () => {
    const copy = await makeCopy()
    expect(await restoreBackup(copy.url, inChunks(backup), 40)).toMatchObject({ edition: 8, next: 41 })
    await turnTo(copy)
    expect(await publishWell(source('after the loss', 8))).toBe(41)
    expect(await publishWell(source('and on', 41))).toBe(42)
    expect(await verify()).toMatchObject({ ok: true, editions: 10 })
    // The same once more: what was lost before is still known, and the gap may begin where the last one did.
    const again = await makeCopy()
    const second = await readBackup(copy.url)
    expect(await restoreBackup(again.url, inChunks(second), 20)).toMatchObject({ edition: 42, next: 43 })
    await turnTo(again)
    expect(await verify()).toMatchObject({ ok: true, editions: 10 })
  })

  test('a number that is missing and was not lost is still found out', async () => {
    const copy = await makeCopy()
    await restoreBackup(copy.url, inChunks(backup), 40)
    await turnTo(copy)
    await publishWell(source('after the loss', 8))
    const client = postgres(copy.url, { max: 1 })
    await client`alter table lost_numbers disable trigger user`
    await client`update lost_numbers set through = 39`
    await client.end()
    expect(await verify()).toEqual({ ok: false, fault: { edition: 40, fault: 'number' } })
  })
})

describe('a restore is refused, with nothing written', () => {
  const flip = (bytes: Buffer) => {
    const flipped = Buffer.from(bytes)
    const at = flipped.indexOf('second')
    flipped.write('forged', at)
    return flipped
  }
  test.each([
    ['where something stands already', 'not-empty', (bytes: Buffer) => bytes],
    ['of a file with a changed word', 'damaged', flip],
    ['of a file that was cut off', 'cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200)],
    ['of a file cut within its last line', 'cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    [
      'of a file with something after its end',
      'damaged',
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('row {}\n')]),
    ],
    ['of another file', 'no-backup', () => Buffer.from('id,name\n1,2\n')],
    ['of an empty file', 'no-backup', () => Buffer.alloc(0)],
    [
      'of a newer format',
      'newer',
      (bytes: Buffer) => Buffer.from(bytes.toString().replace('"version":1', '"version":2')),
    ],
  ])('%s', async (_, reason, change) => {
    const copy = reason === 'not-empty' ? original.get() : await makeCopy()
    await expect(restoreBackup(copy.url, inChunks(change(backup)))).rejects.toMatchObject({ reason })
    if (reason === 'not-empty') return
    const client = postgres(copy.url, { max: 1 })
    expect(await client`select from editor`).toHaveLength(0)
    await client.end()
  })
})

test('the highest number is kept outside the database and only grows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pot-and-iron-highest-'))
  expect(readHighestEdition(folder)).toBe(0)
  for (const n of [7, 9, 8]) keepHighestEdition(n, folder)
  await expect.poll(() => readHighestEdition(folder)).toBe(9)
  rmSync(folder, { recursive: true })
})
