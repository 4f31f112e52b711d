import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { read } from './client'
import { loadFirstData } from './first-data'
import type { CsvInput } from './import-csv'
import { submitImport, tryImport } from './import-report'
import { addTestEditor, useTestDatabase } from './testing/use-database'

useTestDatabase()

const HEADS = 'INDICATOR,REF_AREA,TIME_PERIOD,FREQ,OBS_VALUE,OBS_STATUS,CLAIMANT,SOURCE'
/** A month of a place of which the first data has no month. */
const rowOf = (indicator: string, month: string, value: string, source = 's-mof-lgb-202509') =>
  `${indicator},632802,${month},M,${value},official,official,${source}`
const figures = (...rows: string[]): CsvInput => ({
  name: 'figures.csv',
  noun: 'observation',
  text: [HEADS, ...rows].join('\n'),
})
const half: CsvInput = {
  name: 'documents.csv',
  noun: 'document',
  text: 'ID,TITLE_EN,ISSUER,SOURCE\nd-half,Plan,Bureau,s-mof-lgb-202509',
}

beforeAll(async () => {
  await loadFirstData()
  await addTestEditor('ed')
})

async function getNewest(): Promise<{ n: number; summary: string }> {
  const [row] = await read((database) =>
    database.execute<{ n: number; summary: string }>(sql`select n, summary from edition order by n desc limit 1`),
  )
  return row ?? { n: 0, summary: '' }
}

/** 100 − (40 + 50) = 10; the one source of the total is weak; 31 is more than three times 4 and 1, and no neighbour has less than a tenth. */
const sum = [
  rowOf('lgb_issue_total', '2001-05', '100', 's-seed'),
  rowOf('lgb_issue_new', '2001-05', '40'),
  rowOf('lgb_issue_refi', '2001-05', '50'),
]
const spike = [
  rowOf('gdp', '2001-01', '4'),
  rowOf('gdp', '2001-02', '31'),
  rowOf('gdp', '2001-03', '1'),
  rowOf('gdp', '2001-04', '1'),
]

test('what is doubtful is told by row and counted: a sum once, though each of its figures tells it', async () => {
  const files = [figures(...sum, ...spike), half]
  const { doubtful, rows } = await tryImport({ author: 'ed', files })
  expect(doubtful?.counts).toEqual({ identity: 1, far: 1, weak: 1, language: 1 })
  expect(rows.map(({ warnings = [] }) => warnings.map(({ code }) => code))).toEqual([
    ['weak', 'identity'],
    ['identity'],
    ['identity'],
    [],
    ['far'],
    [],
    [],
    ['language'],
  ])
  expect(rows[0]?.warnings?.[1]).toMatchObject({ difference: '10', total: { value: '100' } })
})

test('one note answers all of it, for exactly what was read, and stands behind the reason', async () => {
  const importing = { author: 'ed', files: [figures(...sum), half], summary: 'May 2001' }
  const { doubtful } = await tryImport(importing)
  const before = await getNewest()
  const refused = await submitImport(importing)
  expect(refused).toMatchObject({ ok: false, error: 'warnings', report: { doubtful } })
  const { warned } = doubtful ?? { warned: '' }
  expect(warned).toMatch(/^[0-9a-f]{16}$/)
  expect(await submitImport({ ...importing, note: 'As printed' })).toMatchObject({ error: 'warnings' })
  expect(await submitImport({ ...importing, note: ' ', warned })).toMatchObject({ error: 'warnings' })
  const other = [figures(...sum.map((row) => row.replace('100', '101'))), half]
  expect(await submitImport({ ...importing, files: other, note: 'As printed', warned })).toMatchObject({
    error: 'warnings',
    report: { doubtful: { counts: { identity: 1 } } },
  })
  expect(await submitImport({ ...importing, note: 'n'.repeat(492), warned })).toMatchObject({ error: 'note-long' })
  expect(await submitImport({ ...importing, summary: ' ', note: 'As printed', warned })).toMatchObject({
    error: 'no-summary',
  })
  expect(await getNewest()).toEqual(before)

  const turned = [half, figures(...sum.toReversed())]
  const done = await submitImport({ ...importing, files: turned, note: ' As printed ', warned })
  expect(done).toMatchObject({ ok: true, report: { doubtful: { warned } } })
  expect(await getNewest()).toEqual({ n: before.n + 1, summary: 'May 2001 · As printed' })
})

test('what is wrong is told first, and what stands there already asks for nothing', async () => {
  const wrong = { author: 'ed', files: [figures(...sum, rowOf('gdp', '2001-13', '1'))], summary: 'May 2001' }
  const { doubtful, counts } = await tryImport(wrong)
  expect([doubtful, counts.error]).toEqual([undefined, 1])
  expect(await submitImport(wrong)).toMatchObject({ error: 'invalid' })

  const again = [figures(...sum, rowOf('gdp', '2001-05', '1'))]
  const report = await tryImport({ author: 'ed', files: again })
  expect([report.counts.same, report.counts.new, report.doubtful]).toEqual([3, 1, undefined])
})

test('three thousand warnings are read in parts and ask for one note', async () => {
  const months = Array.from({ length: 3_000 }, (_, at) => new Date(Date.UTC(1900, at, 1)).toISOString().slice(0, 7))
  const files = [figures(...months.map((month) => rowOf('tax_revenue', month, '5', 's-seed')))]
  const importing = { author: 'ed', files, summary: 'Taxes' }
  const { doubtful } = await tryImport(importing)
  expect(doubtful?.counts).toEqual({ identity: 0, far: 0, weak: 3_000, language: 0 })
  const done = await submitImport({ ...importing, note: 'No other source', warned: doubtful?.warned })
  expect(done).toMatchObject({ ok: true })
})
