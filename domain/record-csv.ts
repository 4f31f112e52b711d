import { type AnyFields, type Citation, type Field, getHead, type Noun } from './field'
import { neutraliseText } from './formula'
import type { Frequency } from './period'
import { formatSdmxPeriod, parseSdmxPeriod } from './period'
import { composeId, definitions, getFields, type Problem } from './record'
import { formatTypedDate, formatTypedDecimal, formatTypedText } from './typed-value'

const ID_HEAD = 'ID'
const CITATIONS_HEAD = 'CITATIONS'
const SEPARATOR = ';'

/** Files are put on and taken off a record one by one: no cell says them, and an import leaves them as they are. */
function getCellFields(noun: Noun): readonly Field[] {
  return getFields(noun).filter(({ kind }) => kind !== 'files')
}

/** The heads of a noun's CSV: the id, each field, and the citations in full behind the list of their sources. */
export function getCsvHeads(noun: Noun): string[] {
  return [
    ID_HEAD,
    ...getCellFields(noun).flatMap((field) =>
      field.kind === 'citations' ? [getHead(field), CITATIONS_HEAD] : [getHead(field)],
    ),
  ]
}

/** The cells of one record under {@link getCsvHeads}; text is neutral, figures are as published. */
export function toCsvCells(noun: Noun, id: string, fields: AnyFields): string[] {
  return [
    id,
    ...getCellFields(noun).flatMap((field) => {
      const value = fields[field.key]
      if (field.kind === 'citations') return toCitationCells(value as Citation[] | undefined)
      return [value === undefined ? '' : toCell(field, value, fields)]
    }),
  ]
}

function toCell(field: Field, value: NonNullable<AnyFields[string]>, fields: AnyFields): string {
  switch (field.kind) {
    case 'decimal':
    case 'integer':
      return String(value)
    case 'period':
      return formatSdmxPeriod(String(value), fields.frequency as Frequency)
    case 'texts':
      return neutraliseText((value as string[]).join(SEPARATOR))
    default:
      return neutraliseText(String(value))
  }
}

/** The sources of the citations, and the citations as JSON where they say more than their sources. */
export function toCitationCells(citations: readonly Citation[] = []): [string, string] {
  const rich = citations.some(({ place, quote, evidence }) => place ?? quote ?? evidence)
  return [citations.map(({ source }) => source).join(SEPARATOR), rich ? JSON.stringify(citations) : '']
}

/** How a reference is spelled by its id; what names nothing known stays as it is. */
export type Resolve = (noun: Noun, value: string) => string

/**
 * The id and fields of one CSV record, its cells by the heads of {@link getCsvHeads}; empty cells are absent. Numbers,
 * dates and codes may be spelled as people type them. Nothing is checked here but what a cell needs to be read: the
 * record is parsed as a whole when it is published.
 */
export function fromCsvCells(
  noun: Noun,
  cells: Record<string, string>,
  resolve: Resolve = (_noun, value) => value,
): { ok: true; id: string; fields: AnyFields } | { ok: false; id: string; problems: Problem[] } {
  const problems: Problem[] = []
  const fields: AnyFields = {}
  for (const field of getCellFields(noun)) {
    const cell = (cells[getHead(field)] ?? '').trim()
    const rich = field.kind === 'citations' ? (cells[CITATIONS_HEAD] ?? '').trim() : ''
    if (cell === '' && rich === '') continue
    const value = rich === '' ? fromCell(field, cell, cells, resolve) : parseCitations(rich)
    if (value === null) problems.push({ key: field.key, code: field.kind === 'citations' ? 'citations' : field.kind })
    else fields[field.key] = value
  }
  const id = formatTypedText(cells[ID_HEAD] ?? '') || (composeId(noun, fields) ?? '')
  if (problems.length > 0) return { ok: false, id, problems }
  if (id !== '') return { ok: true, id, fields }
  const missing = definitions[noun].compose?.filter((key) => fields[key] === undefined) ?? ['id']
  return { ok: false, id, problems: missing.map((key) => ({ key, code: 'missing' })) }
}

/**
 * What a CSV record makes of a record that is there: a column the file lacks leaves its field as it was, an empty cell
 * empties it. Sources that are only named again keep what the citations say of them.
 * @param heads the columns that the file has
 */
export function overlayCells(noun: Noun, heads: ReadonlySet<string>, read: AnyFields, before: AnyFields): AnyFields {
  const fields: AnyFields = {}
  for (const field of getFields(noun)) {
    const { key } = field
    const isStated = heads.has(getHead(field)) || (field.kind === 'citations' && heads.has(CITATIONS_HEAD))
    const value = isStated ? read[key] : before[key]
    const kept = field.kind === 'citations' && isStated && namesTheSame(value, before[key]) ? before[key] : value
    if (kept !== undefined) fields[key] = kept
  }
  return fields
}

function namesTheSame(stated: AnyFields[string], before: AnyFields[string]): boolean {
  if (!Array.isArray(stated) || !Array.isArray(before)) return false
  const [named, known] = [stated, before] as [Citation[], Citation[]]
  const isBare = named.every(({ place, quote, evidence }) => (place ?? quote ?? evidence) === undefined)
  return isBare && named.map(({ source }) => source).join() === known.map(({ source }) => source).join()
}

function fromCell(
  field: Field,
  cell: string,
  cells: Record<string, string>,
  resolve: Resolve,
): AnyFields[string] | null {
  switch (field.kind) {
    case 'integer':
      return /^\d{1,4}$/.test(formatTypedText(cell)) ? Number(formatTypedText(cell)) : null
    case 'decimal':
      return formatTypedDecimal(cell)
    case 'date':
      return formatTypedDate(cell)
    case 'code':
      return formatTypedText(cell)
    case 'reference':
      return resolve(field.noun, formatTypedText(cell))
    case 'texts':
      return splitCell(cell)
    case 'citations':
      return splitCell(cell).map((source) => ({ source }))
    case 'period':
      return parseSdmxPeriod(formatTypedText(cell), formatTypedText(cells.FREQ ?? '') as Frequency)
    default:
      return cell
  }
}

function splitCell(cell: string): string[] {
  return cell
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function parseCitations(text: string): Citation[] | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed : null
  } catch {
    return null
  }
}
