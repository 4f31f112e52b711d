import { z } from 'zod'
import { isDoubtfulDate } from './date'
import { type EvidenceFile, evidenceFile, FILES_MOST } from './evidence-file'

/** The nouns of the record, in the order in which one may refer to another. */
export const nouns = [
  'area',
  'source',
  'document',
  'list',
  'member',
  'report',
  'task-force',
  'mention',
  'claimant',
  'indicator',
  'observation',
] as const
export type Noun = (typeof nouns)[number]

export type Language = 'en' | 'zh'
export const languages = ['en', 'zh'] as const

/**
 * One field of a noun. The list of a noun's fields makes its input type, its form, its table, its diff and its CSV.
 * `sdmx` is the CSV head where it is not the key in capitals; `language` says the text is written in that language.
 */
export type Field = { key: string; required?: boolean; sdmx?: string; language?: Language } & (
  | { kind: 'text'; lines?: number; pattern?: RegExp }
  | { kind: 'texts' }
  | { kind: 'url' }
  | { kind: 'decimal' }
  | { kind: 'integer' }
  | { kind: 'date' }
  | { kind: 'period' }
  | { kind: 'code'; codes: readonly string[] }
  | { kind: 'reference'; noun: Noun }
  | { kind: 'citations' }
  | { kind: 'files' }
)

/** What a citation says a source gives as evidence, weakest first. */
export const evidences = [
  'press-report',
  'leaked-image',
  'named-official',
  'document-seen',
  'document-archived',
] as const
export type Evidence = (typeof evidences)[number]

/** Who said it: a source, and where known the place in it, a short quotation, and the kind of evidence it gives. */
export type Citation = { source: string; place?: string; quote?: string; evidence?: Evidence }

type ValueOf<F extends Field> = F extends { kind: 'code'; codes: readonly (infer C)[] }
  ? C
  : F extends { kind: 'citations' }
    ? Citation[]
    : F extends { kind: 'files' }
      ? EvidenceFile[]
      : F extends { kind: 'texts' }
        ? string[]
        : F extends { kind: 'integer' }
          ? number
          : string

/** The record a list of fields describes: required keys always there, the others absent when unknown. */
export type FieldsOf<L extends readonly Field[]> = {
  [F in L[number] as F extends { required: true } ? F['key'] : never]: ValueOf<F>
} & { [F in L[number] as F extends { required: true } ? never : F['key']]?: ValueOf<F> }

/** Any record's fields, where the noun is not known. */
export type AnyFields = { [key: string]: string | number | string[] | Citation[] | EvidenceFile[] | undefined }

/** Ids and the parts of composed ids: RFC 3986 unreserved characters that need no escape anywhere. */
export const ID_PART = /^[A-Za-z0-9_-]{1,80}$/
export const ID = /^[A-Za-z0-9_-]{1,80}(\.[A-Za-z0-9_-]{1,80}){0,5}$/

const TEXT_MOST = 4000
const text = z
  .string()
  .transform((value) => value.replace(/\r\n?/g, '\n').trim().normalize('NFC'))
  .pipe(z.string().min(1, 'missing').max(TEXT_MOST, 'long').refine(hasNoControls, 'control'))

function hasNoControls(value: string): boolean {
  return !/[^\P{Cc}\n\t]/u.test(value)
}

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || /\s/.test(value) || !URL.canParse(value)) return false
  const { username, password, hostname } = new URL(value)
  return hostname.includes('.') && username === '' && password === ''
}

/** A plain decimal of at most 30 digits, spelled as it was published: `-67`, `4.2`, never `1e3` or `4,200`. */
export const decimal = z.string().regex(/^(?!-0(\.0+)?$)-?(?=[\d.]{1,31}$)(0|[1-9]\d*)(\.\d+)?$/, 'decimal')

export const citation = z
  .object({
    source: z.string().min(1, 'missing').regex(ID_PART, 'id'),
    place: text.optional(),
    quote: text.optional(),
    evidence: z.enum(evidences, { error: 'code' }).optional(),
  })
  .strict()

/** The schema of one field's value. Messages are the codes a form has words for. */
export function toFieldSchema(field: Field): z.ZodType {
  const schema = toRequiredSchema(field)
  return field.required || field.kind === 'citations' ? schema : schema.optional()
}

function toRequiredSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return field.pattern ? text.pipe(z.string().regex(field.pattern, 'pattern')) : text
    case 'texts':
      return z.array(text).min(1, 'missing').max(50, 'long')
    case 'url':
      return text.pipe(z.string().max(2000, 'long').refine(isWebAddress, 'url'))
    case 'decimal':
      return text.pipe(decimal)
    case 'integer':
      return z.int('integer').min(0, 'integer').max(9999, 'integer')
    case 'date':
      return text.pipe(z.string().refine(isDoubtfulDate, 'date'))
    case 'period':
      return text.pipe(z.string().regex(/^[\d-]{4,22}$/, 'period'))
    case 'code':
      return text.pipe(z.enum(field.codes as [string, ...string[]], { error: 'code' }))
    case 'reference':
      return text.pipe(z.string().regex(ID, 'id'))
    case 'files':
      return z.array(evidenceFile).min(1, 'missing').max(FILES_MOST, 'long')
    case 'citations':
      return field.required
        ? z.array(citation).min(1, 'missing').max(50, 'long')
        : z.array(citation).min(1).max(50, 'long').optional()
  }
}

/** The CSV head of a field: its SDMX name, else its key in capitals (`nameEn` is `NAME_EN`). */
export function getHead(field: Field): string {
  return field.sdmx ?? field.key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}
