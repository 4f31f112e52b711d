import { beforeAll, expect, test } from 'vitest'
import { loadFirstData } from './first-data'
import { listGaps } from './list-gaps'
import { useTestDatabase } from './testing/use-database'

useTestDatabase()

beforeAll(async () => {
  await loadFirstData()
})

test('of the 243 sources of the first data 67 have no archived copy', async () => {
  const { rows, total } = await listGaps('unarchived', { limit: 2 })
  expect(total).toBe(67)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ noun: 'source', detail: expect.stringMatching(/^https?:/) })
  const last = await listGaps('unarchived', { limit: 10, offset: 65 })
  expect(last.rows).toHaveLength(2)
})

test('three documents have no title in Chinese; quotations are not asked for', async () => {
  const { rows } = await listGaps('untranslated', { limit: 100 })
  expect(rows).toEqual(
    ['npcsc-2023-10-24', 'politburo-2023-07', 'sc-report-2024-debt'].map((id) => ({
      noun: 'document',
      id,
      detail: 'titleZh',
    })),
  )
})

test('eleven mentions rest on one weak source only, each with that source', async () => {
  const { rows } = await listGaps('weak', { limit: 5_000 })
  const mentions = rows.filter(({ noun }) => noun === 'mention')
  expect(mentions).toHaveLength(11)
  expect(mentions.find(({ id }) => id === 'm-02')).toEqual({ noun: 'mention', id: 'm-02', detail: 's-seed' })
})

test('the monthly series are overdue half a year after their last figure, oldest first', async () => {
  const { rows, total } = await listGaps('overdue', { limit: 2_000 })
  expect(total).toBe(rows.length)
  expect(rows.map(({ id }) => id)).toContain('lgb_issue_total.CN.2026-05.M.official')
  const periods = rows.map(({ detail }) => detail.slice(0, 4))
  expect(periods).toEqual(periods.toSorted())
})
