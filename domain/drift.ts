import type { FieldDifference } from './change'
import type { AnyFields, Noun } from './field'

/** A record by its noun and id. */
export type RecordKey = { noun: Noun; id: string }

/** A row of a view that differs between two editions, and the edition that made it so. */
export type DriftRow = RecordKey & {
  kind: 'changed' | 'come' | 'gone'
  /** The fields of the version that is there, the newer where both are. */
  fields: AnyFields
  differences: FieldDifference[]
  edition: number
  at: Date
  authorName: string
  summary: string
}

/** A record that differs, and the fields in which it does. */
export type DriftMark = Pick<DriftRow, 'id' | 'kind'> & { keys: string[] }

/** How a view of one edition differs from the same view of a later one: counted whole, its first rows in full. */
export type Drift = {
  changed: number
  come: number
  gone: number
  rows: DriftRow[]
  /** Every record that differs, up to 5,000, for marking it wherever it is shown. */
  marks: DriftMark[]
  /** Records that are no rows of the view but that the page names or draws on: counted whole, the first in full. */
  beside: { total: number; rows: DriftRow[] }
}
