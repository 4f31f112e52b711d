import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { read } from './client'
import { loadFirstData } from './first-data'
import { dropImport, getImport, getImportReport, keepImport, listImports } from './import-drafts'
import { type Importing, submitImport, tryImport } from './import-report'
import { publishProposal } from './proposals'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { undoEdition } from './undo'
import { verify } from './verify/verify'

useTestDatabase()

const HEADS = 'INDICATOR,REF_AREA,TIME_PERIOD,FREQ,OBS_VALUE,OBS_STATUS,CLAIMANT,SOURCE'
/** A balance at the end of a day, which the first data has none of. */
const rowOf = (area: string, day: string, value: string, source = 's-mof-lgb-202509') =>
  `lgd_balance_total,${area},${day},I,${value},official,official,${source}`
const toFile = (rows: readonly string[], heads = HEADS) => [
  { name: 'figures.csv', noun: 'observation' as const, text: [heads, ...rows].join('\n') },
]

async function getValue(id: string): Promise<unknown> {
  const rows = await read((database) =>
    database.execute(sql`select value from observation where id = ${id} and to_edition is null`),
  )
  return rows[0]?.value ?? null
}

/** Publishes with a note on what is doubtful, whatever it is. */
async function submitNoted(importing: Importing & { summary: string }) {
  const { doubtful } = await tryImport(importing)
  return submitImport({ ...importing, note: 'as the file has it', warned: doubtful?.warned })
}

async function countEditions(): Promise<number> {
  const [row] = await read((database) => database.execute<{ n: number }>(sql`select max(n) as n from edition`))
  return row?.n ?? 0
}

beforeAll(async () => {
  await loadFirstData()
  await addTestEditor('ed')
  await addTestEditor('ida')
  await addTestEditor('contra', 'contributor')
})

const KNOWN = 'lgd_balance_total.CN.2024-12-31.I.official'

test('ten thousand rows: tried without a trace, published as one edition, taken back as one', async () => {
  const days = Array.from({ length: 10_000 }, (_, at) => {
    const day = new Date(Date.UTC(1990, 0, 1 + at)).toISOString().slice(0, 10)
    return rowOf('CN-XZ', day, String(at + 1))
  })
  const before = await countEditions()
  const report = await tryImport({ author: 'ed', files: toFile(days) })
  expect(report.counts).toEqual({ error: 0, conflict: 0, new: 10_000, changed: 0, restored: 0, withdrawn: 0, same: 0 })
  expect(await countEditions()).toBe(before)
  expect(await getValue('lgd_balance_total.CN-XZ.1990-01-01.I.official')).toBeNull()

  const done = await submitImport({ author: 'ed', files: toFile(days), summary: 'ten thousand' })
  expect(done).toMatchObject({ ok: true, submitted: { edition: before + 1 } })
  expect(await getValue('lgd_balance_total.CN-XZ.1990-01-02.I.official')).toBe('2')

  const again = await tryImport({ author: 'ed', files: toFile(days) })
  expect(again.counts.same).toBe(10_000)

  const undone = await undoEdition({ by: 'ed', edition: before + 1, reason: 'a wrong file', keepsLater: false })
  expect(undone).toEqual({ ok: true, edition: before + 2 })
  expect(await getValue('lgd_balance_total.CN-XZ.1990-01-02.I.official')).toBeNull()
  expect(await verify()).toMatchObject({ ok: true })
}, 240_000)

test('every row says what becomes of it, and one that is wrong where and why; nothing is written', async () => {
  const known = await getValue(KNOWN)
  const rows = [
    rowOf('540000', '2023-12-31', '11'),
    rowOf('CN', '2024-12-31', '1'),
    rowOf('CN-GS', '2023-11-30', 'eleven'),
    rowOf('CN-GS', '2023-11-31', '12'),
    rowOf('CN-NOWHERE', '2023-12-31', '13'),
    rowOf('CN-GS', '2023-10-31', '14', 's-nothing'),
    rowOf('CN-XZ', '2023-12-31', '15'),
  ]
  const report = await tryImport({ author: 'ed', files: toFile(rows) })
  expect(report.rows.map(({ line, state, problems }) => [line, state, problems])).toEqual([
    [2, 'new', []],
    [3, 'changed', []],
    [4, 'error', [{ key: 'value', code: 'decimal', head: 'OBS_VALUE', cell: 'eleven' }]],
    [5, 'error', [{ key: 'period', code: 'period', head: 'TIME_PERIOD', cell: '2023-11-31' }]],
    [6, 'error', [{ key: 'area', code: 'reference', head: 'REF_AREA', cell: 'CN-NOWHERE' }]],
    [7, 'error', [{ key: 'citations.0.source', code: 'reference', head: 'SOURCE', cell: 's-nothing' }]],
    [8, 'error', [{ key: 'id', code: 'twice' }]],
  ])
  expect(report.rows[0]?.id).toBe('lgd_balance_total.CN-XZ.2023-12-31.I.official')
  expect(report.rows[1]?.differences).toContainEqual({ key: 'value', old: known, new: '1' })
  const before = await countEditions()
  expect(await submitImport({ author: 'ed', files: toFile(rows), summary: 'wrong' })).toMatchObject({
    error: 'invalid',
  })
  expect(await countEditions()).toBe(before)
})

