import type { Field, FieldsOf } from './field'

/** A stock stands at an instant, a flow runs over a period, a ratio or an average is neither summed nor accumulated. */
export const measures = ['stock', 'flow', 'ratio'] as const
export const units = ['CNY', 'percent', 'years'] as const
export type Unit = (typeof units)[number]

export const indicatorFields = [
  { key: 'nameEn', kind: 'text', required: true, language: 'en' },
  { key: 'nameZh', kind: 'text', required: true, language: 'zh' },
  { key: 'definitionEn', kind: 'text', required: true, lines: 3, language: 'en' },
  { key: 'definitionZh', kind: 'text', required: true, lines: 3, language: 'zh' },
  { key: 'unit', kind: 'code', codes: units, required: true, sdmx: 'UNIT_MEASURE' },
  { key: 'unitMult', kind: 'integer', required: true, sdmx: 'UNIT_MULT' },
  { key: 'measure', kind: 'code', codes: measures, required: true },
] as const satisfies readonly Field[]

/** What is measured. `unitMult` is a power of ten: 8 with CNY is 亿元, CNY 100 million, as the ministry publishes. */
export type Indicator = FieldsOf<typeof indicatorFields>
