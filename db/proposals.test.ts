import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '@/domain/change'
import { read, readDesk, transact } from './client'
import { getProposal, listProposalEvents, listProposals } from './list-proposals'
import {
  declineProposal,
  propose,
  publishProposal,
  reviseProposal,
  takeOverProposal,
  tryProposal,
  withdrawProposal,
} from './proposals'
import { publish } from './publish'
import { submit } from './submit'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { undoEdition } from './undo'
import { verify } from './verify/verify'

useTestDatabase()

const source = (id: string, title: string, base: number | null = null): Change => ({
  noun: 'source',
  id,
  base,
  fields: { title, publisher: 'P', url: 'https://example.org/', language: 'en', kind: 'official', reliability: 'A' },
})

async function proposeWell(author: string, ...changes: Change[]): Promise<number> {
  const result = await propose({ author, kind: 'record', summary: 'a proposal', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.n
}

async function publishWell(author: string, ...changes: Change[]): Promise<number> {
  const result = await publish({ author, summary: 'a test', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.edition
}

async function getTitle(id: string): Promise<unknown> {
  const rows = await read((database) =>
    database.execute(sql`select title from source where id = ${id} and to_edition is null`),
  )
  return rows[0]?.title ?? null
}

beforeAll(async () => {
  await addTestEditor('contra', 'contributor')
  await addTestEditor('other', 'contributor')
  await addTestEditor('ed')
  await addTestEditor('ida')
})

describe('proposals', () => {
  test('a contributor proposes and cannot publish; an editor lets it pass under both names', async () => {
    expect(
      await submit({ author: 'contra', kind: 'record', summary: 'mine', changes: [source('s-mine', 'mine')] }),
    ).toEqual({
      ok: true,
      proposal: expect.any(Number),
    })
    const [line] = await listProposals({ states: ['open'], of: 'contra', limit: 5 })
    const n = line?.n ?? 0
    expect(line).toMatchObject({ state: 'open', count: 1, authorName: 'contra' })
    expect(await publishProposal({ by: 'contra', n, revision: 1 })).toEqual({ ok: false, error: 'forbidden' })
    expect(await getTitle('s-mine')).toBeNull()
    const result = await publishProposal({ by: 'ed', n, revision: 1, note: 'well found' })
    expect(result).toMatchObject({ ok: true })
    expect(await getTitle('s-mine')).toBe('mine')
    const edition = result.ok ? result.edition : 0
    const [row] = await read((database) => database.execute(sql`select author, also from edition where n = ${edition}`))
    expect(row).toEqual({ author: 'contra', also: [{ id: 'ed', part: 'reviewed' }] })
    expect(await getProposal(n)).toMatchObject({ state: 'published', edition })
    expect((await listProposalEvents(n)).map(({ kind, author, note }) => [kind, author, note])).toEqual([
      ['proposed', 'contra', null],
      ['published', 'ed', 'well found'],
    ])
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('what could not be published is not proposed either', async () => {
    const base = await publishWell('ed', source('s-old', 'one'))
    await publishWell('ed', source('s-old', 'two', base))
    const proposing = { author: 'contra', kind: 'record', summary: 'late' } as const
    expect(await submit({ ...proposing, changes: [source('s-old', 'three', base)] })).toMatchObject({
      error: 'conflict',
    })
    expect(await submit({ ...proposing, changes: [source('s-old', 'two', base + 1)] })).toMatchObject({
      error: 'unchanged',
    })
  })

  test('of 20 who decide at once one does', async () => {
    const n = await proposeWell('contra', source('s-once', 'once'))
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2
          ? publishProposal({ by: 'ed', n, revision: 1 })
          : declineProposal({ by: 'ida', n, state: 'declined', note: 'no' }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await listProposalEvents(n)).map(({ kind }) => kind)).toHaveLength(2)
    expect(await getTitle('s-once')).toBe((await getProposal(n))?.state === 'published' ? 'once' : null)
  })

  test('a revision that was not read cannot be published, nor revised by anybody else', async () => {
    const n = await proposeWell('contra', source('s-revised', 'first'))
    const revised = { n, revision: 1, summary: 'better', changes: [source('s-revised', 'second')] }
    expect(await reviseProposal({ ...revised, by: 'other' })).toEqual({ ok: false, error: 'forbidden' })
    expect(await reviseProposal({ ...revised, by: 'contra' })).toEqual({ ok: true, n })
    expect(await publishProposal({ by: 'ed', n, revision: 1 })).toEqual({ ok: false, error: 'decided' })
    expect(await publishProposal({ by: 'ed', n, revision: 2 })).toMatchObject({ ok: true })
    expect(await getTitle('s-revised')).toBe('second')
  })

  test('what is sent back needs a note, cannot be published, and comes again', async () => {
    const n = await proposeWell('contra', source('s-back', 'vague'))
    expect(await declineProposal({ by: 'ed', n, state: 'changes-wanted', note: ' ' })).toEqual({
      ok: false,
      error: 'note',
    })
    expect(await declineProposal({ by: 'other', n, state: 'declined', note: 'x' })).toEqual({
      ok: false,
      error: 'forbidden',
    })
    expect(await declineProposal({ by: 'ed', n, state: 'changes-wanted', note: 'which page?' })).toEqual({ ok: true })
    expect(await publishProposal({ by: 'ed', n, revision: 1 })).toEqual({ ok: false, error: 'decided' })
    const changes = [source('s-back', 'page 3')]
    expect(await reviseProposal({ by: 'contra', n, revision: 1, summary: 'page named', changes })).toEqual({
      ok: true,
      n,
    })
    expect(await getProposal(n)).toMatchObject({ state: 'open', revision: 2 })
  })

  test('only its author takes a proposal back', async () => {
    const n = await proposeWell('contra', source('s-taken-back', 'x'))
    expect(await withdrawProposal({ by: 'other', n })).toEqual({ ok: false, error: 'forbidden' })
    expect(await withdrawProposal({ by: 'contra', n })).toEqual({ ok: true })
    expect(await withdrawProposal({ by: 'contra', n })).toEqual({ ok: false, error: 'decided' })
  })

  test('a disabled person can neither propose nor decide', async () => {
    await addTestEditor('gone')
    const n = await proposeWell('contra', source('s-gone', 'x'))
    await transact((transaction) => transaction.execute(sql`update desk."user" set disabled = true where id = 'gone'`))
    const changes = [source('s-gone-2', 'x')]
    expect(await propose({ author: 'gone', kind: 'record', summary: 's', changes })).toEqual({
      ok: false,
      error: 'forbidden',
    })
    expect(await publishProposal({ by: 'gone', n, revision: 1 })).toEqual({ ok: false, error: 'forbidden' })
  })
})

describe('four eyes', () => {
  const set = (enabled: boolean) =>
    transact((transaction) =>
      transaction.execute(sql`
        insert into desk.policy (name, enabled, changed_by) values ('four-eyes', ${enabled}, 'ed')
        on conflict (name) do update set enabled = excluded.enabled`),
    )

  test('nobody publishes what they had a hand in, by whichever way', async () => {
    const made = await publishWell('ed', source('s-eyes', 'before'))
    await set(true)
    try {
      const base = made
      expect(await publish({ author: 'ed', summary: 's', changes: [source('s-eyes', 'after', base)] })).toEqual({
        ok: false,
        error: 'four-eyes',
      })
      const own = await submit({
        author: 'ed',
        kind: 'record',
        summary: 's',
        changes: [source('s-eyes', 'after', base)],
      })
      const n = own.ok && 'proposal' in own ? own.proposal : 0
      expect(await publishProposal({ by: 'ed', n, revision: 1 })).toEqual({ ok: false, error: 'four-eyes' })
      expect(await takeOverProposal({ by: 'ida', n })).toEqual({ ok: true })
      expect(await publishProposal({ by: 'ida', n, revision: 1 })).toEqual({ ok: false, error: 'four-eyes' })
      expect(await publishProposal({ by: 'ed', n, revision: 1 })).toEqual({ ok: false, error: 'four-eyes' })
      expect(await undoEdition({ by: 'ed', edition: made, reason: 'undo', keepsLater: false })).toMatchObject({
        ok: true,
        proposal: expect.any(Number),
      })
      expect(await getTitle('s-eyes')).toBe('before')
      await addTestEditor('third')
      expect(await tryProposal(n, 'third')).toMatchObject({ ok: true })
      const result = await publishProposal({ by: 'third', n, revision: 1 })
      const [row] = await read((database) =>
        database.execute(sql`select author, also from edition where n = ${result.ok ? result.edition : 0}`),
      )
      expect(row).toEqual({
        author: 'ida',
        also: [
          { id: 'ed', part: 'proposed' },
          { id: 'third', part: 'reviewed' },
        ],
      })
    } finally {
      await set(false)
    }
    expect(await verify()).toMatchObject({ ok: true })
  })
})

describe('undo', () => {
  test('an edition is taken back whole, and names the one it takes back', async () => {
    const first = await publishWell('ed', source('s-undo', 'right'))
    const wrong = await publishWell('ed', source('s-undo', 'wrong', first), source('s-undo-new', 'new'))
    const undone = await undoEdition({ by: 'ed', edition: wrong, reason: 'a wrong file', keepsLater: false })
    expect(undone).toMatchObject({ ok: true, edition: wrong + 1 })
    expect([await getTitle('s-undo'), await getTitle('s-undo-new')]).toEqual(['right', null])
    const [row] = await read((database) => database.execute(sql`select undoes from edition where n = ${wrong + 1}`))
    expect(row).toEqual({ undoes: wrong })
    expect(await undoEdition({ by: 'ed', edition: wrong, reason: 'again', keepsLater: false })).toMatchObject({
      ok: false,
    })
    expect(await undoEdition({ by: 'ed', edition: 9_999, reason: 'r', keepsLater: false })).toMatchObject({
      error: 'unknown',
    })
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('where later changes stand on it, it is refused with a list, or taken field by field', async () => {
    const first = await publishWell('ed', source('s-later', 'right'))
    const wrong = await publishWell('ed', {
      ...source('s-later', 'wrong', first),
      fields: { ...source('s-later', 'wrong').fields, note: 'wrong too' },
    } as Change)
    const later = await publishWell('ed', {
      ...source('s-later', 'mended', wrong),
      fields: { ...source('s-later', 'mended').fields, note: 'wrong too' },
    } as Change)
    expect(await undoEdition({ by: 'ed', edition: wrong, reason: 'r', keepsLater: false })).toEqual({
      ok: false,
      error: 'obstacles',
      obstacles: [
        {
          noun: 'source',
          id: 's-later',
          edition: later,
          fields: [{ key: 'title', base: 'wrong', theirs: 'mended', yours: 'right' }],
        },
      ],
    })
    expect(await undoEdition({ by: 'ed', edition: wrong, reason: 'r', keepsLater: true })).toMatchObject({ ok: true })
    const [row] = await read((database) =>
      database.execute(sql`select title, note from source where id = 's-later' and to_edition is null`),
    )
    expect(row).toEqual({ title: 'mended', note: null })
  })
})

test('the audit log holds what was published and cannot be rewritten', async () => {
  const edition = await publishWell('ed', source('s-audit', 'x'))
  const rows = await readDesk((database) =>
    database.execute(sql`select actor, event from desk.audit where subject = ${`edition ${edition}`}`),
  )
  expect([...rows]).toEqual([{ actor: 'ed', event: 'published' }])
  for (const rewriting of [
    sql`update desk.audit set actor = 'x'`,
    sql`delete from desk.audit`,
    sql`truncate desk.audit`,
  ]) {
    await expect(transact((transaction) => transaction.execute(rewriting))).rejects.toThrow()
  }
})
