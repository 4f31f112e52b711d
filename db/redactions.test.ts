import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '@/domain/change'
import type { AnyFields } from '@/domain/field'
import { MARK } from '@/domain/redaction'
import { writeBackup } from './backup/backup'
import { restoreBackup } from './backup/restore'
import { closeDatabase, getSqlState, read, readDesk, transact } from './client'
import { getCurrentEdition, rememberCurrentEdition } from './current-edition'
import { getVersion } from './get-editable'
import { listEditionChanges } from './list-editions'
import { listRedactions } from './list-redactions'
import { propose } from './proposals'
import { publish, publishDryRun } from './publish'
import { askRedaction, listHeld, listRedactionRequests, withdrawRedaction } from './redaction-requests'
import { confirmRedaction } from './redactions'
import { createTestDatabase } from './testing/database'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { undoEdition } from './undo'
import { verify } from './verify/verify'

const database = useTestDatabase()
let owner: postgres.Sql

const first: AnyFields = {
  titleEn: 'Notice',
  issuer: 'A county',
  issuedOn: '2024-03',
  note: 'Call Zhang San',
  citations: [{ source: 's-a', place: 'under Zhang San', quote: 'Zhang San said' }],
}
const document = (base: number | null, fields: AnyFields, id = 'd-a'): Change => ({
  noun: 'document',
  id,
  base,
  fields,
})

