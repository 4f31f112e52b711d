import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { SheetCell } from '@/domain/sheet'

/** One sheet: its name, and its rows from the first; `head` freezes the first row above the others. */
export type Sheet = { name: string; rows: readonly (readonly SheetCell[])[]; head: boolean }

const WIDEST = 60
const NARROWEST = 8
const MEASURED_ROWS = 50
/** What a spreadsheet takes in one cell; a longer text would make it refuse the file. */
export const CELL_MOST = 32_767

/** Sheets as one .xlsx: numbers are numbers and texts are texts, whatever they begin with; no cell is merged. */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, rows, head }) => ({
      sheet: name,
      data: rows.map((row, at) => row.map((cell) => toCell(cell, head && at === 0))),
      columns: getWidths(rows),
      ...(head ? { stickyRowsCount: 1 } : {}),
    })),
  ).toBuffer()
}

function toCell(cell: SheetCell, isHead: boolean): Cell {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: escapeCodes(cell), type: String, ...(isHead ? { fontWeight: 'bold' as const } : {}) }
}

/** `_x0041_` would be read as the character it numbers (ECMA-376, ST_Xstring). */
function escapeCodes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

function getWidths(rows: Sheet['rows']): { width: number }[] {
  const measured = rows.slice(0, MEASURED_ROWS)
  return (rows[0] ?? []).map((_, column) => {
    const longest = Math.max(...measured.map((row) => String(row[column] ?? '').length))
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) }
  })
}
