import type { Change } from './change'
import type { AnyFields, Citation, Field, Noun } from './field'
import { getFields } from './record'

/**
 * What stands in the place of a text that was redacted, in tables, documents and files, and in the place of the salt of
 * a document that lost one. Readers of a page see words of their language instead.
 */
export const MARK = '[redacted]'
/** The same for a web address: `.invalid` is nobody's (RFC 2606), and the record stays one that can be read. */
export const MARKED_URL = 'https://redacted.invalid/'

/** The reason of a withdrawal, which stands beside the fields of a noun and may name somebody, too. */
export const REASON = 'reason'

/** What an admin asked to have redacted, and what became of it. */
export type RedactionRequest = {
  n: number
  noun: Noun
  id: string
  keys: string[]
  reason: string
  askedBy: string
  askedByName: string
  askedAt: Date
  state: 'open' | 'withdrawn' | 'done'
  decidedByName: string | null
  edition: number | null
}

/**
 * What a redaction says of itself in its own change: which fields, and the SHA-256 of every earlier document as it
 * stands with the marks. Since this is hashed, nobody can change a marked document a second time.
 */
export type Redaction = { keys: readonly string[]; versions: { readonly [edition: string]: string } }

/** What takes the place of each field; null empties it. */
export type Marks = { [key: string]: string | readonly string[] | null }

/** A figure is what its record is of, and by its status it cannot be absent. */
const kept: { [N in Noun]?: readonly string[] } = { observation: ['value'] }

/**
 * The keys of a noun that may be redacted: texts and addresses, and of the rest what may be absent. What makes an id,
 * names another record or is one of a few codes says nothing of a person by itself.
 */
export function listRedactable(noun: Noun): string[] {
  const fields = getFields(noun).filter((field) => toMark(field) !== undefined && !kept[noun]?.includes(field.key))
  return [...fields.map(({ key }) => key), REASON]
}

/** @returns undefined for what may not be redacted */
function toMark(field: Field): Marks[string] | undefined {
  const emptied = field.required ? undefined : null
  switch (field.kind) {
    case 'text':
      return field.pattern ? emptied : MARK
    case 'texts':
      return [MARK]
    case 'url':
      return MARKED_URL
    case 'citations':
      return MARK
    case 'date':
    case 'decimal':
      return emptied
    default:
      return undefined
  }
}

/** What takes the place of each of the keys; null where one of them may not be redacted, or none was named. */
export function toMarks(noun: Noun, keys: readonly string[]): Marks | null {
  const allowed = listRedactable(noun)
  if (keys.length === 0 || keys.some((key) => !allowed.includes(key))) return null
  const fields = new Map(getFields(noun).map((field) => [field.key, field]))
  const marks = keys.map((key) => {
    const field = fields.get(key)
    return [key, field ? (toMark(field) ?? null) : MARK] as const
  })
  return Object.fromEntries(marks)
}

/** The keys of marks, in the order of the noun's fields. */
export function listMarked(noun: Noun, marks: Marks): string[] {
  return listRedactable(noun).filter((key) => Object.hasOwn(marks, key))
}

/**
 * A change with marks in the place of what was redacted; what a version lacks stays absent. Of citations the place and
 * the quotation are marked, since what is cited is another record. The database does the same: desk.mark_change.
 */
export function markChange(change: Change, marks: Marks): Change {
  if (change.fields) return { ...change, fields: markFields(change.fields, marks) }
  return Object.hasOwn(marks, REASON) ? { ...change, withdraw: { ...change.withdraw, reason: MARK } } : change
}

function markFields(fields: AnyFields, marks: Marks): AnyFields {
  const marked: AnyFields = {}
  for (const [key, value] of Object.entries(fields)) {
    const mark = Object.hasOwn(marks, key) ? marks[key] : undefined
    if (mark === undefined) marked[key] = value
    else if (key === 'citations') marked[key] = (value as Citation[]).map(markCitation)
    else if (mark !== null) marked[key] = typeof mark === 'string' ? mark : [...mark]
  }
  return marked
}

function markCitation(citation: Citation): Citation {
  return {
    ...citation,
    ...(citation.place === undefined ? {} : { place: MARK }),
    ...(citation.quote === undefined ? {} : { quote: MARK }),
  }
}

/** Whether a text of the record is a mark. */
export function isMark(value: AnyFields[string]): boolean {
  return value === MARK || value === MARKED_URL
}

/** A name has two characters in Chinese; in Latin letters so few would be found within any word. */
const TOLD_LEAST = { han: 2, other: 4 }
/** What tells who somebody is within a longer text: names of several words in Latin letters, and long numbers. */
const TELLING = /\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)+|\d(?:[ -]?\d){4,}/gu

/**
 * Whether a reason gives away one of the texts that would be marked in these versions, or a name or number in one. What
 * else it says, whoever confirms has to read.
 */
export function repeatsRedacted(reason: string, versions: readonly Change[], marks: Marks): boolean {
  const told = fold(reason)
  return versions
    .flatMap((version) => listTexts(version, marks))
    .flatMap((text) => [text, ...(text.normalize('NFKC').match(TELLING) ?? [])])
    .some((text) => told.includes(fold(text)))
}

function listTexts({ fields, withdraw }: Change, marks: Marks): string[] {
  const values = Object.keys(marks).flatMap((key): unknown[] => {
    if (key === REASON) return [withdraw?.reason]
    if (key === 'citations')
      return ((fields?.citations ?? []) as Citation[]).flatMap(({ place, quote }) => [place, quote])
    return [fields?.[key]].flat()
  })
  return values
    .filter((value) => value !== undefined && !isMark(value as string))
    .map(String)
    .filter((text) => text.length >= (/\p{Script=Han}/u.test(text) ? TOLD_LEAST.han : TOLD_LEAST.other))
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, '')
}
