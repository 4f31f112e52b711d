import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import type { EvidenceFile } from '@/domain/evidence-file'
import { getOriginal, getPublicEvidence, keepEvidence, submitFiles } from './evidence'
import { publish } from './publish'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { verify } from './verify/verify'

const database = useTestDatabase()
let by = ''
let photo: Buffer
let file: EvidenceFile

beforeAll(async () => {
  by = await addTestEditor('zhang')
  const fields = { title: 'A report', publisher: 'County', url: 'https://example.org/a', language: 'zh' }
  const source = {
    noun: 'source',
    id: 's-files',
    base: null,
    fields: { ...fields, kind: 'official', reliability: 'A' },
  } as const
  expect(await publish({ author: by, summary: 'a source', changes: [source] })).toMatchObject({ ok: true, edition: 1 })
  photo = Buffer.from('a photo, as far as this test cares')
  const sha256 = createHash('sha256').update(photo).digest('hex')
  file = { sha256, name: 'photo.jpg', type: 'image/jpeg', size: photo.length, addedOn: '2026-11-28', access: 'private' }
})

const put = (files: EvidenceFile[]) => submitFiles({ by, source: 's-files', reason: 'kept' }, () => files)

test('a file is kept once, as it was given, and the log says who gave it', async () => {
  for (let times = 0; times < 2; times += 1)
    await keepEvidence({ ...file, bytes: photo, served: Buffer.from('drawn'), by })
  expect((await getOriginal(file.sha256))?.equals(photo)).toBe(true)
  const audit = await asOwner((sql) => sql`select actor, subject from desk.audit where event = 'evidence-added'`)
  expect([...audit]).toEqual([{ actor: by, subject: `file ${file.sha256}` }])
})

test('readers get a file as long as its source names it as public', async () => {
  expect(await put([file])).toEqual({ ok: true, edition: 2 })
  expect(await getPublicEvidence(file.sha256)).toBeNull()
  expect(await put([{ ...file, access: 'public' }])).toEqual({ ok: true, edition: 3 })
  expect(await getPublicEvidence(file.sha256)).toMatchObject({ type: 'image/jpeg', name: 'photo.jpg' })
  // Edition 3 goes on to name it, and nobody gets it by that.
  expect(await put([file])).toEqual({ ok: true, edition: 4 })
  expect(await getPublicEvidence(file.sha256)).toBeNull()
  expect(await getPublicEvidence('0'.repeat(64))).toBeNull()
  expect(await verify()).toMatchObject({ ok: true, editions: 4 })
})

test('the same file stands once on a list, a source that is not there takes none, and a wrong entry is refused', async () => {
  const same = await submitFiles({ by, source: 's-files', reason: 'again' }, () => null)
  expect(same).toEqual({ ok: false, error: 'file-kept' })
  const nowhere = await submitFiles({ by, source: 's-nowhere', reason: 'none' }, () => [file])
  expect(nowhere).toEqual({ ok: false, error: 'unknown' })
  expect(await put([{ ...file, sha256: 'x' }])).toMatchObject({ ok: false, error: 'invalid' })
})

test('the reader sees no original, and nobody changes or removes a file', async () => {
  const reader = postgres(database.get().readerUrl, { max: 1 })
  await expect(reader`select bytes from desk.evidence_original`).rejects.toMatchObject({ code: '42501' })
  await reader.end()
  for (const table of ['evidence', 'desk.evidence_original']) {
    await expect(asOwner((sql) => sql.unsafe(`delete from ${table}`))).rejects.toMatchObject({ code: '23001' })
    await expect(asOwner((sql) => sql.unsafe(`update ${table} set sha256 = 'x'`))).rejects.toMatchObject({
      code: '23001',
    })
  }
})

async function asOwner<T>(run: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(database.get().url, { max: 1 })
  try {
    return await run(sql)
  } finally {
    await sql.end()
  }
}
