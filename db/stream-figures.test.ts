import { expect, test } from 'vitest'
import type { Change } from '@/domain/change'
import { parseView, type View } from '@/domain/view'
import { compareDrawn } from './compare-view'
import { publish } from './publish'
import { streamFigures } from './stream-figures'
import { addTestEditor, useTestDatabase } from './testing/use-database'

useTestDatabase()

const FIGURES = 5_003
const cited = { citations: [{ source: 's' }] }

test('a view larger than a batch comes whole, once and in the order of ids, as its edition has it', async () => {
  const author = await addTestEditor('ada')
  await publishAll(author, [
    toSource('s'),
    toSource('t'),
    toChange('claimant', 'official', { nameEn: 'Body', nameZh: '部门', kind: 'state-body' }),
    toChange('area', 'CN', { nameEn: 'China', nameZh: '中国', kind: 'country', ...cited }),
    toChange('indicator', 'debt', {
      ...{ nameEn: 'Debt', nameZh: '债务', definitionEn: 'Debt.', definitionZh: '债务。' },
      ...{ unit: 'CNY', unitMult: 8, measure: 'stock' },
    }),
  ])
  await publishAll(author, [...days.map((day, at) => toFigure(day, String(at)))])
  await publishAll(author, [{ ...toFigure('2000-01-02', '-67'), base: 2 }])

  const now = await collect(3)
  expect(now.map(({ period }) => period)).toEqual(days)
  expect(now.slice(0, 3).map(({ value }) => value)).toEqual(['0', '-67', '2'])
  expect(now.at(-1)).toEqual({ period: days.at(-1), value: '5002', note: '', citations: '[{"source": "s"}]' })
  const sources = now.map(({ citations }) => citations?.match(/"(.)"}/)?.[1])
  expect(sources.slice(0, 7)).toEqual(['s', 's', 's', 't', 't', 's', 's'])
  expect(sources.slice(7).every((source) => source === 's')).toBe(true)
  expect((await collect(2)).slice(0, 3).map(({ value }) => value)).toEqual(['0', '1', '2'])
  expect((await collect(3, 'from=2000-01-02&to=2000-01-03')).map(({ period }) => period)).toEqual([
    '2000-01-02',
    '2000-01-03',
  ])
  expect(await collect(3, 'area=CN-GZ')).toEqual([])
})

test('what came between two editions is counted whole, and the first of it told', async () => {
  const drawn = { views: [{ page: 'debt' as const, view: parseView('debt', new URLSearchParams()) }] }
  const { changed, come, gone, marks, rows } = await compareDrawn(drawn, 1, 3)
  expect([changed, come, gone]).toEqual([0, FIGURES, 0])
  expect([marks.length, rows.length]).toEqual([5_000, 100])
  expect(rows.slice(0, 3).map(({ kind, fields, edition }) => [kind, fields.value, edition])).toEqual([
    ['come', '0', 2],
    ['come', '-67', 3],
    ['come', '2', 2],
  ])
  expect((await compareDrawn(drawn, 2, 3)).marks).toEqual([
    { id: `debt.CN.${days[1]}.I.official`, kind: 'changed', keys: ['value'] },
  ])
})

/** The days from 1 January 2000 on, as many as there are figures. */
const days = Array.from({ length: FIGURES }, (_, at) => new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10))

/** The fourth and fifth figure cite another source than the rest. */
function toFigure(day: string, value: string): Change {
  const key = { indicator: 'debt', area: 'CN', period: day, frequency: 'I', claimant: 'official' }
  const citations = [{ source: day === days[3] || day === days[4] ? 't' : 's' }]
  return toChange('observation', `debt.CN.${day}.I.official`, { ...key, value, status: 'official', citations })
}

function toSource(id: string): Change {
  const fields = { title: 'T', publisher: 'P', url: 'https://example.org/', language: 'en', kind: 'official' }
  return toChange('source', id, { ...fields, reliability: 'A' })
}

function toChange(noun: Change['noun'], id: string, fields: Change['fields']): Change {
  return { noun, id, base: null, fields } as Change
}

async function publishAll(author: string, changes: Change[]): Promise<void> {
  const result = await publish({ author, summary: 'Figures', changes })
  if (!result.ok) throw new Error(JSON.stringify(result).slice(0, 300))
}

async function collect(edition: number, query = '') {
  const view = parseView('debt', new URLSearchParams(query)) as View<'debt'>
  const rows: { [K in 'period' | 'value' | 'note' | 'citations']: string | undefined }[] = []
  for await (const lines of streamFigures(view, edition)) {
    for (const line of lines) {
      const [, , , period, , value, , , note, , , citations] = line.split(',')
      rows.push({ period, value, note, citations })
    }
  }
  return rows
}
