import type { Comparison } from '@/components/chart/comparison-figure'
import { type Reading, toReading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import { listCompared, listPeriods } from '@/db/list-periods'
import { tileGrid } from '@/domain/tile-grid'
import type { View } from '@/domain/view'
import type { PageRequest } from './page-request'

const provinces = Object.keys(tileGrid)
const ALL_PLACES_MOST = 10

/**
 * The provinces compared by one indicator at one reference period: the one the view's `from` and `to` name, else the
 * newest that more than ten of them have a figure for. Null where the view does not name one indicator, or nothing fits.
 */
export async function readComparison({
  address,
  edition,
}: PageRequest): Promise<{ reading: Reading; comparison: Comparison } | null> {
  const view = address.view as View<'debt'>
  const [indicator] = view.indicator
  if (view.indicator.length !== 1 || indicator === undefined) return null
  const periods = await listPeriods(view, edition.edition, provinces)
  const asked =
    view.from !== undefined && view.from === view.to ? periods.find(({ period }) => period === view.from) : undefined
  const shown = asked ?? periods.find(({ places }) => places > ALL_PLACES_MOST) ?? periods[0]
  if (!shown) return null
  const rows = await listCompared(view, edition.edition, shown, provinces)
  const places = provinces.map((id) => ({ noun: 'area' as const, id }))
  const labels = await getLabels(edition.edition, rows, places)
  return {
    reading: toReading(address.language, edition, edition.at, labels),
    comparison: { indicator, shown, periods, rows },
  }
}
