import type { Field, FieldsOf } from './field'

export const documentFields = [
  { key: 'number', kind: 'text' },
  { key: 'titleEn', kind: 'text', required: true, language: 'en' },
  { key: 'titleZh', kind: 'text', language: 'zh' },
  { key: 'issuer', kind: 'text', required: true },
  { key: 'issuedOn', kind: 'date' },
  { key: 'summary', kind: 'text', lines: 4 },
  { key: 'note', kind: 'text', lines: 2 },
  { key: 'citations', kind: 'citations', required: true, sdmx: 'SOURCE' },
] as const satisfies readonly Field[]

/** A policy document or an official report, summarised in the record's own words. */
export type PolicyDocument = FieldsOf<typeof documentFields>
