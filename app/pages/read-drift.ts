import type { LabelMap, Reading } from '@/components/view/reading'
import { compareDrawn, type Drawn } from '@/db/compare-view'
import { getLabels } from '@/db/get-labels'
import { getOldFields } from '@/domain/change'
import type { Drift, RecordKey } from '@/domain/drift'
import { nouns } from '@/domain/field'
import type { PageRequest } from './page-request'

/** What of a pinned page differs today, and the reading in which the records that differ have their names. */
export type DriftReading = { drift: Drift; reading: Reading }

/**
 * How far a pinned page has moved on; null on a live one.
 * @param listDrawn what the page draws as of an edition; asked for the page's own edition and for the current one, so
 * that what has come since is seen as well
 */
export async function readDrift(
  { edition: { edition, current, pinned } }: Pick<PageRequest, 'edition'>,
  reading: Reading,
  listDrawn: (edition: number) => Drawn | Promise<Drawn>,
): Promise<DriftReading | null> {
  if (!pinned) return null
  const drawn = edition === current ? [] : await Promise.all([edition, current].map(listDrawn))
  const drift = await compareDrawn(mergeDrawn(drawn), edition, current)
  const rows = [...drift.rows, ...drift.beside.rows].map((row) => ({ ...row, fromEdition: row.edition }))
  if (rows.length === 0) return { drift, reading }
  const before = rows.map((row) => ({ ...row, fields: getOldFields(row) }))
  const [now, then] = await Promise.all([getLabels(current, rows), getLabels(edition, [...rows, ...before])])
  return { drift, reading: { ...reading, labels: mergeLabels([now, then, reading.labels]) } }
}

/** The records that labels name, to be compared like any other. */
export function listLabelled(labels: LabelMap): RecordKey[] {
  return nouns.flatMap((noun) => Object.keys(labels[noun] ?? {}).map((id) => ({ noun, id })))
}

/** What either edition draws; views and what rests on a record are the same question to both. */
function mergeDrawn(drawn: readonly Drawn[]): Drawn {
  return {
    ...drawn[0],
    records: drawn.flatMap(({ records = [] }) => records),
    beside: drawn.flatMap(({ beside = [] }) => beside),
  }
}

/** What a later one holds is taken before what an earlier one holds. */
function mergeLabels(labels: readonly LabelMap[]): LabelMap {
  return Object.fromEntries(nouns.map((noun) => [noun, Object.assign({}, ...labels.map((one) => one[noun]))]))
}
