import { answerDoubtful, type GivenNote } from '@/domain/doubtful'
import type { Noun } from '@/domain/field'
import type { GivenChange } from '@/domain/given-changes'
import type { FieldNames } from '@/domain/import-column'
import { countStates, type ImportReport, isClean, type RowState } from '@/domain/import-report'
import type { Problem } from '@/domain/record'
import { getCurrentEdition, rememberCurrentEdition } from './current-edition'
import { describeRow } from './describe-row'
import { type CsvInput, type ImportedRow, readChanges, readImport } from './import-csv'
import { findImportWarnings, type ImportWarnings } from './import-warnings'
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
  | {
      ok: false
      error: (SubmitResult & { ok: false })['error'] | 'invalid' | 'warnings' | 'note-long'
      report: ImportReport
    }

/** Each refusal names rows of one kind only: unreadable, taken ids, conflicts, what rests on them, missing records. */
const ROUNDS_MOST = 5

/**
 * What an import would do, row by row, by publish's own code in a transaction that is rolled back. Rows that are refused
 * are set aside and the rest is tried again, so that the report is whole. What is only doubtful is told where nothing is
 * wrong: nobody explains what could not be published anyway.
 */
export async function tryImport(importing: Importing): Promise<ImportReport> {
  const { edition, rows, problems } = await readAll(importing)
  if (problems.length > 0) return { edition, counts: countStates([]), problems, rows: [] }
  // Worked out while the database tries the rows; nobody waits for it where one is wrong.
  const warnings = rows.some((row) => row.problems.length > 0) ? null : findImportWarnings(rows)
  warnings?.catch(() => {})
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
  const report = toReport(edition, rows, states)
  return isClean(report) && warnings ? addWarnings(report, rows, await warnings) : report
}

/**
 * Publishes an import as one edition, or proposes it, or does nothing at all while one row is wrong. What it makes doubtful
 * asks for one note, which is put behind the reason.
 */
export async function submitImport({
  summary,
  note,
  warned,
  wantsReview = false,
  ...importing
}: Importing & GivenNote & { summary: string; wantsReview?: boolean }): Promise<ImportResult> {
  const { edition, rows, problems } = await readAll(importing)
  if (problems.length > 0 || rows.some((row) => row.problems.length > 0))
    return { ok: false, error: 'invalid', report: await tryImport({ ...importing, edition }) }
  const changes = rows.flatMap(({ change }) => (change ? [change] : []))
  const warnings = await findImportWarnings(rows)
  const answer = answerDoubtful(warnings.doubtful, summary, { note, warned })
  const refuse = async (error: (ImportResult & { ok: false })['error']): Promise<ImportResult> => {
    return { ok: false, error, report: await tryImport({ ...importing, edition }) }
  }
  if (!answer.ok) {
    const refused = await refuse(answer.error)
    const { counts, problems } = refused.report
    if (isClean(refused.report)) return refused
    const error = counts.error === 0 && problems.length === 0 ? 'conflict' : 'invalid'
    return { ok: false, error, report: refused.report }
  }
  const { author } = importing
  const submitted = await submit({ author, kind: 'import', summary: answer.summary, changes, wantsReview })
  if (!submitted.ok) return refuse(submitted.error)
  return { ok: true, submitted, report: addWarnings(toReport(edition, rows, new Map()), rows, warnings) }
}

function addWarnings(
  report: ImportReport,
  rows: readonly ImportedRow[],
  { byRow, doubtful }: ImportWarnings,
): ImportReport {
  if (!doubtful) return report
  const told = report.rows.map((one, at) => {
    const warnings = rows[at] && byRow.get(rows[at])
    return warnings ? { ...one, warnings } : one
  })
  return { ...report, rows: told, doubtful }
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
  const reported = rows.map((row) => describeRow(row, states.get(row)))
  return { edition, counts: countStates(reported), problems: [], rows: reported }
}
