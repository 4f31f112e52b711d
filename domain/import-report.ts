import type { FieldDifference } from './change'
import { formatCsvRecord } from './csv'
import type { Doubtful } from './doubtful'
import type { AnyFields, Noun } from './field'
import { neutraliseText } from './formula'
import type { Warning } from './warning'

/** What becomes of a row: `conflict` where somebody changed the same since the edition the file was made from. */
export const rowStates = ['error', 'conflict', 'new', 'changed', 'restored', 'withdrawn', 'same'] as const
export type RowState = (typeof rowStates)[number]

/** What is wrong with a row: the field, the head of its column and what stands in the cell where there is one, and a code. */
export type RowProblem = { key: string; code: string; head?: string; cell?: string }

/**
 * One row of a file and what it would do, or why it cannot. `line` is the record's number, the heads being 1. `warnings` are
 * what it makes doubtful, if anything.
 */
export type ReportRow = {
  file: string
  line: number
  noun: Noun
  id: string
  state: RowState
  differences: FieldDifference[]
  problems: RowProblem[]
  warnings?: Warning[]
}

/** What is wrong with a file as a whole; `heads` are columns that say nothing that is known. */
export type FileProblem = { file: string; line: number; code: FileProblemCode; heads?: string[] }
export type FileProblemCode = 'quotes' | 'cells' | 'heads' | 'empty' | 'unknown-heads' | 'same-heads' | 'rows' | 'busy'

/**
 * What an import would do, or did. `edition` is the one the file was made from. `doubtful` is there where nothing is wrong
 * but something asks for a note.
 */
export type ImportReport = {
  edition: number
  counts: Record<RowState, number>
  problems: FileProblem[]
  rows: ReportRow[]
  doubtful?: Doubtful
}

/** Whether nothing stands against publishing it. */
export function isClean({ counts, problems }: Pick<ImportReport, 'counts' | 'problems'>): boolean {
  return problems.length === 0 && counts.error === 0 && counts.conflict === 0
}

export function countStates(rows: readonly { state: RowState }[]): Record<RowState, number> {
  const counts = Object.fromEntries(rowStates.map((state) => [state, 0])) as Record<RowState, number>
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** The rows to look at first: what is wrong, what is doubtful, then what else changes; what stays the same is left out. */
export function pickRows(rows: readonly ReportRow[], most: number): ReportRow[] {
  const groups = new Map<RowState | 'doubtful', ReportRow[]>()
  for (const row of rows) {
    const name = row.warnings ? 'doubtful' : row.state
    const group = groups.get(name)
    if (!group) groups.set(name, [row])
    else if (group.length < most) group.push(row)
  }
  const order = ['error', 'conflict', 'doubtful', 'new', 'changed', 'restored', 'withdrawn'] as const
  return order.flatMap((name) => groups.get(name) ?? []).slice(0, most)
}

const heads = ['FILE', 'LINE', 'NOUN', 'ID', 'STATE', 'FIELD', 'OLD', 'NEW', 'COLUMN', 'CELL', 'PROBLEM', 'REASON']

/**
 * The whole report as CSV: a record for each problem, each warning and each field that differs, one for a row without any.
 * @param toReason the words for a problem's code
 * @param toWarning the words for a warning
 */
export function formatReportCsv(
  rows: readonly ReportRow[],
  toReason: (code: string) => string,
  toWarning: (warning: Warning) => string,
): string {
  return [heads, ...rows.flatMap((row) => toRecords(row, toReason, toWarning))].map(formatCsvRecord).join('')
}

function toRecords(
  row: ReportRow,
  toReason: (code: string) => string,
  toWarning: (warning: Warning) => string,
): string[][] {
  const begin = [neutraliseText(row.file), String(row.line), row.noun, neutraliseText(row.id), row.state]
  const problems = row.problems.map(({ key, code, head = '', cell = '' }) => [
    ...begin,
    ...[key, '', '', head, cell, code, toReason(code)].map(neutraliseText),
  ])
  const differences = row.differences.map(({ key, old, new: now }) => [
    ...begin,
    ...[key, toReportText(old), toReportText(now)].map(neutraliseText),
    ...['', '', '', ''],
  ])
  const warnings = (row.warnings ?? []).map((warning) => [
    ...begin,
    ...[warning.key, '', '', '', '', warning.code, toWarning(warning)].map(neutraliseText),
  ])
  const told = [...problems, ...warnings, ...differences]
  return told.length === 0 ? [[...begin, '', '', '', '', '', '', '']] : told
}

/** A value as one line of text; empty where there is none. */
export function toReportText(value: AnyFields[string]): string {
  if (value === undefined) return ''
  if (!Array.isArray(value)) return String(value)
  return value.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' · '))).join('; ')
}
