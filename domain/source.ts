import type { Field, FieldsOf } from './field'

export const sourceKinds = ['official', 'media', 'research', 'seed'] as const
/** A an official page or an archived copy of it, B established press or research, C reprint, relay, machine summary. */
export const reliabilities = ['A', 'B', 'C'] as const
export type Reliability = (typeof reliabilities)[number]

export const sourceFields = [
  { key: 'title', kind: 'text', required: true },
  { key: 'publisher', kind: 'text', required: true },
  { key: 'url', kind: 'url', required: true },
  { key: 'publishedOn', kind: 'date' },
  { key: 'language', kind: 'code', codes: ['en', 'zh'], required: true },
  { key: 'kind', kind: 'code', codes: sourceKinds, required: true },
  { key: 'reliability', kind: 'code', codes: reliabilities, required: true },
  { key: 'canonicalUrl', kind: 'url' },
  { key: 'archiveUrl', kind: 'url' },
  { key: 'files', kind: 'files' },
  { key: 'note', kind: 'text', lines: 3 },
] as const satisfies readonly Field[]

/** Who published what, when and where; `archiveUrl` is the public copy that was read, `canonicalUrl` the release behind it. `files` are copies kept here. */
export type Source = FieldsOf<typeof sourceFields>
