import { getEarliestDay, getLatestDay } from './date'
import type { AnyFields, Field, FieldsOf } from './field'

export const mentionKinds = [
  'government-work-report',
  'budget-report',
  'debt-relief-plan',
  'central-document',
  'notice',
  'executive-meeting',
  'article',
  'remark-to-media',
  'local-practice',
] as const

export const mentionFields = [
  { key: 'area', kind: 'reference', noun: 'area', required: true, sdmx: 'REF_AREA' },
  { key: 'documentKind', kind: 'code', codes: mentionKinds, required: true },
  { key: 'date', kind: 'date' },
  { key: 'quoteEn', kind: 'text', lines: 2, language: 'en' },
  { key: 'quoteZh', kind: 'text', lines: 2, language: 'zh' },
  { key: 'summary', kind: 'text', lines: 3 },
  { key: 'note', kind: 'text', lines: 2 },
  { key: 'citations', kind: 'citations', required: true, sdmx: 'SOURCE' },
] as const satisfies readonly Field[]

/** Where and when the phrase 砸锅卖铁 was used, in what kind of document, with the words where they are known. */
export type Mention = FieldsOf<typeof mentionFields>

/**
 * The newest first by the earliest day a date may mean: «2024» does not stand before 28 August 2024, though it may be later.
 * A mention without a date comes last.
 */
export function compareByDate(a: { id: string; fields: AnyFields }, b: { id: string; fields: AnyFields }): number {
  const [first, second] = [getKey(a.fields), getKey(b.fields)]
  return first < second ? 1 : first > second ? -1 : a.id < b.id ? -1 : 1
}

function getKey({ date }: AnyFields): string {
  return date === undefined ? '' : (getEarliestDay(String(date)) ?? getLatestDay(String(date)))
}
