import { type Computed, type ComputedMeasure, computedHeads, formatOperands } from './computed-measure'
import { type AnyFields, type Citation, type Field, getHead, type Noun } from './field'
import { getMemberState, type Member } from './member'
import { type Frequency, formatSdmxPeriod } from './period'
import { getFields } from './record'
import { toCitationCells } from './record-csv'

/** How many rows a workbook holds at most: it is made in memory while other readers wait, unlike a `.csv`. */
export const SHEET_ROWS_MOST = 10_000

/** A cell of a workbook: a number, a text, or nothing. A text is a text: no spreadsheet reads it as a formula. */
export type SheetCell = number | string | null

/** One column of the rows of a workbook, and what of a record stands in it. */
export type SheetColumn = { head: string } & (
  | { of: 'id' }
  | { of: 'field'; field: Field }
  | { of: 'name'; field: Extract<Field, { kind: 'reference' }> }
  | { of: 'unit' | 'unitMult' | 'state' | 'citations' }
  | { of: 'measure' | 'percent' | 'operands' }
)

/** The columns of a noun: those of its CSV, with the name beside the id of what a row refers to. */
export function getSheetColumns(noun: Noun): SheetColumn[] {
  return [
    { head: 'ID', of: 'id' },
    ...(noun === 'member' ? [{ head: 'STATE', of: 'state' } as const] : []),
    ...getFields(noun).flatMap((field) => (field.kind === 'files' ? [] : toColumns(noun, field))),
  ]
}

/** What a view asks to be computed, behind all that is published. */
export const computedColumns: readonly SheetColumn[] = [
  { head: computedHeads[0], of: 'measure' },
  { head: computedHeads[1], of: 'percent' },
  { head: computedHeads[2], of: 'operands' },
]

function toColumns(noun: Noun, field: Field): SheetColumn[] {
  const own: SheetColumn = { head: getHead(field), of: 'field', field }
  if (field.kind === 'reference') return [own, { head: `${own.head}_NAME`, of: 'name', field }]
  if (field.kind === 'citations') return [own, { head: 'CITATIONS', of: 'citations' }]
  if (noun !== 'observation' || field.key !== 'value') return [own]
  return [own, { head: 'UNIT_MEASURE', of: 'unit' }, { head: 'UNIT_MULT', of: 'unitMult' }]
}

/** A row, and what its cells need besides: the names of what it refers to, its indicator, the day the view asks for. */
export type SheetRow = {
  id: string
  fields: AnyFields
  getName: (noun: Noun, id: string) => string
  indicator?: AnyFields | undefined
  on?: string | undefined
  measure?: ComputedMeasure | undefined
  computed?: Computed | undefined
}

export function toSheetCell(column: SheetColumn, row: SheetRow): SheetCell {
  const { id, fields, indicator, on, measure, computed } = row
  switch (column.of) {
    case 'id':
      return id
    case 'state':
      return getMemberState(fields as Partial<Member>, on)
    case 'unit':
      return toText(indicator?.unit)
    case 'unitMult':
      return toNumber(indicator?.unitMult)
    case 'measure':
      return toText(measure)
    case 'percent':
      return toNumber(computed?.value)
    case 'operands':
      return toText(computed && formatOperands(computed))
    case 'citations':
      return toText(toCitationCells(fields.citations as Citation[] | undefined)[1])
    case 'name': {
      const to = fields[column.field.key]
      return to === undefined ? null : row.getName(column.field.noun, String(to))
    }
    case 'field':
      return toFieldCell(column.field, fields)
  }
}

function toFieldCell(field: Field, fields: AnyFields): SheetCell {
  const value = fields[field.key]
  if (value === undefined) return null
  switch (field.kind) {
    case 'decimal':
    case 'integer':
      return toNumber(value)
    case 'period':
      return formatSdmxPeriod(String(value), fields.frequency as Frequency)
    case 'texts':
      return (value as string[]).join(';')
    case 'citations':
      return toText(toCitationCells(value as Citation[])[0])
    default:
      return String(value)
  }
}

function toText(value: AnyFields[string]): string | null {
  return value === undefined || value === '' ? null : String(value)
}

/** How many digits a double keeps of any decimal (IEEE 754, DBL_DIG), and a spreadsheet shows. */
export const EXACT_DIGITS = 15

/** A figure as a number where all its digits survive, else as the text it was published as: it is never rounded. */
function toNumber(value: AnyFields[string]): SheetCell {
  if (value === undefined) return null
  const text = String(value)
  const digits = text.replace(/^-?0*\.?0*|\./g, '').length
  return digits <= EXACT_DIGITS ? Number(text) : text
}
