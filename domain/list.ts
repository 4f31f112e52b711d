import type { Field, FieldsOf } from './field'

export const listFields = [
  { key: 'nameEn', kind: 'text', required: true, language: 'en' },
  { key: 'nameZh', kind: 'text', required: true, language: 'zh' },
  { key: 'document', kind: 'reference', noun: 'document' },
  { key: 'note', kind: 'text', lines: 2 },
  { key: 'citations', kind: 'citations', sdmx: 'SOURCE' },
] as const satisfies readonly Field[]

/** A named list of areas, such as the key provinces of Document No. 47. */
export type AreaList = FieldsOf<typeof listFields>
