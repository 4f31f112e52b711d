import { fillTemplate } from '@/components/chart/chart-words'
import { getUnitText } from '@/components/record/amount'
import { formatComputed } from '@/components/record/computed-column'
import { formatDoubtfulDate, formatPeriodCode } from '@/components/record/dates'
import { getCodeText } from '@/components/record/field-value'
import type { RecordLike } from '@/components/record/record-like'
import { getLabel, getName, type Reading } from '@/components/view/reading'
import type { Computed, ComputedMeasure } from '@/domain/computed-measure'
import type { AnyFields, Field, Noun } from '@/domain/field'
import { groupDigits } from '@/domain/format-number'
import { getMemberState } from '@/domain/member'
import type { Frequency } from '@/domain/period'
import { getFields } from '@/domain/record'
import type { AnyView } from '@/domain/view'

/** A table as text: heads, rows of cells, and which columns are numbers. */
export type TextTable = { heads: string[]; rows: string[][]; numeric: boolean[] }

/** The table with what is computed from each of its rows behind its values. */
export function withComputedText(
  { words }: Reading,
  { heads, rows, numeric }: TextTable,
  measure: ComputedMeasure,
  values: readonly (Computed | undefined)[],
): TextTable {
  const { column, name } = words.chart.computed
  return {
    heads: [...heads, fillTemplate(column, { measure: name[measure] })],
    rows: rows.map((cells, at) => [...cells, values[at] ? formatComputed(values[at].value) : '–']),
    numeric: [...numeric, true],
  }
}

/** Which fields a frame shows of each noun; `name` is what the record is called, `state` where a member stands. */
const shown: Record<Noun, readonly string[]> = {
  observation: ['indicator', 'area', 'period', 'value', 'unit', 'claimant'],
  indicator: ['name', 'unit', 'measure'],
  'task-force': ['name', 'area', 'establishedOn', 'documentNumber'],
  mention: ['area', 'date', 'documentKind', 'quote'],
  member: ['area', 'state', 'list', 'from', 'to'],
  report: ['name', 'date', 'note'],
  list: ['name', 'document'],
  area: ['name', 'kind', 'parent'],
  document: ['name', 'number', 'issuer', 'issuedOn'],
  source: ['name', 'publisher', 'publishedOn', 'reliability'],
  claimant: ['name', 'kind'],
}

/**
 * A table of a view's rows without what its heading says already: keys a view of figures has one of, and a unit that all
 * rows share, which moves into the head of the values. Memberships are looked at on the view's day.
 */
export function toTextTable(reading: Reading, noun: Noun, rows: readonly RecordLike[], view: AnyView): TextTable {
  const on = view.on as string | undefined
  const units = new Set(noun === 'observation' ? rows.map((row) => getCell(reading, row, 'unit', on)) : [])
  const [unit] = units.size === 1 ? units : []
  const said = (key: string) =>
    noun === 'observation' &&
    (key === 'unit' ? unit !== undefined : key !== 'area' && (view[key] as readonly string[] | undefined)?.length === 1)
  const keys = shown[noun].filter((key) => !said(key))
  return {
    heads: keys.map((key) => {
      const head = getHead(reading, noun, key)
      return key === 'value' && unit !== undefined
        ? fillTemplate(reading.words.view.inUnit, { name: head, unit })
        : head
    }),
    rows: rows.map((row) => keys.map((key) => getCell(reading, row, key, on))),
    numeric: keys.map((key) => key === 'value'),
  }
}

function getHead({ words }: Reading, noun: Noun, key: string): string {
  const fields: Record<string, string> = words.fields
  const nouns: Record<string, { one: string }> = words.nouns
  if (key === 'name') return words.nouns[noun].one
  if (key === 'state') return words.fields.status
  if (key === 'quote') return words.citation.quote
  return fields[key] ?? nouns[key]?.one ?? key
}

function getCell(reading: Reading, row: RecordLike, key: string, on: string | undefined): string {
  const { noun, id, fields } = row
  if (key === 'name') return getName(noun, id, fields, reading).text
  if (key === 'state') return reading.words.codes['member.state'][getMemberState(fields, on)]
  if (key === 'quote') return getQuote(fields, reading)
  if (key === 'unit') return getUnitText(reading, noun === 'indicator' ? fields : getIndicator(reading, fields))
  const field = getFields(noun).find((one) => one.key === key)
  const value = fields[key]
  if (noun === 'observation' && key === 'value' && value === undefined)
    return getCodeText(reading, noun, 'status', String(fields.status))
  return field && value !== undefined ? getText(reading, noun, field, value, fields) : '–'
}

function getIndicator(reading: Reading, fields: AnyFields): AnyFields | undefined {
  return reading.labels.indicator?.[String(fields.indicator)]
}

/** The words in the reader's language where they are there, else in the other. */
function getQuote({ quoteEn, quoteZh, summary }: AnyFields, { language }: Reading): string {
  const [own, other] = language === 'zh' ? [quoteZh, quoteEn] : [quoteEn, quoteZh]
  const quote = own ?? other
  return quote === undefined ? String(summary ?? '–') : `“${String(quote).replace(/“/g, '‘').replace(/”/g, '’')}”`
}

function getText(reading: Reading, noun: Noun, field: Field, value: AnyFields[string], fields: AnyFields): string {
  switch (field.kind) {
    case 'reference':
      return getLabel(reading, field.noun, String(value)).text
    case 'code':
      return getCodeText(reading, noun, field.key, String(value))
    case 'date':
      return formatDoubtfulDate(reading.words, String(value))
    case 'period':
      return formatPeriodCode(reading.words, String(value), fields.frequency as Frequency)
    case 'decimal':
      return groupDigits(String(value))
    default:
      return String(value)
  }
}
