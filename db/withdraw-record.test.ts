import { beforeEach, expect, test } from 'vitest'
import type { Change } from '@/domain/change'
import type { AnyFields, Noun } from '@/domain/field'
import { getCurrentRecords } from './get-current'
import { getTombstone } from './get-record'
import { publish } from './publish'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { verify } from './verify/verify'
import { type DependentsChoice, withdrawRecord } from './withdraw-record'

useTestDatabase()

let round = 0
let author = ''
let ids = { bad: '', good: '', area: '', mention: '', indicator: '', figure: '' }
let base = 0

beforeEach(async () => {
  round += 1
  author = await addTestEditor(`editor-${round}`)
  const [bad, good, area, mention, indicator] = ['s-bad', 's-good', '99', 'm', 'i'].map((id) => `${id}${round}`) as [
    string,
    string,
    string,
    string,
    string,
  ]
  ids = { bad, good, area, mention, indicator, figure: `${indicator}.${area}.2024.A.c${round}` }
  base = await publishWell([
    create('source', bad, source),
    create('source', good, source),
    create('area', area, { nameEn: 'Nowhere', nameZh: '无处', kind: 'county', citations: [{ source: bad }] }),
    create('claimant', `c${round}`, { nameEn: 'Bank', nameZh: '银行', kind: 'bank' }),
    create('indicator', indicator, {
      nameEn: 'Debt',
      nameZh: '债务',
      definitionEn: 'Debt.',
      definitionZh: '债务。',
      unit: 'CNY',
      unitMult: 8,
      measure: 'stock',
    }),
    create('mention', mention, {
      area,
      documentKind: 'notice',
      citations: [{ source: bad, place: 'page 1' }, { source: good, place: 'page 1' }, { source: bad }],
    }),
    create('observation', ids.figure, {
      indicator,
      area,
      period: '2024',
      frequency: 'A',
      value: '1',
      status: 'estimate',
      claimant: `c${round}`,
      citations: [{ source: good }],
    }),
  ])
})

test('alone it is refused, with everything that rests on it', async () => {
  const result = await withdraw('source', ids.bad, { kind: 'none' })
  expect(result).toMatchObject({ ok: false, error: 'rests' })
  expect(!result.ok && result.error === 'rests' && result.dependents.map(({ id }) => id)).toEqual([
    ids.area,
    ids.mention,
  ])
  expect(await exists('source', ids.bad)).toBe(true)
})

test('with what rests on it, and on that to the end, in one edition', async () => {
  const result = await withdraw('source', ids.bad, { kind: 'withdraw' })
  expect(result).toMatchObject({ ok: true, edition: base + 1 })
  for (const [noun, id] of [
    ['source', ids.bad],
    ['area', ids.area],
    ['mention', ids.mention],
    ['observation', ids.figure],
  ] as const) {
    expect(await getTombstone(noun, id, base + 1), id).toMatchObject({ reason: 'forged', fromEdition: base + 1 })
  }
  expect(await exists('source', ids.good)).toBe(true)
  expect(await exists('indicator', ids.indicator)).toBe(true)
  expect(await verify()).toMatchObject({ ok: true })
})

test('replaced by another where it was cited; what is then cited twice stands once', async () => {
  const result = await withdraw('source', ids.bad, { kind: 'replace', by: ids.good })
  expect(result).toMatchObject({ ok: true, edition: base + 1 })
  const [area, mention] = await getCurrentRecords([
    { noun: 'area', id: ids.area },
    { noun: 'mention', id: ids.mention },
  ])
  expect(area?.fields.citations).toEqual([{ source: ids.good }])
  expect(mention?.fields.citations).toEqual([{ source: ids.good, place: 'page 1' }, { source: ids.good }])
  expect(await exists('source', ids.bad)).toBe(false)
})

test('a part of an id cannot be replaced', async () => {
  expect(await withdraw('area', ids.area, { kind: 'replace', by: '98' })).toEqual({
    ok: false,
    error: 'not-replaceable',
  })
})

test('a replacement that is not there is refused, and nothing is half done', async () => {
  expect(await withdraw('source', ids.bad, { kind: 'replace', by: 's-nowhere' })).toMatchObject({
    ok: false,
    error: 'missing',
  })
  expect(await exists('source', ids.bad)).toBe(true)
  expect(await exists('mention', ids.mention)).toBe(true)
})

test('from an older version it is a conflict', async () => {
  const changed = await publishWell([{ ...create('source', ids.bad, { ...source, note: 'changed' }), base }])
  expect(await withdraw('source', ids.bad, { kind: 'withdraw' })).toMatchObject({
    ok: false,
    error: 'conflict',
    conflicts: [{ id: ids.bad, edition: changed }],
  })
})

test('of more than 2,000 records none is withdrawn', async () => {
  const many = Array.from({ length: 2_001 }, (_, at) =>
    create('mention', `m${round}-${at}`, {
      area: ids.area,
      documentKind: 'notice',
      citations: [{ source: ids.good }],
    }),
  )
  await publishWell(many)
  for (const kind of ['withdraw', 'replace'] as const) {
    const choice: DependentsChoice = kind === 'replace' ? { kind, by: ids.bad } : { kind }
    expect(await withdraw('source', ids.good, choice)).toEqual({ ok: false, error: 'too-many' })
  }
})

const source = {
  title: 'Release',
  publisher: 'Ministry',
  url: 'https://example.org/a',
  language: 'zh',
  kind: 'official',
  reliability: 'A',
}

function create(noun: Noun, id: string, fields: AnyFields): Change {
  return { noun, id, base: null, fields }
}

function withdraw(noun: Noun, id: string, dependents: DependentsChoice) {
  return withdrawRecord({ author, noun, id, base, withdraw: { reason: 'forged' }, dependents })
}

async function publishWell(changes: Change[]): Promise<number> {
  const result = await publish({ author, summary: 'a test', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.edition
}

async function exists(noun: Noun, id: string): Promise<boolean> {
  return (await getCurrentRecords([{ noun, id }])).length === 1
}
