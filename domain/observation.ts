import type { Field, FieldsOf } from './field'
import { frequencies } from './period'

/** Whether there is a figure, and if not, why: never 0 or a blank for what is unknown. */
export const observationStatuses = ['official', 'estimate', 'unknown', 'not-applicable', 'withheld'] as const
export type ObservationStatus = (typeof observationStatuses)[number]
export const statusesWithValue: readonly ObservationStatus[] = ['official', 'estimate']

export const observationFields = [
  { key: 'indicator', kind: 'reference', noun: 'indicator', required: true, sdmx: 'INDICATOR' },
  { key: 'area', kind: 'reference', noun: 'area', required: true, sdmx: 'REF_AREA' },
  { key: 'period', kind: 'period', required: true, sdmx: 'TIME_PERIOD' },
  { key: 'frequency', kind: 'code', codes: frequencies, required: true, sdmx: 'FREQ' },
  { key: 'value', kind: 'decimal', sdmx: 'OBS_VALUE' },
  { key: 'status', kind: 'code', codes: observationStatuses, required: true, sdmx: 'OBS_STATUS' },
  { key: 'claimant', kind: 'reference', noun: 'claimant', required: true, sdmx: 'CLAIMANT' },
  { key: 'usdBillionAsStated', kind: 'decimal' },
  { key: 'wordingAsStated', kind: 'text', lines: 2 },
  { key: 'note', kind: 'text', lines: 2 },
  { key: 'citations', kind: 'citations', required: true, sdmx: 'SOURCE' },
] as const satisfies readonly Field[]

/**
 * One figure: what, where, when, how often, who says so, and how much, in the unit of its indicator.
 * `usdBillionAsStated` and `wordingAsStated` are what a source printed beside it, never computed here.
 */
export type Observation = FieldsOf<typeof observationFields>
