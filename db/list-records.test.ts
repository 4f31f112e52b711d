import { beforeAll, expect, test } from 'vitest'
import { getDefaultView, getParameters, type Page, parseView, views } from '@/domain/view'
import { loadFirstData } from './first-data'
import { listRecords } from './list-records'
import { useTestDatabase } from './testing/use-database'
import type { TablePage } from './view-queries'

useTestDatabase()

beforeAll(async () => {
  await loadFirstData()
})

const untabled: readonly Page[] = ['editions']

test('every sort of every table gives the same rows, upwards and downwards', async () => {
  for (const page of Object.keys(views) as Page[]) {
    const { sort } = getParameters(page)
    if (sort?.kind !== 'sort' || untabled.includes(page)) continue
    for (const key of sort.keys) {
      const list = async (by: string) => {
        const view = { ...getDefaultView(page), sort: by }
        const { rows } = await listRecords(page as TablePage, view, 4, { offset: 0, limit: 5_000 })
        return rows.map(({ id }) => id)
      }
      const [up, down] = [await list(key), await list(`-${key}`)]
      expect([page, key, up.toSorted()]).toEqual([page, key, down.toSorted()])
    }
  }
})

test('figures sorted by unit come unit by unit', async () => {
  const { rows } = await listRecords('debt', { ...getDefaultView('debt'), sort: 'unit' }, 4, {
    offset: 0,
    limit: 5_000,
  })
  const indicators = await listRecords('indicators', getDefaultView('indicators'), 4, { offset: 0, limit: 500 })
  const unitOf = new Map(indicators.rows.map(({ id, fields }) => [id, String(fields.unit)]))
  const units = rows.map(({ fields }) => unitOf.get(String(fields.indicator)) ?? '')
  expect(units).toEqual(units.toSorted())
  expect(new Set(units).size).toBeGreaterThan(1)
})

test('free text is the same in full and half width', async () => {
  const find = async (q: string) => {
    const view = parseView('documents', new URLSearchParams({ q }))
    const { rows } = await listRecords('documents', view, 4, { offset: 0, limit: 100 })
    return rows.map(({ id }) => id)
  }
  expect(await find('〔２０２３〕35号')).toEqual(['doc35-2023'])
  expect(await find('〔2023〕35号')).toEqual(['doc35-2023'])
})

async function findIds(page: TablePage, asked: Record<string, string>, edition = 4) {
  const view = parseView(page, new URLSearchParams(asked))
  const { rows, total } = await listRecords(page, view, edition, { offset: 0, limit: 300 })
  expect(total).toBe(rows.length)
  return rows.map(({ id }) => id)
}

test('words are found each by itself where they stand nowhere as a whole, also in the name of the place', async () => {
  const bishan = await findIds('task-forces', { q: '璧山 专班' })
  expect(bishan).toEqual(['tf-bishan-2024'])
  expect(await findIds('task-forces', { q: '专班 璧山' })).toEqual(bishan)
  expect(await findIds('task-forces', { q: '专班 贵州' })).toEqual([])
  expect(await findIds('areas', { q: 'Mongolia Inner' })).toContain('CN-NM')
})

test('words that stand as a whole find what they found, whatever other filters there are', async () => {
  const whole = await findIds('mentions', { q: 'selling the pot' })
  const { rows } = await listRecords('mentions', getDefaultView('mentions'), 4, { offset: 0, limit: 100 })
  const held = rows.filter(({ fields }) =>
    [fields.quoteEn, fields.quoteZh, fields.summary].some((text) =>
      String(text ?? '')
        .toLowerCase()
        .includes('selling the pot'),
    ),
  )
  expect(whole.length).toBeGreaterThan(0)
  expect(whole.toSorted()).toEqual(held.map(({ id }) => id).toSorted())
  for (const { fields } of rows) {
    const here = await findIds('mentions', { q: 'selling the pot', area: String(fields.area) })
    expect(here.every((id) => whole.includes(id))).toBe(true)
  }
})

test('traditional characters find simplified ones', async () => {
  const simplified = await findIds('mentions', { q: '砸锅卖铁' })
  expect(simplified.length).toBeGreaterThan(0)
  expect(await findIds('mentions', { q: '砸鍋賣鐵' })).toEqual(simplified)
  expect(await findIds('task-forces', { q: '璧山 專班' })).toEqual(['tf-bishan-2024'])
})
