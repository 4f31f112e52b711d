import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { loadFirstData } from './first-data'
import { submitImport, tryImport } from './import-report'
import { makeLine } from './line'
import { followWork, getProgress } from './progress'
import { addTestEditor, useTestDatabase } from './testing/use-database'

useTestDatabase()

const KEY = '1-2-3-4'
const HEADS = 'INDICATOR,REF_AREA,TIME_PERIOD,FREQ,OBS_VALUE,OBS_STATUS,CLAIMANT,SOURCE'
const days = Array.from({ length: 5_000 }, (_, at) => new Date(Date.UTC(1990, 0, 1 + at)).toISOString().slice(0, 10))
const toFiles = (source: string, area = 'CN-XZ') => {
  const rows = days.map((day) => `lgd_balance_total,${area},${day},I,1,official,official,${source}`)
  return [{ name: 'figures.csv', noun: 'observation' as const, text: [HEADS, ...rows].join('\n') }]
}

beforeAll(async () => {
  await loadFirstData()
  await addTestEditor('ed')
})

/** What `ed`, who follows a work, and `ida`, who guessed its key, are told at every turn from its begin to its end. */
async function listTold(work: () => Promise<unknown>): Promise<{ ed: (number | null)[]; ida: (number | null)[] }> {
  const told = { ed: [] as (number | null)[], ida: [] as (number | null)[] }
  const ask = () => {
    told.ed.push(getProgress('ed', KEY))
    told.ida.push(getProgress('ida', KEY))
  }
  let over = false
  const ended = followWork('ed', KEY, async () => {
    try {
      await work()
    } finally {
      over = true
      ask()
    }
  })
  while (!over) {
    ask()
    await nextTurn()
  }
  await ended
  return told
}

/** From nothing, never less than before, and to the end but for what comes behind it. */
function expectGrowth(told: readonly (number | null)[], end: number) {
  const shares = [...new Set(told.filter((share) => share !== null))]
  expect(shares[0]).toBe(0)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.length).toBeGreaterThan(5)
  expect(shares.at(-1)).toBeCloseTo(end, 9)
}

test('an import tells a growing share up to its end, to its own person alone, and is forgotten then', async () => {
  const look = await listTold(() => tryImport({ author: 'ed', files: toFiles('s-mof-lgb-202509') }))
  expectGrowth(look.ed, 0.95)
  expect(look.ida.every((share) => share === null)).toBe(true)
  expect(getProgress('ed', KEY)).toBeNull()
  const done = await listTold(() =>
    submitImport({ author: 'ed', files: toFiles('s-mof-lgb-202509'), summary: 'five thousand' }),
  )
  expectGrowth(done.ed, 0.95)
  expect(getProgress('ed', KEY)).toBeNull()
})

test('one that is refused is tried once more and tells no less meanwhile; it is forgotten, as one that breaks', async () => {
  const refused = await listTold(async () =>
    expect(await submitImport({ author: 'ed', files: toFiles('s-seed', 'CN-GS'), summary: 'weak' })).toMatchObject({
      error: 'warnings',
    }),
  )
  expectGrowth(refused.ed, 0.95)
  expect(getProgress('ed', KEY)).toBeNull()
  const broken = followWork('ed', KEY, () => Promise.reject(new Error('it broke')))
  expect(getProgress('ed', KEY)).toBe(0)
  await expect(broken).rejects.toThrow('it broke')
  expect(getProgress('ed', KEY)).toBeNull()
})

test('a key that is being followed already, and none at all, change nothing about the work', async () => {
  const told = await followWork('ed', KEY, async () => {
    expect(await followWork('ed', KEY, () => Promise.resolve('twice'))).toBe('twice')
    return getProgress('ed', KEY)
  })
  expect(told).toBe(0)
  expect(await followWork('ed', null, async () => getProgress('ed', 'null'))).toBeNull()
})

test('who waits in a line is answered as who asked, whoever was there first', async () => {
  const who = new AsyncLocalStorage<string>()
  const line = makeLine<string, string | undefined>(
    async (together) => together.map(() => ({ status: 'fulfilled', value: who.getStore() })),
    () => false,
  )
  const answers = ['first', 'second'].map((name) => who.run(name, () => line.wait(name)))
  expect(await Promise.all(answers)).toEqual(['first', 'second'])
})
