import { beforeAll, expect, test } from 'vitest'
import type { Change } from '@/domain/change'
import { getDefaultView } from '@/domain/view'
import { loadFirstData } from './first-data'
import { getRecord } from './get-record'
import { listTouchingEditions } from './list-touching-editions'
import { publish } from './publish'
import { addTestEditor, useTestDatabase } from './testing/use-database'

useTestDatabase()

const ID = 'lgb_issue_total.CN.2024-07.M.official'
const MEMBER = 'doc47-2023.CN-GZ.1'
const debt = getDefaultView('debt')
const narrow = { ...debt, indicator: ['lgb_issue_total'], area: ['CN'], frequency: ['M' as const], from: '2024-07' }
let author = ''

async function publishWell(...changes: Change[]): Promise<void> {
  const result = await publish({ author, summary: 'a test', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
}

/** Edition 5 changes one figure's value and 6 its status, 7 says more of a membership, 8 withdraws the figure. */
beforeAll(async () => {
  await loadFirstData()
  author = await addTestEditor('wang')
  const old = (await getRecord('observation', ID, 4))?.fields ?? {}
  const member = (await getRecord('member', MEMBER, 4))?.fields ?? {}
  await publishWell({ noun: 'observation', id: ID, base: 4, fields: { ...old, value: '7109' } })
  await publishWell({ noun: 'observation', id: ID, base: 5, fields: { ...old, value: '7109', status: 'estimate' } })
  await publishWell({ noun: 'member', id: MEMBER, base: 2, fields: { ...member, note: 'so' } })
  await publishWell({ noun: 'observation', id: ID, base: 6, withdraw: { reason: 'read wrongly' } })
})

async function list(...[page, view, last, limit]: Parameters<typeof listTouchingEditions>) {
  const editions = await listTouchingEditions(page, view, last, limit)
  return editions.map(({ n, records }) => [n, records])
}

test('a view is touched where a version that fits it began or ended, and its records are counted once', async () => {
  const whole = await list('debt', debt, 8, 50)
  expect(whole).toEqual([
    [8, 1],
    [6, 1],
    [5, 1],
    [4, 2311],
  ])
  expect((await list('debt', narrow, 8, 50)).map(([n]) => n)).toEqual([8, 6, 5, 4])
})

test('a record that leaves the view touches it, and what happens to it afterwards does not', async () => {
  const official = { ...narrow, status: ['official' as const] }
  expect((await list('debt', official, 8, 50)).map(([n]) => n)).toEqual([6, 5, 4])
  const elsewhere = { ...narrow, area: ['CN-GZ'] }
  expect(await list('debt', elsewhere, 8, 50)).toEqual([[4, 1]])
})

test('what stood in an edition names no later one, and only the newest are listed', async () => {
  expect((await list('debt', narrow, 5, 50)).map(([n]) => n)).toEqual([5, 4])
  expect((await list('debt', narrow, 8, 2)).map(([n]) => n)).toEqual([8, 6])
})

test('memberships fit a view by their state', async () => {
  const provinces = getDefaultView('provinces')
  expect((await list('provinces', provinces, 8, 50)).map(([n]) => n)).toEqual([7, 2])
  const left = { ...provinces, status: ['left' as const] }
  expect((await list('provinces', left, 8, 50)).map(([n]) => n)).toEqual([2])
})

test('every edition is one of all editions, with its author and what it was for', async () => {
  const editions = await listTouchingEditions('editions', getDefaultView('editions'), 8, 3)
  expect(editions.map(({ n }) => n)).toEqual([8, 7, 6])
  expect(editions[0]).toMatchObject({ authorName: 'wang', summary: 'a test', records: 1 })
})
