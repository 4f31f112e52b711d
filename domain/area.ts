import type { Field, FieldsOf } from './field'

export const areaKinds = ['country', 'province', 'prefecture', 'county', 'statistical'] as const

export const areaFields = [
  { key: 'nameEn', kind: 'text', required: true, language: 'en' },
  { key: 'nameZh', kind: 'text', required: true, language: 'zh' },
  { key: 'kind', kind: 'code', codes: areaKinds, required: true },
  { key: 'parent', kind: 'reference', noun: 'area' },
  { key: 'isoCode', kind: 'text', pattern: /^CN(-[A-Z]{2})?$/ },
  { key: 'gbCode', kind: 'text', pattern: /^\d{6}$/ },
  { key: 'latitude', kind: 'decimal' },
  { key: 'longitude', kind: 'decimal' },
  { key: 'note', kind: 'text', lines: 2 },
  { key: 'citations', kind: 'citations', required: true, sdmx: 'SOURCE' },
] as const satisfies readonly Field[]

/** The whole of which every place is a part. */
export const AREA_OF_NATION = 'CN'

/**
 * A place figures and mentions are about. Its id is the ISO 3166-2 code for the country and provinces, the GB/T 2260
 * code below them. A `statistical` area is a remainder («Liaoning without Dalian»), never a stand-in for its parent.
 */
export type Area = FieldsOf<typeof areaFields>
