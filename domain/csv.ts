import Papa from 'papaparse'
import { isFormula } from './formula'

/** A parsed file: its heads and, per record, the cells by head. `line` is the record's number, the heads being 1. */
export type CsvFile = { heads: string[]; records: { line: number; cells: Record<string, string> }[] }
export type CsvProblem = { line: number; code: 'quotes' | 'cells' | 'heads' | 'empty' }

const BYTE_ORDER_MARK = '\ufeff'

/** Reads RFC 4180 text (commas or tabs), whole or not at all. Heads are trimmed; records that are quite empty are skipped. */
export function parseCsv(text: string): { ok: true; file: CsvFile } | { ok: false; problem: CsvProblem } {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const { data: lines, errors } = Papa.parse<string[]>(source, { delimiter: getDelimiter(source) })
  const broken = errors.find((error) => error.type === 'Quotes')
  if (broken) return { ok: false, problem: { line: (broken.row ?? 0) + 1, code: 'quotes' } }
  const heads = lines[0]?.map((head) => head.trim()) ?? []
  if (heads.every((head) => head === '')) return { ok: false, problem: { line: 1, code: 'empty' } }
  if (new Set(heads).size !== heads.length) return { ok: false, problem: { line: 1, code: 'heads' } }
  const records: CsvFile['records'] = []
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line.every((cell) => cell.trim() === '')) continue
    if (line.length !== heads.length) return { ok: false, problem: { line: at + 1, code: 'cells' } }
    records.push({
      line: at + 1,
      cells: Object.fromEntries(heads.map((head, column) => [head, restoreText(line[column] ?? '')])),
    })
  }
  return { ok: true, file: { heads, records } }
}

/** The heads of a file and its first record, which may be broken further on. */
export function peekCsv(text: string): { heads: string[]; first: string[] } {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const { data } = Papa.parse<string[]>(source, { delimiter: getDelimiter(source), preview: 2 })
  return { heads: (data[0] ?? []).map((head) => head.trim()), first: data[1] ?? [] }
}

/** A file is separated as its heads are. */
function getDelimiter(source: string): string {
  const heads = source.slice(0, source.search(/[\r\n]|$/))
  return heads.includes('\t') ? '\t' : ','
}

/** One RFC 4180 record, with its line end. Cells must be neutral already, see domain/formula.ts. */
export function formatCsvRecord(cells: readonly string[]): string {
  return `${cells.map(quoteCell).join(',')}\r\n`
}

function restoreText(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell
}

/** A cell as it stands in a record, in quotes where it must be. */
export function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
