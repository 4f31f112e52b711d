import { type AnyFields, type Citation, type Field, getHead, type Noun } from './field'
import { neutraliseText } from './formula'
import type { Frequency } from './period'
import { formatSdmxPeriod, parseSdmxPeriod } from './period'
import { composeId, getFields, type Problem } from './record'

const ID_HEAD = 'ID'
const CITATIONS_HEAD = 'CITATIONS'
const SEPARATOR = ';'

/** The heads of a noun's CSV: the id, each field, and the citations in full behind the list of their sources. */
export function getCsvHeads(noun: Noun): string[] {
  return [
    ID_HEAD,
    ...getFields(noun).flatMap((field) =>
      field.kind === 'citations' ? [getHead(field), CITATIONS_HEAD] : [getHead(field)],
    ),
  ]
}

/** The cells of one record under {@link getCsvHeads}; text is neutral, figures are as published. */
export function toCsvCells(noun: Noun, id: string, fields: AnyFields): string[] {
  return [
    id,
    ...getFields(noun).flatMap((field) => {
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

/** Whether a head of a file is one this noun's CSV has: by SDMX name or by field key. */
export function hasCsvHead(noun: Noun, head: string): boolean {
  return getCsvHeads(noun).includes(head) || getFields(noun).some((field) => field.key === head)
}

/**
 * The id and fields of one CSV record; empty cells are absent. Nothing is checked here but what a cell needs to be
 * read: the record is parsed as a whole when it is published.
 */
export function fromCsvCells(
  noun: Noun,
  cells: Record<string, string>,
): { ok: true; id: string; fields: AnyFields } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = []
  const fields: AnyFields = {}
  for (const field of getFields(noun)) {
    const cell = (cells[getHead(field)] ?? cells[field.key] ?? '').trim()
    const rich = field.kind === 'citations' ? (cells[CITATIONS_HEAD] ?? '').trim() : ''
    if (cell === '' && rich === '') continue
    const value = rich === '' ? fromCell(field, cell, cells) : parseCitations(rich)
    if (value === null) problems.push({ key: field.key, code: field.kind === 'citations' ? 'citations' : field.kind })
    else fields[field.key] = value
  }
  if (problems.length > 0) return { ok: false, problems }
  const id = (cells[ID_HEAD] ?? cells.id ?? '').trim() || composeId(noun, fields)
  return id ? { ok: true, id, fields } : { ok: false, problems: [{ key: 'id', code: 'missing' }] }
}

function fromCell(field: Field, cell: string, cells: Record<string, string>): AnyFields[string] | null {
  switch (field.kind) {
    case 'integer':
      return /^\d{1,4}$/.test(cell) ? Number(cell) : null
    case 'texts':
      return splitCell(cell)
    case 'citations':
      return splitCell(cell).map((source) => ({ source }))
    case 'period':
      return parseSdmxPeriod(cell, (cells.FREQ ?? cells.frequency ?? '').trim() as Frequency)
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
