import { computeFigures } from '@/db/compute-figures'
import { getRecords } from '@/db/get-record'
import { listAll } from '@/db/list-all'
import { streamRecords } from '@/db/list-records'
import { type ComputedMeasure, computedHeads, formatOperands } from '@/domain/computed-measure'
import { formatCsvRecord } from '@/domain/csv'
import { formatFigures, makeFigureMemory, rememberUnits, toFigureColumns, toFigureHeads } from '@/domain/figure-csv'
import type { View } from '@/domain/view'

/** The figures of a view as CSV with what is computed from each behind it, in batches, in the order of ids. */
export async function* streamComputed(
  view: View<'debt'>,
  measure: ComputedMeasure,
  edition: number,
): AsyncGenerator<string> {
  const memory = makeFigureMemory()
  rememberUnits(memory, await listAll('indicator', edition))
  yield formatCsvRecord([...toFigureHeads(), ...computedHeads])
  for await (const rows of streamRecords('debt', view, edition)) {
    const ids = [...new Set(rows.map(({ fields }) => String(fields.indicator)))]
    const unknown = ids.filter((id) => !memory.units.has(id))
    rememberUnits(memory, await getRecords('indicator', unknown, edition))
    const computed = await computeFigures(measure, rows, edition)
    yield rows
      .map(({ id, fields }) => {
        const found = computed.get(id)
        const cells = [measure, found?.value ?? '', found ? formatOperands(found) : '']
        return `${formatFigures(toFigureColumns(fields), memory).slice(0, -2)},${formatCsvRecord(cells)}`
      })
      .join('')
  }
}
