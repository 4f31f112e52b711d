import { getCalendarPart, isNoLaterThan } from './date'
import type { AnyFields, Citation, Field, Noun } from './field'
import { composeId, getFields } from './record'

/** What stands in the inputs of a record's form, by input name. */
export type FormValues = { [name: string]: string }

/** The inputs of one citation. */
export const citationKeys = ['source', 'place', 'quote', 'evidence'] as const
const NO_LATER = '.noLater'
const ROWS_MOST = 50

/** A record as its form shows it: `citations.0.source`, a text a line, `2024-08-28` and `….noLater`. */
export function toFormValues(noun: Noun, fields: AnyFields): FormValues {
  return Object.assign({}, ...getFields(noun).map((field) => toFieldValues(field, fields[field.key])))
}

function toFieldValues({ key, kind }: Field, value: AnyFields[string]): FormValues {
  if (value === undefined) return {}
  if (kind === 'texts') return { [key]: (value as string[]).join('\n') }
  if (kind === 'citations') return toCitationValues(key, value as Citation[])
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
  const id = (values.id ?? '').trim() || (composeId(noun, fields) ?? '')
  return { id, fields, values: values.id ? { ...tidy, id: values.id } : tidy }
}

function fromFieldValues({ key, kind }: Field, values: FormValues): AnyFields[string] {
  if (kind === 'citations') return fromCitationValues(key, values)
  const text = (values[key] ?? '').trim()
  if (text === '') return undefined
  if (kind === 'texts')
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  if (kind === 'integer' && /^\d{1,4}$/.test(text)) return Number(text)
  return kind === 'date' && values[`${key}${NO_LATER}`] ? `../${text}` : text
}

function fromCitationValues(key: string, values: FormValues): Citation[] | undefined {
  const citations = Array.from({ length: ROWS_MOST }, (_, at) =>
    Object.fromEntries(
      citationKeys.flatMap((part) => {
        const text = (values[`${key}.${at}.${part}`] ?? '').trim()
        return text === '' ? [] : [[part, text]]
      }),
    ),
  ).filter((citation) => Object.keys(citation).length > 0)
  return citations.length === 0 ? undefined : (citations as Citation[])
}

/** How many citations a form's values hold. */
export function countCitations(key: string, values: FormValues): number {
  return (
    Array.from({ length: ROWS_MOST }, (_, at) => at + 1).findLast((at) =>
      citationKeys.some((part) => values[`${key}.${at - 1}.${part}`]),
    ) ?? 0
  )
}
