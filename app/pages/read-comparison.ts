import type { Comparison } from '@/components/chart/comparison-figure'
import { toComputedRows } from '@/components/chart/computed-rows'
import type { RecordLike } from '@/components/record/record-like'
import { type Reading, toReading } from '@/components/view/reading'
import { compareComputed, listComputed } from '@/db/compute-figures'
import { getLabels } from '@/db/get-labels'
import { listCompared, listPeriods, type ReferencePeriod } from '@/db/list-periods'
import { tileGrid } from '@/domain/chart/tile-grid'
import { compareDecimals } from '@/domain/decimal'
import type { DriftMark } from '@/domain/drift'
import type { View } from '@/domain/view'
import type { PageRequest } from './page-request'

const provinces = Object.keys(tileGrid)
const places = provinces.map((id) => ({ noun: 'area' as const, id }))
const ALL_PLACES_MOST = 10

type Compared = { reading: Reading; comparison: Comparison }

/**
 * The provinces compared by one indicator at one reference period: the one the view's `from` and `to` name, else the
 * newest that more than ten of them have a figure for. `marks` is what differs today, where it is to be marked. Null where the view does not name one indicator, or nothing fits.
 */
export async function readComparison(
  request: PageRequest,
  marks: readonly DriftMark[] | null = null,
): Promise<Compared | null> {
  const view = request.address.view as View<'debt'>
  const [indicator] = view.indicator
  if (view.indicator.length !== 1 || indicator === undefined) return null
  if (view.measure !== undefined) return readComputed(request, view, indicator, marks !== null)
  const { edition } = request.edition
  const periods = await listPeriods(view, edition, provinces)
  const shown = choosePeriod(view, periods)
  if (!shown) return null
  const rows = await listCompared(view, edition, shown, provinces)
  const reading = await toNamed(request, rows)
  return {
    reading,
    comparison: { indicator, shown, periods, rows, measure: null, changed: new Set(marks?.map(({ id }) => id)) },
  }
}

/** The same by what is computed from the figures, at the periods for which it can be. */
async function readComputed(
  request: PageRequest,
  view: View<'debt'>,
  indicator: string,
  isMarked: boolean,
): Promise<Compared | null> {
  const { measure } = view
  if (measure === undefined) return null
  const { rows, periods, computed } = await listComputed(view, measure, request.edition.edition, provinces)
  const shown = choosePeriod(view, periods)
  if (!shown) return null
  const drawn = rows.filter(({ fields }) => fields.period === shown.period && fields.frequency === shown.frequency)
  const { current } = request.edition
  const changed = isMarked ? await compareComputed(measure, drawn, computed, current) : new Set<string>()
  const made = toComputedRows(await toNamed(request, drawn), measure, drawn, computed)
  const compared = made.rows.toSorted(
    (a, b) => compareDecimals(String(b.fields.value), String(a.fields.value)) || (a.id < b.id ? -1 : 1),
  )
  return { reading: made.reading, comparison: { indicator, shown, periods, rows: compared, measure, changed } }
}

function choosePeriod(view: View<'debt'>, periods: readonly ReferencePeriod[]): ReferencePeriod | undefined {
  const isAsked = ({ period, frequency }: ReferencePeriod) =>
    period === view.from && (view.frequency.length === 0 || view.frequency.includes(frequency))
  const asked = view.from !== undefined && view.from === view.to ? periods.find(isAsked) : undefined
  return asked ?? periods.find((one) => one.places > ALL_PLACES_MOST) ?? periods[0]
}

async function toNamed({ address, edition }: PageRequest, rows: readonly RecordLike[]): Promise<Reading> {
  return toReading(address.language, edition, edition.at, await getLabels(edition.edition, rows, places))
}
