import { compareFields } from '@/domain/change'
import type { Noun } from '@/domain/field'
import type { GivenChange } from '@/domain/given-changes'
import { type FieldNames, toFieldKey } from '@/domain/import-column'
import { countStates, type ImportReport, type ReportRow, type RowProblem, type RowState } from '@/domain/import-report'
import { getFields, type Problem } from '@/domain/record'
import { getCurrentEdition, rememberCurrentEdition } from './current-edition'
import { type CsvInput, type ImportedRow, readChanges, readImport } from './import-csv'
import { publishDryRun } from './publish'
import type { ChangeOutcome, PublishResult } from './publish-result'
import { type SubmitResult, submit } from './submit'

/** Files or changes to be imported, by whom, and the edition they were made from; without it the newest is meant. */
export type Importing = {
  author: string
  files?: readonly CsvInput[]
  changes?: readonly GivenChange[]
  names?: readonly FieldNames[]
  edition?: number | undefined
}

/** What was published or proposed, or why nothing was: the report says it row by row where rows are the reason. */
export type ImportResult =
  | { ok: true; submitted: SubmitResult & { ok: true }; report: ImportReport }
  | { ok: false; error: (SubmitResult & { ok: false })['error'] | 'invalid'; report: ImportReport }

/** Each refusal names rows of one kind only: unreadable, taken ids, conflicts, what rests on them, missing records. */
const ROUNDS_MOST = 5

/**
 * What an import would do, row by row, by publish's own code in a transaction that is rolled back. Rows that are refused
 * are set aside and the rest is tried again, so that the report is whole.
 */
export async function tryImport(importing: Importing): Promise<ImportReport> {
  const { edition, rows, problems } = await readAll(importing)
  if (problems.length > 0) return { edition, counts: countStates([]), problems, rows: [] }
  const states = new Map<ImportedRow, RowState>()
  for (const row of rows) if (row.problems.length > 0) states.set(row, 'error')
  for (let round = 0; round < ROUNDS_MOST; round += 1) {
    const open = rows.filter((row) => !states.has(row))
    const changes = open.flatMap(({ change }) => (change ? [change] : []))
    if (changes.length === 0) break
    const result = await publishDryRun({ author: importing.author, summary: '-', changes })
    if (!result.ok && result.error === 'busy')
      return { edition, counts: countStates([]), problems: [{ file: '', line: 1, code: 'busy' }], rows: [] }
    if (result.ok) settle(open, result.outcomes, states)
    if (result.ok || !markRefused(open, rows, result, states)) break
  }
  return toReport(edition, rows, states)
}

/** Publishes an import as one edition, or proposes it, or does nothing at all while one row is wrong. */
export async function submitImport({
  summary,
  wantsReview = false,
  ...importing
}: Importing & { summary: string; wantsReview?: boolean }): Promise<ImportResult> {
  const { edition, rows, problems } = await readAll(importing)
  if (problems.length > 0 || rows.some((row) => row.problems.length > 0))
    return { ok: false, error: 'invalid', report: await tryImport({ ...importing, edition }) }
  const changes = rows.flatMap(({ change }) => (change ? [change] : []))
  const submitted = await submit({ author: importing.author, kind: 'import', summary, changes, wantsReview })
  if (!submitted.ok) return { ok: false, error: submitted.error, report: await tryImport({ ...importing, edition }) }
  return { ok: true, submitted, report: toReport(edition, rows, new Map()) }
}

async function readAll({ files = [], changes = [], names, edition: given }: Importing) {
  await rememberCurrentEdition()
  const newest = (await getCurrentEdition()).n
  const edition = Math.min(given ?? newest, newest)
  const { rows, problems } = await readImport(files, { ...(names ? { names } : {}), edition })
  return { edition, rows: [...rows, ...(await readChanges(changes, edition))], problems }
}

function settle(open: readonly ImportedRow[], outcomes: readonly ChangeOutcome[], states: Map<ImportedRow, RowState>) {
  for (const [at, row] of open.entries()) {
    const outcome = outcomes[at]
    if (outcome === 'same' || outcome === 'changed') states.set(row, outcome)
  }
}

/** Marks the rows a refusal is about; false where there is no more to be learnt by trying the rest again. */
function markRefused(
  open: readonly ImportedRow[],
  all: readonly ImportedRow[],
  result: PublishResult & { ok: false },
  states: Map<ImportedRow, RowState>,
): boolean {
  if (result.error === 'invalid') {
    for (const { at, key, code } of result.problems) mark(open[at], { key, code })
    return true
  }
  const byName = new Map(open.map((row) => [toName(row.noun, row.id), row]))
  if (result.error === 'conflict') {
    for (const { noun, id, fields, withdrawn } of result.conflicts) {
      const row = byName.get(toName(noun, id))
      if (!row) continue
      states.set(row, 'conflict')
      const keys = withdrawn ? ['id'] : fields.map(({ key }) => key)
      row.problems.push(...keys.map((key) => ({ key, code: 'conflict' })))
    }
    return true
  }
  if (result.error === 'rests') {
    for (const { rests, on } of result.dependents) mark(byName.get(toName(rests, on)), { key: 'id', code: 'rests' })
    return true
  }
  if (result.error === 'missing') {
    // What rests on a row that is wrong itself is right as soon as that row is.
    const wrong = new Set(all.filter((row) => states.has(row)).map((row) => toName(row.noun, row.id)))
    for (const { noun, id, key, wants, wanted } of result.missing) {
      if (!wrong.has(toName(wants, wanted))) mark(byName.get(toName(noun, id)), { key, code: 'reference' })
    }
  }
  return false

  function mark(row: ImportedRow | undefined, problem: Problem) {
    if (!row) return
    states.set(row, 'error')
    row.problems.push(problem)
  }
}

function toName(noun: Noun, id: string): string {
  return `${noun} ${id}`
}

function toReport(
  edition: number,
  rows: readonly ImportedRow[],
  states: ReadonlyMap<ImportedRow, RowState>,
): ImportReport {
  const reported = rows.map((row) => toReportRow(row, states.get(row)))
  return { edition, counts: countStates(reported), problems: [], rows: reported }
}

function toReportRow(row: ImportedRow, marked: RowState | undefined): ReportRow {
  const { file, line, noun, id, was, change } = row
  const keys = getFields(noun).map(({ key }) => key)
  const differences = was?.fields && change?.fields ? compareFields(keys, was.fields, change.fields) : []
  const plain = change?.withdraw
    ? 'withdrawn'
    : was === null
      ? 'new'
      : was.fields === null
        ? 'restored'
        : differences.length > 0
          ? 'changed'
          : 'same'
  const problems = row.problems.map((problem) => toRowProblem(row, problem))
  return { file, line, noun, id, state: marked ?? plain, differences, problems }
}

/** Where in the file a problem stands: the head of its column as the file spells it, and what is in the cell. */
function toRowProblem({ noun, columns, cells }: ImportedRow, { key, code }: Problem): RowProblem {
  const [first = ''] = key.split('.')
  const column = Object.entries(columns).find(([, target]) => target !== '' && toFieldKey(noun, target) === first)
  if (!column) return { key, code }
  const cell = cells[column[1]] ?? ''
  return { key, code, head: column[0], ...(cell === '' ? {} : { cell: cell.slice(0, 200) }) }
}
