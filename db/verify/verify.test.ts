import postgres from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { publish } from '@/db/publish'
import { addTestEditor, useTestDatabase } from '@/db/testing/use-database'
import type { Change } from '@/domain/change'
import { verify } from './verify'

const database = useTestDatabase()

/** Three editions: a source and what rests on it, a correction, a withdrawal. */
beforeAll(async () => {
  const author = await addTestEditor('li')
  const fields = {
    publisher: 'Ministry',
    url: 'https://example.org/a',
    language: 'zh',
    kind: 'official',
    reliability: 'A',
  }
  const sets: Change[][] = [
    [
      { noun: 'source', id: 's-a', base: null, fields: { ...fields, title: 'first' } },
      { noun: 'source', id: 's-b', base: null, fields: { ...fields, title: 'second' } },
      {
        noun: 'area',
        id: '999901',
        base: null,
        fields: { nameEn: 'X', nameZh: '某', kind: 'county', citations: [{ source: 's-a' }] },
      },
    ],
    [{ noun: 'source', id: 's-a', base: 1, fields: { ...fields, title: 'first, corrected' } }],
    [{ noun: 'source', id: 's-b', base: 1, withdraw: { reason: 'twice in the record' } }],
  ]
  for (const changes of sets)
    expect(await publish({ author, summary: 'made for a test', changes })).toMatchObject({ ok: true })
})

describe('verify', () => {
  test('passes what publish made', async () => {
    expect(await verify()).toMatchObject({ ok: true, editions: 3, versions: 5 })
  })

  test.each([
    [
      'a rewritten document',
      "update edition_change set document = replace(document, 'first', 'forged') where edition = 1 and seq = 0",
      { edition: 1, fault: 'digest' },
    ],
    [
      'a change taken out',
      'delete from edition_change where edition = 1 and seq = 2',
      { edition: 1, fault: 'content' },
    ],
    ['another author', "update edition set author = 'other' where n = 2", { edition: 2, fault: 'hash' }],
    [
      'another time',
      "update edition set at = at + interval '1 millisecond' where n = 2",
      { edition: 2, fault: 'hash' },
    ],
    [
      'a chain cut and mended at one end',
      "update edition set previous = 'x' where n = 3",
      { edition: 3, fault: 'previous' },
    ],
    [
      'a rewritten row',
      "update source set title = 'forged' where id = 's-a' and to_edition is null",
      { edition: 2, id: 's-a', fault: 'row-differs' },
    ],
    [
      'a row too many',
      "insert into source select 's-c', 2, null, title, publisher, url, published_on, published_on_latest, language, kind, reliability from source where id = 's-a' and to_edition is null",
      { edition: 2, id: 's-c', fault: 'rows-more' },
    ],
    ['a row gone', "delete from area where id = '999901'", { edition: 1, id: '999901', fault: 'row-missing' }],
    [
      'a version opened again',
      "update source set to_edition = null where id = 's-b'",
      { edition: 1, id: 's-b', fault: 'row-end' },
    ],
    [
      'another reason on a tombstone',
      "update tombstone set reason = 'none'",
      { edition: 3, id: 's-b', fault: 'row-differs' },
    ],
    ['a tombstone gone', 'delete from tombstone', { edition: 3, id: 's-b', fault: 'row-missing' }],
    ['totals that are not so', "update edition set totals = '{}' where n = 3", { edition: 3, fault: 'totals' }],
  ])('names %s', async (_, statement, fault) => {
    const sql = postgres(database.get().url, { max: 1, onnotice: () => {} })
    await sql.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`
      await transaction`insert into editor values ('other', 'Other') on conflict do nothing`
    })
    const undo = await keepAll(sql)
    await sql.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`
      await transaction.unsafe(statement)
    })
    const found = await verify()
    await undo()
    await sql.end()
    expect(found).toMatchObject({ ok: false, fault })
  })
})

const TABLES = ['source', 'area', 'tombstone', 'edition', 'edition_change']

/** Copies the tables aside; the function given back puts them as they were. */
async function keepAll(sql: postgres.Sql): Promise<() => Promise<void>> {
  await sql`create schema kept`
  for (const table of TABLES) await sql.unsafe(`create table kept.${table} as select * from public.${table}`)
  return async () => {
    await sql.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`
      for (const table of TABLES) {
        await transaction.unsafe(`delete from public.${table}; insert into public.${table} select * from kept.${table}`)
      }
    })
    await sql`drop schema kept cascade`
  }
}
