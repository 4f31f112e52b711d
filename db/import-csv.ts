import { sql } from 'drizzle-orm'
import { type Change, parseChangeDocument } from '@/domain/change'
import { parseCsv } from '@/domain/csv'
import type { AnyFields, Noun } from '@/domain/field'
import type { GivenChange } from '@/domain/given-changes'
import { type ColumnMap, type FieldNames, matchColumns, renameCells, unitHeads } from '@/domain/import-column'
import type { FileProblem } from '@/domain/import-report'
import type { Problem } from '@/domain/record'
import { fromCsvCells, overlayCells } from '@/domain/record-csv'
import { readDesk, transact } from './client'
import { mapInTurns } from './map-in-turns'

/** A file of one noun. `columns` says what its columns hold where their heads do not; empty is left aside. */
export type CsvInput = { name: string; noun: Noun; text: string; columns?: ColumnMap }

/** The version a row was made from: its edition and fields, null where it was withdrawn. */
type Version = { edition: number; fields: AnyFields | null }

/**
 * A row as it was read. `columns` is what its file's columns hold and `cells` what stands in them, by head of the noun's
 * CSV; `fields` are what it says; `was` is null for a record that is new, and so is `change` where the row cannot be read.
 */
export type ImportedRow = {
  file: string
  line: number
  noun: Noun
  id: string
  columns: ColumnMap
  cells: Record<string, string>
  was: Version | null
  change: Change | null
  problems: Problem[]
}

type ReadRow = Omit<ImportedRow, 'was' | 'change'> & { fields: AnyFields | null }

export const IMPORT_ROWS_MOST = 50_000

/**
 * Reads CSV files as changes: a record that is there is changed from the version it had in `edition`, any other is new.
 * What comes out goes to publish() or publishDryRun(); nothing is written here.
 * @param names words for fields by which a column may be known
 * @param edition the one the files were made from; without it the newest
 */
export async function readImport(
  files: readonly CsvInput[],
  { names = [], edition }: { names?: readonly FieldNames[]; edition?: number | undefined } = {},
): Promise<{ rows: ImportedRow[]; problems: FileProblem[] }> {
  const problems: FileProblem[] = []
  const parsed = files.map((file) => ({ ...file, csv: parseCsv(file.text) }))
  const codes = await readCodes(files)
  const rows: ReadRow[] = []
  for (const { name, noun, columns, csv } of parsed) {
    if (!csv.ok) {
      problems.push({ file: name, ...csv.problem })
      continue
    }
    const map = columns ?? matchColumns(noun, csv.file.heads, names)
    problems.push(...checkColumns(name, csv.file.heads, map))
    const read = await mapInTurns(
      csv.file.records,
      ({ line, cells }) => readRow({ file: name, line, noun, columns: map, cells: renameCells(cells, map) }, codes),
      'reading',
    )
    for (const row of read) rows.push(row)
    if (csv.file.records.length === 0) problems.push({ file: name, line: 1, code: 'empty' })
  }
  if (rows.length > IMPORT_ROWS_MOST) problems.push({ file: rows[0]?.file ?? '', line: 1, code: 'rows' })
  if (problems.length > 0) return { rows: [], problems }
  const bases = await getBases(rows, edition)
  return { rows: await mapInTurns(rows, (row, at) => setOnBase(row, bases.get(at) ?? null), 'comparing'), problems }
}

/** {@link readImport} for changes that are no rows of a file; `line` counts them from 1. */
export async function readChanges(given: readonly GivenChange[], edition?: number): Promise<ImportedRow[]> {
  const rows = given.map(({ noun, id }, at) => ({ noun, id, at }))
  const bases = await getBases(rows, edition)
  return given.map(({ noun, id, base, fields, withdraw }, at) => {
    const was = bases.get(at) ?? null
    const made = base === undefined ? (was?.edition ?? null) : base
    const change = { noun, id, base: made, ...(withdraw ? { withdraw } : { fields: fields ?? {} }) } as Change
    return { file: '', line: at + 1, noun, id, columns: {}, cells: {}, was, change, problems: [] }
  })
}

