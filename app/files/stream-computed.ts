import { computeFigures } from '@/db/compute-figures'
import { streamRecords } from '@/db/list-records'
import { type ComputedMeasure, computedHeads, formatOperands } from '@/domain/computed-measure'
import { formatCsvRecord } from '@/domain/csv'
import { formatFigure, makeFigureMemory, toFigureHeads } from '@/domain/figure-csv'
import type { View } from '@/domain/view'
import { addUnits } from './add-units'

/** The figures of a view as CSV with what is computed from each behind it, in batches, in the order of ids. */
export async function* streamComputed(
  view: View<'debt'>,
  measure: ComputedMeasure,
  edition: number,
): AsyncGenerator<string> {
  const memory = makeFigureMemory()
  yield formatCsvRecord([...toFigureHeads(), ...computedHeads])
  for await (const rows of streamRecords('debt', view, edition)) {
    const indicators = rows.map(({ fields }) => String(fields.indicator))
    await addUnits(memory, indicators, edition)
    const computed = await computeFigures(measure, rows, edition)
    yield rows
      .map(({ id, fields }) => {
        const found = computed.get(id)
        const cells = [measure, found?.value ?? '', found ? formatOperands(found) : '']
        return `${formatFigure(fields, memory).slice(0, -2)},${formatCsvRecord(cells)}`
      })
      .join('')
  }
}
