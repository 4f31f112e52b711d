import type { Field, FieldsOf } from './field'

export const reportKinds = ['applied', 'pledged', 'exited'] as const

export const reportFields = [
  { key: 'member', kind: 'reference', noun: 'member', required: true },
  { key: 'kind', kind: 'code', codes: reportKinds, required: true },
  { key: 'date', kind: 'date' },
  { key: 'note', kind: 'text', lines: 2 },
  { key: 'citations', kind: 'citations', required: true, sdmx: 'SOURCE' },
] as const satisfies readonly Field[]

/** What was reported of a member: that it applied to leave, pledged to, or has left. */
export type Report = FieldsOf<typeof reportFields>
