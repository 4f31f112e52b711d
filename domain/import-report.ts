import type { FieldDifference } from './change'
import { formatCsvRecord } from './csv'
import type { AnyFields, Noun } from './field'
import { neutraliseText } from './formula'

/** What becomes of a row: `conflict` where somebody changed the same since the edition the file was made from. */
export const rowStates = ['error', 'conflict', 'new', 'changed', 'restored', 'withdrawn', 'same'] as const
export type RowState = (typeof rowStates)[number]

/** What is wrong with a row: the field, the head of its column and what stands in the cell where there is one, and a code. */
export type RowProblem = { key: string; code: string; head?: string; cell?: string }

/** One row of a file and what it would do, or why it cannot. `line` is the record's number, the heads being 1. */
export type ReportRow = {
  file: string
  line: number
  noun: Noun
  id: string
  state: RowState
  differences: FieldDifference[]
  problems: RowProblem[]
}

/** What is wrong with a file as a whole; `heads` are columns that say nothing that is known. */
export type FileProblem = { file: string; line: number; code: FileProblemCode; heads?: string[] }
export type FileProblemCode = 'quotes' | 'cells' | 'heads' | 'empty' | 'unknown-heads' | 'same-heads' | 'rows' | 'busy'

/** What an import would do, or did. `edition` is the one the file was made from. */
export type ImportReport = {
  edition: number
  counts: Record<RowState, number>
  problems: FileProblem[]
  rows: ReportRow[]
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

/** The rows to look at first: what is wrong, then what changes; what stays the same is left out. */
export function pickRows(rows: readonly ReportRow[], most: number): ReportRow[] {
  const picked: ReportRow[] = []
  for (const wanted of rowStates) {
    if (wanted === 'same') break
    for (const row of rows) {
      if (picked.length >= most) return picked
      if (row.state === wanted) picked.push(row)
    }
  }
  return picked
}

const heads = ['FILE', 'LINE', 'NOUN', 'ID', 'STATE', 'FIELD', 'OLD', 'NEW', 'COLUMN', 'CELL', 'PROBLEM', 'REASON']

/**
 * The whole report as CSV: a record for each problem and each field that differs, one for a row without any.
 * @param toReason the words for a problem's code
 */
export function formatReportCsv(rows: readonly ReportRow[], toReason: (code: string) => string): string {
  return [heads, ...rows.flatMap((row) => toRecords(row, toReason))].map(formatCsvRecord).join('')
}

function toRecords(row: ReportRow, toReason: (code: string) => string): string[][] {
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
  return row.problems.length + row.differences.length === 0
    ? [[...begin, '', '', '', '', '', '', '']]
    : [...problems, ...differences]
}

/** A value as one line of text; empty where there is none. */
export function toReportText(value: AnyFields[string]): string {
  if (value === undefined) return ''
  if (!Array.isArray(value)) return String(value)
  return value.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' · '))).join('; ')
}
