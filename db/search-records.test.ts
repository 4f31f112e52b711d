import { beforeAll, expect, test } from 'vitest'
import type { Noun } from '@/domain/field'
import { loadFirstData } from './first-data'
import { searchRecords } from './search-records'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { withdrawRecord } from './withdraw-record'

useTestDatabase()

let author = ''

beforeAll(async () => {
  await loadFirstData()
  author = await addTestEditor('lin')
})

async function find(noun: Noun, q: string): Promise<string[]> {
  const { rows } = await searchRecords(noun, q, { offset: 0, limit: 200 })
  return rows.map(({ id }) => id)
}

// Liupanshui lies in Guizhou.
test('every word must stand somewhere in the record: id, text, reference or the name of what is referred to', async () => {
  expect(await find('area', 'CN-GZ')).toEqual(['520200', 'CN-GZ'])
  expect(await find('area', '贵州')).toEqual(['520200', 'CN-GZ'])
  expect(await find('area', 'guizhou')).toEqual(['520200', 'CN-GZ'])
  const inGuizhou = await find('observation', 'Guizhou 2024-12-31')
  expect(inGuizhou).toContain('lgd_balance_total.CN-GZ.2024-12-31.I.official')
  expect(inGuizhou.every((id) => id.includes('.CN-GZ.2024-12-31.'))).toBe(true)
  expect(await find('observation', '贵州 2024-12-31')).toEqual(inGuizhou)
  expect(await find('observation', 'Guizhou Gansu')).toEqual([])
  expect(await find('task-force', 'Bishan')).toEqual(['tf-bishan-2024'])
})

test('full-width letters are the plain ones, and patterns are plain text', async () => {
  expect(await find('area', 'ＣＮ－ＧＺ')).toEqual(['520200', 'CN-GZ'])
  expect(await find('area', '%')).toEqual([])
  expect(await find('area', 'CN_GZ')).toEqual([])
  expect(await find('area', '\\')).toEqual([])
  expect(await find('indicator', 'lgd_balance_total')).toEqual(['lgd_balance_total'])
})

test('pages follow each other without gap or overlap, and each says how many there are in all', async () => {
  const all = await find('source', '')
  const first = await searchRecords('source', '', { offset: 0, limit: 100 })
  const second = await searchRecords('source', '', { offset: 100, limit: 100 })
  expect([first.total, second.total]).toEqual([243, 243])
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all)
  expect(await searchRecords('source', '', { offset: 200, limit: 43 })).toMatchObject({ total: 243 })
})

test('what is withdrawn is not found, neither itself nor by its name', async () => {
  expect(await find('claimant', 'goldman')).toHaveLength(1)
  const base = 4
  const result = await withdrawRecord({
    author,
    noun: 'claimant',
    id: 'goldman-sachs',
    base,
    withdraw: { reason: 'forged' },
    dependents: { kind: 'withdraw' },
  })
  expect(result).toMatchObject({ ok: true })
  expect(await find('claimant', 'goldman')).toEqual([])
  expect(await find('observation', 'goldman')).toEqual([])
})

test('traditional characters find simplified ones', async () => {
  expect(await find('area', '貴州')).toEqual(['520200', 'CN-GZ'])
})