function checkColumns(file: string, heads: readonly string[], columns: ColumnMap): FileProblem[] {
  const unknown = heads.filter((head) => columns[head] === undefined)
  const targets = Object.values(columns).filter((target) => target !== '')
  const doubled = targets.filter((target, at) => targets.indexOf(target) !== at)
  return [
    ...(unknown.length > 0 ? [{ file, line: 1, code: 'unknown-heads', heads: unknown } as const] : []),
    ...(doubled.length > 0 ? [{ file, line: 1, code: 'same-heads', heads: doubled } as const] : []),
  ]
}

type Codes = { areas: ReadonlyMap<string, string>; units: ReadonlyMap<string, [unit: string, mult: string]> }

function readRow(row: Omit<ReadRow, 'id' | 'fields' | 'problems'>, { areas, units }: Codes): ReadRow {
  const { noun, cells } = row
  const read = fromCsvCells(noun, cells, (wants, value) => (wants === 'area' ? (areas.get(value) ?? value) : value))
  if (!read.ok) return { ...row, id: read.id, fields: null, problems: read.problems }
  return { ...row, id: read.id, fields: read.fields, problems: checkUnit(noun, cells, read.fields, units) }
}

/** A file that states the unit of its figures must mean the unit of the indicator: nothing is converted in silence. */
function checkUnit(noun: Noun, cells: Record<string, string>, fields: AnyFields, units: Codes['units']): Problem[] {
  const known = noun === 'observation' ? units.get(String(fields.indicator)) : undefined
  if (!known) return []
  return unitHeads.flatMap((head, at) => {
    const stated = cells[head]?.trim() ?? ''
    return stated === '' || stated === known[at] ? [] : [{ key: head, code: 'unit' }]
  })
}

function setOnBase({ fields, ...row }: ReadRow, was: Version | null): ImportedRow {
  if (!fields) return { ...row, was, change: null }
  const { noun, id, cells } = row
  const set = was?.fields ? overlayCells(noun, new Set(Object.keys(cells)), fields, was.fields) : fields
  return { ...row, was, change: { noun, id, base: was?.edition ?? null, fields: set } }
}

/** The ids of places by their other codes, and the units of indicators, as far as the files need them. */
async function readCodes(files: readonly CsvInput[]): Promise<Codes> {
  if (!files.some(({ noun }) => noun !== 'area' && noun !== 'source')) return { areas: new Map(), units: new Map() }
  const [areas, indicators] = await Promise.all([
    readDesk((database) =>
      database.execute<{ id: string; iso_code: string | null; gb_code: string | null }>(
        sql`select id, iso_code, gb_code from area where to_edition is null`,
      ),
    ),
    readDesk((database) =>
      database.execute<{ id: string; unit: string; unit_mult: number }>(
        sql`select id, unit, unit_mult from indicator where to_edition is null`,
      ),
    ),
  ])
  const ids = new Map<string, string>()
  for (const { id, iso_code, gb_code } of areas) {
    if (iso_code) ids.set(iso_code, id)
    if (gb_code) ids.set(gb_code, id)
  }
  for (const { id } of areas) ids.set(id, id)
  return { areas: ids, units: new Map(indicators.map((row) => [row.id, [row.unit, String(row.unit_mult)]])) }
}

type BaseRow = { at: number; edition: number; document: string }

/** The version each record had in an edition, by its place in the list; absent where it had none. */
async function getBases(rows: readonly { noun: Noun; id: string }[], edition?: number): Promise<Map<number, Version>> {
  const wanted = JSON.stringify(rows.map(({ noun, id }, at) => ({ at, noun, id })))
  const bases = await transact((transaction) =>
    transaction.execute<BaseRow>(sql`
      select wanted.at, base.edition, base.document
      from json_to_recordset(${wanted}::json) as wanted (at int, noun text, id text)
      cross join lateral (
        select edition, document from edition_change c
        where c.noun = wanted.noun and c.id = wanted.id and c.edition <= ${edition ?? 2_147_483_647}
        order by edition desc limit 1
      ) base`),
  )
  return new Map(
    bases.map(({ at, edition: made, document }) => [
      at,
      { edition: made, fields: parseChangeDocument(document).fields ?? null },
    ]),
  )
}
