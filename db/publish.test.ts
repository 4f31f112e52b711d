import postgres from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '@/domain/change'
import { publish, publishDryRun } from './publish'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { verify } from './verify/verify'

const database = useTestDatabase()
let author = ''

const source = (id: string, title: string, base: number | null = null): Change => ({
  noun: 'source',
  id,
  base,
  fields: {
    title,
    publisher: 'Ministry',
    url: 'https://example.org/a',
    language: 'zh',
    kind: 'official',
    reliability: 'A',
  },
})
const area = (id: string, cites: string, base: number | null = null): Change => ({
  noun: 'area',
  id,
  base,
  fields: { nameEn: 'Nowhere', nameZh: '无处', kind: 'county', citations: [{ source: cites }] },
})

async function publishWell(...changes: Change[]): Promise<number> {
  const result = await publish({ author, summary: 'a test', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.edition
}

beforeAll(async () => {
  author = await addTestEditor('zhang')
})

describe('publish', () => {
  test('of 50 at once from the same base exactly one wins, and the chain verifies', async () => {
    const base = await publishWell(source('s-race', 'first'))
    const tries = Array.from({ length: 50 }, (_, at) =>
      publish({ author, summary: `try ${at}`, changes: [source('s-race', `title ${at}`, base)] }),
    )
    const results = await Promise.all(tries)
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    const lost = results.filter((result) => !result.ok)
    expect(lost.map((result) => result.error)).toEqual(Array(49).fill('conflict'))
    expect(await verify()).toMatchObject({ ok: true, editions: base + 1 })
  })

  test('changes to other fields merge, a change to the same field is refused with both texts', async () => {
    const base = await publishWell(source('s-merge', 'old title'))
    const theirs = await publishWell(source('s-merge', 'their title', base))
    const other = source('s-merge', 'old title', base)
    await publishWell({ ...other, fields: { ...other.fields, note: 'mine' } } as Change)
    const again = await publish({ author, summary: 'same field', changes: [source('s-merge', 'my title', base)] })
    expect(again).toEqual({
      ok: false,
      error: 'conflict',
      conflicts: [
        {
          noun: 'source',
          id: 's-merge',
          edition: theirs + 1,
          withdrawn: false,
          fields: [{ key: 'title', base: 'old title', theirs: 'their title', yours: 'my title' }],
        },
      ],
    })
    const [row] = await asOwner(
      (sql) => sql`select title, note from source where id = 's-merge' and to_edition is null`,
    )
    expect(row).toEqual({ title: 'their title', note: 'mine' })
  })

  test('what changes nothing makes no edition', async () => {
    const base = await publishWell(source('s-same', 'as it is'))
    expect(await publish({ author, summary: 'nothing', changes: [source('s-same', 'as it is', base)] })).toEqual({
      ok: false,
      error: 'unchanged',
    })
  })

  test('a dry run answers as publishing does and leaves nothing', async () => {
    const dry = await publishDryRun({ author, summary: 'dry', changes: [source('s-dry', 'dry')] })
    expect(dry).toMatchObject({ ok: true, outcomes: ['new'] })
    expect(await asOwner((sql) => sql`select 1 from source where id = 's-dry'`)).toHaveLength(0)
    expect(await publishWell(source('s-dry', 'dry'))).toBe(dry.ok ? dry.edition : 0)
  })

  test('a record that is cited cannot be withdrawn alone, but together with what rests on it', async () => {
    const base = await publishWell(source('s-cited', 'cited'), area('999901', 's-cited'))
    const alone = await publish({
      author,
      summary: 'alone',
      changes: [{ noun: 'source', id: 's-cited', base, withdraw: { reason: 'forged' } }],
    })
    expect(alone).toEqual({
      ok: false,
      error: 'rests',
      dependents: [{ noun: 'area', id: '999901', key: 'citations', rests: 'source', on: 's-cited' }],
    })
    const withdraw = { reason: 'forged' }
    const n = await publishWell(
      { noun: 'source', id: 's-cited', base, withdraw },
      { noun: 'area', id: '999901', base, withdraw },
    )
    const stones = await asOwner(
      (sql) => sql`select noun, id, reason from tombstone where from_edition = ${n} order by noun`,
    )
    expect(stones).toMatchObject([
      { noun: 'area', id: '999901', reason: 'forged' },
      { noun: 'source', id: 's-cited', reason: 'forged' },
    ])
    const taken = await publish({ author, summary: 'reuse', changes: [source('s-cited', 'another')] })
    expect(taken).toMatchObject({ ok: false, error: 'invalid', problems: [{ key: 'id', code: 'taken' }] })
    await publishWell(source('s-cited', 'cited, after all', n))
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('a citation of a source that is not there is refused, with its place', async () => {
    const result = await publish({ author, summary: 'no source', changes: [area('999902', 's-nowhere')] })
    expect(result).toEqual({
      ok: false,
      error: 'missing',
      missing: [{ noun: 'area', id: '999902', key: 'citations.0.source', wants: 'source', wanted: 's-nowhere' }],
    })
  })

  test('who may not publish is refused inside the transaction', async () => {
    await asOwner((sql) => sql`insert into editor values ('gone', 'Gone')`)
    await asOwner(
      (sql) => sql`insert into desk.user (id, email, role, disabled) values ('gone', 'g@example.org', 'admin', true)`,
    )
    expect(await publish({ author: 'gone', summary: 'no', changes: [source('s-no', 'no')] })).toEqual({
      ok: false,
      error: 'forbidden',
    })
  })
})

describe('the guards', () => {
  test.each([
    ["update source set title = 'forged'", '23001'],
    ['update source set to_edition = null where to_edition is not null', '23001'],
    ['delete from source', '23001'],
    ['truncate source', '23001'],
    ["update edition set summary = 'forged'", '23001'],
    ['delete from edition_change', '23001'],
    ['truncate edition, edition_change, redaction', '23001'],
    ["insert into claimant (id, from_edition, name_en, name_zh, kind) values ('late', 1, 'a', 'a', 'bank')", '23001'],
    ['update source set to_edition = 1 + from_edition where to_edition is null', '23001'],
  ])('refuse the owner: %s', async (statement, state) => {
    await expect(asOwner((sql) => sql.unsafe(statement))).rejects.toMatchObject({ code: state })
  })

  test.each([
    ['reader', "insert into editor values ('x', 'x')", ['42501', '25006']],
    ['reader', 'select * from desk.user', ['42501']],
    ['desk', "update source set title = 'forged'", ['42501']],
    ['desk', 'delete from source', ['42501']],
    ['desk', 'truncate source', ['42501']],
    ['desk', 'alter table source disable trigger all', ['42501']],
  ])('refuse the %s: %s', async (role, statement, states) => {
    const url = role === 'reader' ? database.get().readerUrl : database.get().deskUrl
    const sql = postgres(url, { max: 1 })
    const refused = await sql.unsafe(statement).catch((error: { code: string }) => error)
    await sql.end()
    expect(states).toContain((refused as { code: string }).code)
  })
})

async function asOwner<T>(run: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(database.get().url, { max: 1 })
  try {
    return await run(sql)
  } finally {
    await sql.end()
  }
}

describe('publications that come together', () => {
  test('of different records each make an edition of their own, in one transaction', async () => {
    const results = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        publish({ author, summary: `together ${at}`, changes: [source(`s-together-${at}`, `title ${at}`)] }),
      ),
    )
    const editions = results.flatMap((result) => (result.ok ? [result.edition] : []))
    expect(editions).toEqual(editions.map((_, at) => (editions[0] ?? 0) + at))
    expect(editions).toHaveLength(24)
    const [transactions] = await asOwner(
      (sql) => sql`select count(distinct xmin::text)::int as count from edition where n = any(${editions})`,
    )
    expect(transactions?.count).toBe(1)
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('close and begin the versions of their own edition each', async () => {
    const ids = ['s-beside-0', 's-beside-1', 's-beside-2', 's-beside-3']
    const made = await publish({ author, summary: 'made', changes: ids.map((id) => source(id, 'before')) })
    const base = made.ok ? made.edition : 0
    const results = await Promise.all(
      ids.map((id) => publish({ author, summary: `changes ${id}`, changes: [{ ...source(id, `${id} after`), base }] })),
    )
    const editions = results.map((result) => (result.ok ? result.edition : 0))
    const versions = await asOwner(
      (sql) => sql`select id, from_edition, to_edition, title from source
        where id like 's-beside-%' order by from_edition, id`,
    )
    expect([...versions]).toEqual([
      ...ids.map((id, at) => ({ id, from_edition: base, to_edition: editions[at], title: 'before' })),
      ...ids.map((id, at) => ({ id, from_edition: editions[at], to_edition: null, title: `${id} after` })),
    ])
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('are refused one by one: what is wrong with one is no harm to the others', async () => {
    const first = publish({ author, summary: 'the first', changes: [source('s-apart-0', 'first')] })
    const refused = publish({ author, summary: 'cites nothing', changes: [area('999907', 's-nowhere')] })
    const stranger = publish({ author: 'nobody', summary: 'not an editor', changes: [source('s-apart-1', 'no')] })
    const good = publish({ author, summary: 'the last', changes: [source('s-apart-2', 'last')] })
    expect(await first).toMatchObject({ ok: true })
    expect(await refused).toMatchObject({ ok: false, error: 'missing', missing: [{ wanted: 's-nowhere' }] })
    expect(await stranger).toEqual({ ok: false, error: 'forbidden' })
    expect(await good).toMatchObject({ ok: true })
    expect(await asOwner((sql) => sql`select 1 from area where id = '999907'`)).toHaveLength(0)
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('may not rest on what only comes behind them', async () => {
    const first = publish({ author, summary: 'the first', changes: [source('s-order-0', 'first')] })
    const early = publish({ author, summary: 'cites what follows', changes: [area('999908', 's-order-1')] })
    const late = publish({ author, summary: 'follows', changes: [source('s-order-1', 'late')] })
    expect((await Promise.all([first, early, late])).map(({ ok }) => ok)).toEqual([true, false, true])
  })
})
