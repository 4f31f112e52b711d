import type { Field, FieldsOf } from './field'

/** The claimant of every official figure: the competent state body, named by the publisher of the cited source. */
export const OFFICIAL = 'official'

export const claimantKinds = ['state-body', 'international-organisation', 'bank', 'unattributed'] as const

export const claimantFields = [
  { key: 'nameEn', kind: 'text', required: true, language: 'en' },
  { key: 'nameZh', kind: 'text', required: true, language: 'zh' },
  { key: 'kind', kind: 'code', codes: claimantKinds, required: true },
  { key: 'note', kind: 'text', lines: 2 },
] as const satisfies readonly Field[]

/** Who says a figure is so. */
export type Claimant = FieldsOf<typeof claimantFields>
