import { fillTemplate } from '@/components/chart/chart-words'
import { formatCitation, formatPinnedLink } from '@/components/record/citation-text'
import { formatMoment } from '@/components/record/dates'
import type { Reading } from '@/components/view/reading'
import { nameView } from '@/components/view/view-name'
import { describeView, getParameterName, listFilters } from '@/components/view/view-words'
import type { Address } from '@/domain/address'
import { formatAddress } from '@/domain/address'
import type { Field, Noun } from '@/domain/field'
import { EXACT_DIGITS, type SheetCell, type SheetColumn } from '@/domain/sheet'
import type { Messages } from '@/messages/en'

type Described = {
  reading: Reading
  address: Address
  noun: Noun | 'edition'
  total: number
  origin: string
}

/** What a workbook is of, line by line: the view in words, its filters, edition, licence, citation and addresses. */
export function toAboutRows({ reading, address, noun, total, origin }: Described): SheetCell[][] {
  const { words, edition, publishedAt } = reading
  const { page, view, pinned: _pinned, format: _format, ...rest } = address
  const title = nameView(reading, page, view)
  const whole = { ...rest, page, view: { ...view, page: 1, ignored: [] } }
  const cited = { reading, address: whole, title, origin }
  return [
    [words.site.name, title],
    [words.sheet.view, describeView(reading, page, view, noun, total)],
    ...listFilters(reading, page, view).map(({ key, text }) => [
      fillTemplate(words.sheet.filter, { name: getParameterName(reading, key) }),
      text,
    ]),
    [words.sheet.count, total],
    [words.sheet.edition, edition],
    [words.sheet.published, formatMoment(words, publishedAt)],
    [words.sheet.licence, words.site.licence],
    [words.sheet.citation, formatCitation(cited)],
    [words.sheet.pinned, formatPinnedLink(cited)],
    [words.sheet.live, origin + formatAddress(whole)],
  ]
}

/** What each column means: its head, its meaning, its form or unit, and the words for its codes. */
export function toDictionaryRows(words: Messages, noun: Noun, columns: readonly SheetColumn[]): SheetCell[][] {
  return [
    [words.sheet.column, words.sheet.meaning, words.sheet.form, words.sheet.codes],
    ...columns.map((column) => [column.head, ...describeColumn(words, noun, column)]),
  ]
}

function describeColumn(words: Messages, noun: Noun, column: SheetColumn): [string, string, string | null] {
  const { sheet } = words
  switch (column.of) {
    case 'id':
      return [sheet.idMeaning, sheet.forms.text, null]
    case 'name':
      return [fillTemplate(sheet.nameMeaning, { name: getFieldName(words, column.field.key) }), sheet.forms.text, null]
    case 'unit':
      return [words.fields.unit, sheet.forms.code, listCodes(words, 'indicator.unit')]
    case 'unitMult':
      return [words.fields.unitMult, sheet.forms.integer, null]
    case 'state':
      return [sheet.stateMeaning, sheet.forms.code, listCodes(words, 'member.state')]
    case 'measure':
      return [words.chart.computed.meaning, sheet.forms.code, formatCodes(words.chart.computed.name)]
    case 'percent':
      return [words.chart.computed.percentMeaning, fillTemplate(sheet.forms.decimal, { digits: EXACT_DIGITS }), null]
    case 'operands':
      return [words.chart.computed.fromMeaning, sheet.forms.text, null]
    case 'citations':
      return [sheet.citationsMeaning, sheet.forms.json, null]
    case 'field':
      return [
        getFieldName(words, column.field.key),
        describeForm(words, noun, column.field),
        column.field.kind === 'code' ? listCodes(words, `${noun}.${column.field.key}`) : null,
      ]
  }
}

function getFieldName({ fields }: Messages, key: string): string {
  const names: Record<string, string> = fields
  return names[key] ?? key
}

function describeForm(words: Messages, noun: Noun, field: Field): string {
  const { forms } = words.sheet
  if (field.kind === 'reference') return fillTemplate(forms.reference, { noun: words.nouns[field.noun].one })
  if (field.kind === 'files') return forms.json
  if (field.kind !== 'decimal') return forms[field.kind]
  const form = noun === 'observation' && field.key === 'value' ? forms.value : forms.decimal
  return fillTemplate(form, { digits: EXACT_DIGITS })
}

/** `A = Yearly; M = Monthly` */
function listCodes(words: Messages, name: string): string | null {
  const lists: Record<string, Record<string, string>> = words.codes
  return formatCodes(lists[name] ?? {})
}

function formatCodes(names: Record<string, string>): string | null {
  const told = Object.entries(names).map(([code, text]) => `${code} = ${text}`)
  return told.join('; ') || null
}