test('what somebody changed since the file was made is a conflict, what only they changed is left alone', async () => {
  const edition = await countEditions()
  const value = String(await getValue(KNOWN))
  const heads = 'ID,OBS_VALUE,NOTE'
  const theirs = await submitNoted({ author: 'ida', files: toFile([`${KNOWN},7`], 'ID,OBS_VALUE'), summary: 'seven' })
  expect(theirs).toMatchObject({ ok: true })
  const stale = { author: 'ed', files: toFile([`${KNOWN},8,`], heads), edition }
  const report = await tryImport(stale)
  expect(report.rows[0]).toMatchObject({ state: 'conflict', problems: [{ key: 'value', code: 'conflict', cell: '8' }] })
  expect(await submitImport({ ...stale, summary: 'eight' })).toMatchObject({ ok: false, error: 'conflict' })
  const untouched = { author: 'ed', files: toFile([`${KNOWN},${value},checked`], heads), edition }
  expect(await submitNoted({ ...untouched, summary: 'a note' })).toMatchObject({ ok: true })
  expect(await getValue(KNOWN)).toBe('7')
})

test('a column the file lacks is left alone, and a unit that is not the indicator’s is refused', async () => {
  const short = toFile([`${KNOWN},9`], 'ID,OBS_VALUE')
  expect((await tryImport({ author: 'ed', files: short })).rows[0]?.differences.map(({ key }) => key)).toEqual([
    'value',
  ])
  const unit = toFile([`${rowOf('CN-GS', '2023-12-31', '5')},CNY,6`], `${HEADS},UNIT_MEASURE,UNIT_MULT`)
  expect((await tryImport({ author: 'ed', files: unit })).rows[0]).toMatchObject({
    state: 'error',
    problems: [{ key: 'UNIT_MULT', code: 'unit', head: 'UNIT_MULT', cell: '6' }],
  })
})

test('a column nobody knows stands against the whole until it is left aside', async () => {
  const [file] = toFile([`${KNOWN},9,x`], 'ID,OBS_VALUE,Remarks')
  if (!file) throw new Error('there is a file')
  expect((await tryImport({ author: 'ed', files: [file] })).problems).toEqual([
    { file: 'figures.csv', line: 1, code: 'unknown-heads', heads: ['Remarks'] },
  ])
  const columns = { ID: 'ID', OBS_VALUE: 'OBS_VALUE', Remarks: '' }
  expect((await tryImport({ author: 'ed', files: [{ ...file, columns }] })).counts.changed).toBe(1)
})

test('what a contributor imports is one proposal, and what an editor lets pass one edition', async () => {
  const files = toFile([rowOf('CN-GS', '2022-12-31', '20'), rowOf('CN-GS', '2021-12-31', '19')])
  const done = await submitNoted({ author: 'contra', files, summary: 'two balances' })
  expect(done).toMatchObject({ ok: true, submitted: { proposal: expect.any(Number) } })
  const n = done.ok && 'proposal' in done.submitted ? done.submitted.proposal : 0
  expect(await publishProposal({ by: 'ed', n, revision: 1 })).toMatchObject({ ok: true, outcomes: ['new', 'new'] })
})

test('a file is kept as it was given, for its author alone', async () => {
  const [file] = toFile([rowOf('CN-GS', '2020-12-31', '18')])
  if (!file) throw new Error('there is a file')
  const report = await tryImport({ author: 'ed', files: [file] })
  const n = await keepImport('ed', { ...file, columns: null, edition: report.edition, report, reportCsv: 'LINE' })
  expect(await getImport('ed', n)).toMatchObject({ text: file.text, columns: null, report: { counts: { new: 1 } } })
  expect(await getImportReport('ed', n)).toBe('LINE')
  expect(await getImport('ida', n)).toBeNull()
  await dropImport('ida', n)
  expect(await listImports('ed')).toHaveLength(1)
  await dropImport('ed', n)
  expect(await listImports('ed')).toHaveLength(0)
})
