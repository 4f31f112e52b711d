import type { Comparison } from '@/components/chart/comparison-words'
import { toComputedRows } from '@/components/chart/computed-rows'
import type { RecordLike } from '@/components/record/record-like'
import { type Reading, toReading } from '@/components/view/reading'
import { compareComputed, listComputed } from '@/db/compute-figures'
import { getLabels } from '@/db/get-labels'
import { listCompared, listPeriods } from '@/db/list-periods'
import { chooseReference, isSamePeriod, isWithin, type ReferencePeriod } from '@/domain/chart/reference-period'
import { tileGrid } from '@/domain/chart/tile-grid'
import { compareDecimals } from '@/domain/decimal'
import type { DriftMark } from '@/domain/drift'
import type { View } from '@/domain/view'
import type { PageRequest } from './page-request'

const provinces = Object.keys(tileGrid)
const named = provinces.map((id) => ({ noun: 'area' as const, id }))

export type Compared = { reading: Reading; comparison: Comparison }

/**
 * Places compared by one indicator at one reference period within the time of the view: those it names, else the
 * provinces. `marks` is what differs today, where it is to be marked. Null where the view does not name one indicator, or
 * nothing fits.
 */
export async function readComparison(
  request: PageRequest,
  chart: 'ranking' | 'map',
  marks: readonly DriftMark[] | null = null,
): Promise<Compared | null> {
  const view: View<'debt'> = { ...(request.address.view as View<'debt'>), chart }
  const [indicator] = view.indicator
  if (view.indicator.length !== 1 || indicator === undefined) return null
  if (view.measure !== undefined) return readComputed(request, view, indicator, marks !== null)
  const { edition } = request.edition
  const places = listPlaces(view)
  const [all, within] = await Promise.all([
    listPeriods(withoutTime(view), edition, places),
    hasTime(view) ? listPeriods(view, edition, places) : null,
  ])
  const chosen = chooseShown(all, within ?? all)
  if (!chosen) return null
  const rows = await listCompared(withoutTime(view), edition, chosen.shown, places)
  const reading = await toNamed(request, rows)
  const changed = new Set(marks?.map(({ id }) => id))
  return { reading, comparison: { ...chosen, ...describePlaces(view), indicator, rows, measure: null, changed } }
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
  const { edition, current } = request.edition
  const places = listPlaces(view)
  const newest = await listComputed(withoutTime(view), measure, edition, places)
  const isFound = newest.periods.some((period) => isWithin(period, view))
  const { rows, periods, computed } = isFound ? newest : await listComputed(view, measure, edition, places)
  const chosen = chooseShown(
    newest.periods,
    periods.filter((period) => isWithin(period, view)),
  )
  if (!chosen) return null
  const drawn = rows.filter(({ fields }) => isSamePeriod(fields as ReferencePeriod, chosen.shown))
  const changed = isMarked ? await compareComputed(measure, drawn, computed, current) : new Set<string>()
  const made = toComputedRows(await toNamed(request, drawn), measure, drawn, computed)
  const compared = made.rows.toSorted(
    (a, b) => compareDecimals(String(b.fields.value), String(a.fields.value)) || (a.id < b.id ? -1 : 1),
  )
  const comparison = { ...chosen, ...describePlaces(view), indicator, rows: compared, measure, changed }
  return { reading: made.reading, comparison }
}

/** The period shown, all there are to step to, and one that is newer but that fewer places have a figure for. */
function chooseShown(all: readonly ReferencePeriod[], within: readonly ReferencePeriod[]) {
  const shown = chooseReference(within)
  if (!shown) return null
  const isListed = all.some((period) => isSamePeriod(period, shown))
  const newest = within.find(({ frequency }) => frequency === shown.frequency)
  return {
    shown,
    periods: isListed ? all : [...all, shown],
    newer: newest && newest !== shown ? newest : null,
  }
}

/** A ranking compares whatever places are chosen; the map has squares for provinces only. */
function listPlaces({ area, chart }: View<'debt'>): readonly string[] {
  if (area.length === 0) return provinces
  return chart === 'ranking' ? area : area.filter((id) => id in tileGrid)
}

function describePlaces(view: View<'debt'>): Pick<Comparison, 'compared' | 'isChosen'> {
  return { compared: listPlaces(view).length, isChosen: view.area.length > 0 }
}

function hasTime({ from, to }: View<'debt'>): boolean {
  return from !== undefined || to !== undefined
}

function withoutTime(view: View<'debt'>): View<'debt'> {
  return { ...view, from: undefined, to: undefined }
}

async function toNamed({ address, edition }: PageRequest, rows: readonly RecordLike[]): Promise<Reading> {
  return toReading(address.language, edition, edition.at, await getLabels(edition.edition, rows, named))
}
