import { getCalendarPart, isNoLaterThan } from './date'
import type { EvidenceFile } from './evidence-file'
import type { AnyFields, Citation, Field, Noun } from './field'
import { composeId, getFields, type Problem } from './record'
import { formatTypedDate, formatTypedDecimal, formatTypedPeriod, formatTypedText } from './typed-value'

/** What stands in the inputs of a record's form, by input name. */
export type FormValues = { [name: string]: string }

/** The inputs of one citation. */
export const citationKeys = ['source', 'place', 'quote', 'evidence'] as const
const NO_LATER = '.noLater'
/** As many as a record may have. */
const CITATIONS_MOST = 50

/** A record as its form shows it: `citations.0.source`, a text a line, `2024-08-28` and `….noLater`. */
export function toFormValues(noun: Noun, fields: AnyFields): FormValues {
  return Object.assign({}, ...getFields(noun).map((field) => toFieldValues(field, fields[field.key])))
}

function toFieldValues({ key, kind }: Field, value: AnyFields[string]): FormValues {
  if (value === undefined) return {}
  if (kind === 'texts') return { [key]: (value as string[]).join('\n') }
  if (kind === 'citations') return toCitationValues(key, value as Citation[])
  if (kind === 'files') return { [key]: JSON.stringify(value) }
  if (kind !== 'date') return { [key]: String(value) }
  const date = String(value)
  return { [key]: getCalendarPart(date), ...(isNoLaterThan(date) ? { [`${key}${NO_LATER}`]: 'on' } : {}) }
}

function toCitationValues(key: string, citations: readonly Citation[]): FormValues {
  return Object.assign(
    {},
    ...citations.map((citation, at) =>
      Object.fromEntries(
        citationKeys.flatMap((part) =>
          citation[part] === undefined ? [] : [[`${key}.${at}.${part}`, citation[part]]],
        ),
      ),
    ),
  )
}

/**
 * The fields that a form's values say, unchecked; what is blank is absent. Citations without anything in them are left
 * out and the others move up, in `values` as well, so that a problem's place is the place in the form.
 */
export function fromFormValues(noun: Noun, values: FormValues): { id: string; fields: AnyFields; values: FormValues } {
  const fields: AnyFields = {}
  const tidy: FormValues = {}
  for (const field of getFields(noun)) {
    const value = fromFieldValues(field, values)
    if (value !== undefined) fields[field.key] = value
    if (field.kind === 'citations') Object.assign(tidy, toCitationValues(field.key, (value ?? []) as Citation[]))
    else for (const name of [field.key, `${field.key}${NO_LATER}`]) if (values[name]) tidy[name] = values[name]
  }
  const id = formatTypedText(values.id ?? '') || (composeId(noun, fields) ?? '')
  return { id, fields, values: values.id ? { ...tidy, id: values.id } : tidy }
}

function fromFieldValues({ key, kind }: Field, values: FormValues): AnyFields[string] {
  if (kind === 'citations') return fromCitationValues(key, values)
  const text = (values[key] ?? '').trim()
  if (text === '') return undefined
  switch (kind) {
    case 'files':
      return parseFiles(text)
    case 'texts':
      return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
    case 'integer':
      return /^\d{1,4}$/.test(formatTypedText(text)) ? Number(formatTypedText(text)) : text
    case 'decimal':
      return formatTypedDecimal(text)
    case 'period':
      return formatTypedPeriod(text)
    case 'reference':
      return formatTypedText(text)
    case 'date':
      return values[`${key}${NO_LATER}`] ? `../${formatTypedDate(text)}` : formatTypedDate(text)
    default:
      return text
  }
}

/** What a form carries along and nobody types; anything else in it is refused when the record is read. */
function parseFiles(text: string): AnyFields[string] {
  try {
    return JSON.parse(text) as EvidenceFile[]
  } catch {
    return text
  }
}

function fromCitationValues(key: string, values: FormValues): Citation[] | undefined {
  const citations = Array.from({ length: CITATIONS_MOST }, (_, at) =>
    Object.fromEntries(
      citationKeys.flatMap((part) => {
        const text = (values[`${key}.${at}.${part}`] ?? '').trim()
        return text === '' ? [] : [[part, part === 'source' ? formatTypedText(text) : text]]
      }),
    ),
  ).filter((citation) => Object.keys(citation).length > 0)
  return citations.length === 0 ? undefined : (citations as Citation[])
}

/** How many citations a form's values hold, up to the last in which anything stands. */
export function countCitations(key: string, values: FormValues): number {
  return (
    Array.from({ length: CITATIONS_MOST }, (_, at) => at + 1).findLast((at) =>
      citationKeys.some((part) => values[`${key}.${at - 1}.${part}`]),
    ) ?? 0
  )
}

/** How many rows a form offers for citations: what it holds and an empty one, or as many as were asked for. */
export function countCitationRows(key: string, values: FormValues, asked: number): number {
  const wanted = Number.isInteger(asked) ? asked : 1
  return Math.min(CITATIONS_MOST, Math.max(wanted, countCitations(key, values) + 1))
}

/** The values without the citation at `at`; its row is blank. */
export function dropCitation(key: string, at: string, values: FormValues): FormValues {
  const dropped = citationKeys.map((part) => `${key}.${at}.${part}`)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !dropped.includes(name)))
}

/**
 * A problem with a record as its form tells it: the lines of a list of texts share one input, and what was typed where
 * another record is named is no id but a record that is not there.
 */
export function toInputProblem(noun: Noun, { key, code }: Problem): { name: string; code: string } {
  const [first = '', ...rest] = key.split('.')
  const kind = getFields(noun).find((field) => field.key === first)?.kind
  const names = kind === 'reference' || (kind === 'citations' && rest.at(-1) === 'source')
  return {
    name: kind === 'texts' ? first : key,
    code: names && code === 'id' ? 'reference' : code,
  }
}