async function publishWell(...changes: Change[]): Promise<number> {
  const result = await publish({ author: 'ed', summary: 'made for a test', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.edition
}

async function ask(keys: string[], id = 'd-a'): Promise<number> {
  const asked = await askRedaction({ by: 'ann', noun: 'document', id, keys, reason: 'A private person is named' })
  if (!asked.ok) throw new Error(asked.error)
  return asked.n
}

/** Everything the database holds, in one text. */
async function readAll(): Promise<string> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'desk')`
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await owner.unsafe<{ text: string }[]>(`select to_json(t)::text as text from ${name} t`)
    texts.push(...rows.map(({ text }) => text))
  }
  return texts.join('\n')
}

const readDigests = () => owner`select edition, seq, digest from edition_change where edition < 5 order by 1, 2`

beforeAll(async () => {
  owner = postgres(database.get().url, { max: 1, onnotice: () => {} })
  await owner`create schema kept`
  await addTestEditor('ann', 'admin')
  await addTestEditor('bob', 'admin')
  await addTestEditor('ed', 'editor')
  const source = { publisher: 'P', url: 'https://example.org/a', language: 'zh', kind: 'official', reliability: 'A' }
  await publishWell({ noun: 'source', id: 's-a', base: null, fields: { ...source, title: 'A' } }, document(null, first))
  await publishWell(document(1, { ...first, note: 'Call Zhang San, 138' }))
  const { note: _note, ...without } = first
  await publishWell(document(2, { ...without, titleEn: 'Notice 1' }))
  await publishWell(document(null, { ...without, note: 'nobody', citations: [{ source: 's-a' }] }, 'd-b'))
  const changes = [document(3, { ...first, titleEn: 'Notice 1', note: 'Zhang San again' })]
  await owner`
    insert into desk.import_draft (author, name, noun, text, edition, report, report_csv)
    values ('ed', 'a.csv', 'document', 'd-a,Zhang San', 4, '{}', ''), ('ed', 'b.csv', 'document', 'd-b', 4, '{}', '')`
  await propose({ author: 'ed', kind: 'record', summary: 'to wait', changes })
})
afterAll(() => owner.end())

describe('a request', () => {
  test.each([
    ['by an editor', { by: 'ed' }, 'forbidden'],
    ['for a code', { noun: 'source', id: 's-a', keys: ['kind'] }, 'not-redactable'],
    ['for nothing', { keys: [] }, 'not-redactable'],
    ['for what no version holds', { keys: ['summary'] }, 'absent'],
    ['for a record that never was', { id: 'd-z' }, 'unknown'],
    ['without a reason', { reason: ' ' }, 'no-summary'],
    ['whose reason gives it away', { reason: 'He wrote: call ZHANG SAN, 138!' }, 'repeats'],
  ] as const)('%s is refused', async (_, change, error) => {
    const asking = {
      by: 'ann',
      noun: 'document',
      id: 'd-a',
      keys: ['note'],
      reason: 'A private person',
      ...change,
    } as const
    expect(await askRedaction(asking)).toEqual({ ok: false, error })
    expect(await listRedactionRequests(10)).toEqual([])
  })

  test('is taken back by an admin, and then nobody can confirm it', async () => {
    const n = await ask(['note'])
    expect(await withdrawRedaction({ by: 'ed', n })).toEqual({ ok: false, error: 'forbidden' })
    expect(await withdrawRedaction({ by: 'ann', n })).toEqual({ ok: true })
    expect(await confirmRedaction({ by: 'bob', n })).toEqual({ ok: false, error: 'decided' })
    expect(await withdrawRedaction({ by: 'bob', n })).toEqual({ ok: false, error: 'decided' })
  })

  test('offers what some version holds', async () => {
    expect(await listHeld('document', 'd-a')).toEqual(['titleEn', 'issuer', 'issuedOn', 'note', 'citations'])
    expect(await listHeld('document', 'd-z')).toBeNull()
  })
})

describe('without two admins', () => {
  test.each([
    ['who asked', 'ann', 'two-admins'],
    ['an editor', 'ed', 'forbidden'],
    ['nobody known', 'eve', 'forbidden'],
  ])('nothing is redacted: confirmed by %s', async (_, by, error) => {
    const n = await ask(['note'])
    const before = await readAll()
    expect(await confirmRedaction({ by, n })).toEqual({ ok: false, error })
    expect(await readAll()).toBe(before)
    await withdrawRedaction({ by: 'ann', n })
  })

  test('nothing is redacted: who asked is an admin no more', async () => {
    const n = await ask(['note'])
    await owner`update desk."user" set role = 'editor' where id = 'ann'`
    expect(await confirmRedaction({ by: 'bob', n })).toEqual({ ok: false, error: 'two-admins' })
    await owner`update desk."user" set role = 'admin' where id = 'ann'`
    expect(await readAll()).toContain('Call Zhang San, 138')
    await withdrawRedaction({ by: 'ann', n })
  })
})

describe('the desk cannot pass the guards by itself', () => {
  test.each([
    ['rewriting a document', sql`update edition_change set document = '{}'`, '42501'],
    ['rewriting a row', sql`update document set note = 'x'`, '42501'],
    ['saying that it redacts', sql`insert into guard.redacting values (pg_current_xact_id())`, '42501'],
    ['counting a redaction', sql`insert into redaction values (1)`, '42501'],
    ['writing that it is done', sql`update desk.redaction set state = 'done', edition = 1`, '42501'],
    [
      'replacing the guard',
      sql`create or replace function public.is_redacting() returns boolean language sql as 'select true'`,
      '42501',
    ],
    ['asking the function with nothing asked for', sql`select desk.redact(999, 'bob', 1, '{}')`, 'P0002'],
  ])('%s', async (_, statement, state) => {
    const failed = await transact((transaction) => transaction.execute(statement)).catch(getSqlState)
    expect(failed).toBe(state)
  })

  test('the function itself refuses one admin, the same admin twice, an editor, and an edition that is there already', async () => {
    const n = await ask(['note'])
    const call = (by: string) =>
      transact((transaction) => transaction.execute(sql`select desk.redact(${n}, ${by}, 3, '{}')`)).catch(getSqlState)
    expect(await call('ann')).toBe('42501')
    expect(await call('ed')).toBe('42501')
    expect(await call('eve')).toBe('42501')
    expect(await call('bob')).toBe('23514')
    await withdrawRedaction({ by: 'ann', n })
  })

  test('the reader may not call it, and the guards hold for the owner as well', async () => {
    expect(await read((reader) => reader.execute(sql`select desk.redact(1, 'bob', 1, '{}')`)).catch(getSqlState)).toBe(
      '42501',
    )
    await expect(owner`update document set note = 'x'`).rejects.toMatchObject({ code: '23001' })
    await expect(owner`update edition_change set salt = 'x'`).rejects.toMatchObject({ code: '23001' })
  })
})

describe('a redaction', () => {
  test('is an edition, and leaves marks in every version and in what waits', async () => {
    const digests = await readDigests()
    await owner`create table kept.untouched as select * from edition_change`
    const n = await ask(['note', 'issuedOn', 'citations'])
    expect(await confirmRedaction({ by: 'bob', n })).toEqual({ ok: true, edition: 5 })
    expect(await readAll()).not.toContain('Zhang San')
    expect(await readDigests()).toEqual(digests)
    expect(
      await owner`select from_edition, to_edition, note, issued_on, issued_on_latest, title_en, citations -> 0 as cited
        from document where id = 'd-a' order by 1`,
    ).toMatchObject([
      { from_edition: 1, to_edition: 2, note: MARK, issued_on: null, issued_on_latest: null, title_en: 'Notice' },
      { from_edition: 2, to_edition: 3, note: MARK, issued_on: null, issued_on_latest: null, title_en: 'Notice' },
      { from_edition: 3, to_edition: 5, note: null, issued_on: null, issued_on_latest: null, title_en: 'Notice 1' },
      { from_edition: 5, to_edition: null, note: null, cited: { source: 's-a', place: MARK, quote: MARK } },
    ])
    expect(await owner`select note, issued_on from document where id = 'd-b'`).toEqual([
      { note: 'nobody', issued_on: '2024-03' },
    ])
    expect(await owner`select edition from edition_change where salt = ${MARK} order by 1`).toEqual([
      { edition: 1 },
      { edition: 2 },
      { edition: 3 },
    ])
    expect(await owner`select name from desk.import_draft`).toEqual([{ name: 'b.csv' }])
    const [waiting] = await readDesk((desk) => desk.execute(sql`select revision, changes from desk.proposal`))
    expect(waiting).toMatchObject({ revision: 2, changes: [{ fields: { note: MARK, titleEn: 'Notice 1' } }] })
    expect(await verify()).toMatchObject({ ok: true, editions: 5 })
  })

  test('says which fields, why and by whom, and is counted', async () => {
    expect(await listEditionChanges(5, { offset: 0, limit: 9 })).toEqual([
      {
        noun: 'document',
        id: 'd-a',
        operation: 'redact',
        differences: [],
        fields: expect.objectContaining({ titleEn: 'Notice 1', issuer: 'A county' }),
        redacted: ['issuedOn', 'note', 'citations'],
      },
    ])
    expect(await listRedactions('document', 'd-a')).toEqual([
      { edition: 5, keys: ['issuedOn', 'note', 'citations'], summary: 'A private person is named' },
    ])
    const [edition] = await owner`select author, also, tally, totals from edition where n = 5`
    expect(edition).toMatchObject({
      author: 'ann',
      also: [{ id: 'bob', part: 'reviewed' }],
      tally: { document: { redact: 1 } },
      totals: { document: 2 },
    })
    expect(await owner`select actor, subject from desk.audit where event = 'redacted'`).toEqual([
      { actor: 'bob', subject: 'edition 5' },
    ])
    await rememberCurrentEdition()
    expect(await getCurrentEdition()).toMatchObject({ n: 5, redactions: 1 })
  })

  test('is not put back by a form that was opened before it', async () => {
    const changed: AnyFields = { ...first, titleEn: 'Notice 1', issuer: 'Two counties' }
    const { note: _note, ...fields } = changed
    const opened = { author: 'ed', summary: 'the issuer', changes: [document(3, fields)] }
    const marked = [{ source: 's-a', place: MARK, quote: MARK }]
    expect(await publish(opened)).toMatchObject({
      error: 'conflict',
      conflicts: [
        {
          edition: 5,
          fields: [
            { key: 'citations', base: marked, theirs: marked, yours: first.citations },
            { key: 'issuedOn', base: undefined, theirs: undefined, yours: '2024-03' },
          ],
        },
      ],
    })
    const { issuedOn: _date, ...left }: AnyFields = { ...fields, citations: marked }
    expect(await publishDryRun({ ...opened, changes: [document(3, left)] })).toMatchObject({ ok: true, edition: 6 })
    expect(await readAll()).not.toContain('Zhang San')
  })

  test('cannot be taken back, and versions before it can still be opened and undone', async () => {
    expect(await undoEdition({ by: 'ed', edition: 5, reason: 'no', keepsLater: false })).toMatchObject({
      error: 'unchanged',
    })
    expect((await getVersion('document', 'd-a', 2))?.fields).toMatchObject({ titleEn: 'Notice', note: MARK })
    expect(await undoEdition({ by: 'ed', edition: 3, reason: 'the old title', keepsLater: false })).toMatchObject({
      edition: 6,
    })
    expect(await owner`select title_en, note from document where id = 'd-a' and to_edition is null`).toEqual([
      { title_en: 'Notice', note: MARK },
    ])
    expect(await verify()).toMatchObject({ ok: true, editions: 6 })
  })

  test('of a record that is gone takes the reason, and a second one of the same record stands on the first', async () => {
    const reason = 'Zhang San asked for it'
    await publishWell({ noun: 'document', id: 'd-a', base: 6, withdraw: { reason } })
    const n = await ask(['reason', 'titleEn'])
    expect(await confirmRedaction({ by: 'bob', n })).toEqual({ ok: true, edition: 8 })
    expect(await owner`select from_edition, to_edition, reason from tombstone order by 1`).toEqual([
      { from_edition: 7, to_edition: 8, reason: MARK },
      { from_edition: 8, to_edition: null, reason: MARK },
    ])
    expect(await owner`select distinct title_en from document where id = 'd-a'`).toEqual([{ title_en: MARK }])
    expect(await readAll()).not.toContain('Zhang San')
    expect(await verify()).toMatchObject({ ok: true, editions: 8 })
  })

  test('is in a backup, and the record restored from it is whole', async () => {
    const before = await readVersions(owner)
    const lines: string[] = []
    for await (const line of writeBackup(database.get().url)) lines.push(line)
    expect(lines.join('')).not.toContain('Zhang San')
    const copy = await createTestDatabase()
    await restoreBackup(copy.url, toStream(Buffer.from(lines.join(''))))
    const restored = postgres(copy.url, { max: 1 })
    expect(await readVersions(restored)).toEqual(before)
    expect(await restored`select edition from redaction order by 1`).toEqual([{ edition: 5 }, { edition: 8 }])
    await restored.end()
    const { url, readerUrl, deskUrl } = copy
    const mine = { ...process.env }
    await closeDatabase()
    Object.assign(process.env, { DATABASE_URL: url, DATABASE_URL_READER: readerUrl, DATABASE_URL_DESK: deskUrl })
    expect(await verify()).toMatchObject({ ok: true, editions: 8 })
    await closeDatabase()
    Object.assign(process.env, mine)
    await copy.drop()
  })
})

async function* toStream(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** All versions of documents and tombstones, as they stand in the tables. */
async function readVersions(from: postgres.Sql): Promise<unknown> {
  return [
    [...(await from`select * from document order by id, from_edition`)],
    [...(await from`select * from tombstone order by id, from_edition`)],
    [...(await from`select * from edition_change order by edition, seq`)],
  ]
}

describe('verify names', () => {
  test.each([
    [
      'a marked document that was changed again',
      `update edition_change set document = replace(document, 'A county', 'A town') where edition = 2`,
      { edition: 2, fault: 'mark' },
    ],
    [
      'a marked salt that no redaction sealed',
      `update edition_change set salt = '[redacted]' where edition = 4`,
      { edition: 4, fault: 'mark' },
    ],
    [
      'what a redaction took away, back in its place',
      `update edition_change set document = replace(document, '"note":"[redacted]"', '"note":"Zhang San"') where edition = 1 and id = 'd-a'`,
      { edition: 1, fault: 'mark' },
    ],
    [
      'a redaction that names other fields now',
      `update edition_change set document = replace(document, '"keys":["titleEn"', '"keys":["titleZh"') where edition = 8`,
      { edition: 8, fault: 'digest' },
    ],
    [
      'a version that no redaction reached',
      `update edition_change c set document = u.document, salt = u.salt from kept.untouched u where c.edition = u.edition and c.seq = u.seq and u.edition = 2`,
      { edition: 2, id: 'd-a', fault: 'unmarked' },
    ],
    [
      'a row that holds the value',
      `update document set note = 'Zhang San' where id = 'd-a' and from_edition = 1`,
      { edition: 1, fault: 'row-differs', detail: 'note' },
    ],
    ['a redaction that is not counted', `delete from redaction where edition = 5`, { edition: 5, fault: 'redactions' }],
    ['a count of what is no redaction', `insert into redaction values (4)`, { edition: 4, fault: 'redactions' }],
  ])('%s', async (_, statement, fault) => {
    const bare = postgres(database.get().url, { max: 1, onnotice: () => {} })
    await bare`create table kept.changes as select * from edition_change`
    await bare`create table kept.documents as select * from document`
    await bare`create table kept.redactions as select * from redaction`
    const change = (statements: string) =>
      bare.begin(async (transaction) => {
        await transaction`set local session_replication_role = replica`
        await transaction.unsafe(statements)
      })
    await change(statement)
    const found = await verify()
    await change(`delete from edition_change; insert into edition_change select * from kept.changes;
      delete from document; insert into document select * from kept.documents;
      delete from redaction; insert into redaction select * from kept.redactions`)
    await bare`drop table kept.changes, kept.documents, kept.redactions`
    await bare.end()
    expect(found).toMatchObject({ ok: false, fault })
    expect(await verify()).toMatchObject({ ok: true })
  })
})
