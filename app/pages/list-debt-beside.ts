import type { RecordLike } from '@/components/record/record-like'
import { listChartRows } from '@/db/list-chart-rows'
import { type ComputedMeasure, getOperands } from '@/domain/computed-measure'
import type { RecordKey } from '@/domain/drift'
import { parseFigureId } from '@/domain/identity'
import type { View } from '@/domain/view'
import type { PageRequest } from './page-request'
import { readComparison } from './read-comparison'
import { listEvents } from './read-events'

/**
 * What a page of figures draws besides the rows of its view: the places that a map or ranking compares, the figures that
 * something is computed from, and the events on the axis.
 */
export async function listDebtBeside(request: PageRequest, rows: readonly RecordLike[]): Promise<RecordKey[]> {
  const view = request.address.view as View<'debt'>
  const { edition } = request.edition
  const [figures, events] = await Promise.all([listFigures(request, view), listEvents(view, edition)])
  const computed = view.measure === undefined ? [] : listOperands(view.measure, [...rows, ...figures])
  return [...figures, ...computed, ...events.flatMap((found) => found.rows)].map(({ noun, id }) => ({ noun, id }))
}

/** The figures a map, a ranking or a computed chart is made of; another chart is made of the view's own rows. */
async function listFigures(request: PageRequest, view: View<'debt'>): Promise<readonly RecordLike[]> {
  if (view.chart !== undefined) return (await readComparison(request, view.chart))?.comparison.rows ?? []
  if (view.measure === undefined || view.indicator.length !== 1) return []
  return (await listChartRows(view, request.edition.edition, 0)).rows
}

/** Whatever its unit: a figure that nothing can be computed from names operands that are in no edition. */
function listOperands(measure: ComputedMeasure, rows: readonly { id: string }[]): RecordKey[] {
  return rows
    .flatMap(({ id }) => getOperands(measure, parseFigureId(id), 'CNY') ?? [])
    .map((id) => ({ noun: 'observation', id }))
}
