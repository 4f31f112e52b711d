import type { Field, FieldsOf } from './field'

export const taskForceFields = [
  { key: 'area', kind: 'reference', noun: 'area', required: true, sdmx: 'REF_AREA' },
  { key: 'nameEn', kind: 'text', required: true, language: 'en' },
  { key: 'nameZh', kind: 'text', language: 'zh' },
  { key: 'documentNumber', kind: 'text', language: 'zh' },
  { key: 'document', kind: 'reference', noun: 'document' },
  { key: 'establishedOn', kind: 'date' },
  { key: 'leadRole', kind: 'text' },
  { key: 'deputyRoles', kind: 'texts' },
  { key: 'office', kind: 'text' },
  { key: 'staffing', kind: 'text', lines: 2 },
  { key: 'duties', kind: 'texts' },
  { key: 'confirmedBy', kind: 'text', lines: 2 },
  { key: 'note', kind: 'text', lines: 3 },
  { key: 'citations', kind: 'citations', required: true, sdmx: 'SOURCE' },
] as const satisfies readonly Field[]

/** A body set up to sell the pot and the iron. Its people are roles, never private persons. */
export type TaskForce = FieldsOf<typeof taskForceFields>
