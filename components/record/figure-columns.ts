import { fillTemplate } from '@/components/chart/chart-words'
import type { Column } from '@/components/view/data-table'
import type { Reading } from '@/components/view/reading'
import { getUnitText } from './amount'
import { getColumns } from './record-columns'
import type { RecordLike } from './record-like'

/**
 * The columns of a table of figures, without what the heading says already: `said` names columns that have one value in
 * the whole view, and a unit all rows share moves into the head of the values.
 */
export function getFigureColumns(reading: Reading, rows: readonly RecordLike[], said: readonly string[]): Column[] {
  const units = new Set(
    rows.map(({ fields }) => getUnitText(reading, reading.labels.indicator?.[String(fields.indicator)])),
  )
  const [unit] = units
  const columns = getColumns('observation', reading).filter(({ key }) => !said.includes(key))
  if (units.size !== 1) return columns
  return columns
    .filter(({ key }) => key !== 'unit')
    .map((column) =>
      column.key === 'value'
        ? { ...column, label: fillTemplate(reading.words.view.inUnit, { name: column.label, unit: unit ?? '' }) }
        : column,
    )
}
