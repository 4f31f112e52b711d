import { fillTemplate } from '@/components/chart/chart-words'
import type { Column } from '@/components/view/data-table'
import { hrefToRecord, type Reading } from '@/components/view/reading'
import type { Drift } from '@/domain/drift'
import { groupDigits } from '@/domain/format-number'
import { DRIFT_ANCHOR } from './drift-notice'
import type { RecordLike } from './record-like'

/**
 * The columns of a pinned table with a mark in each cell that differs today: what it is now where that is short, and a
 * link to what it was and is, why, and by whom. What shows in no cell is marked in the first.
 */
export function withDrift(reading: Reading, columns: readonly Column[], drift: Drift): Column[] {
  const marks = new Map(drift.marks.map((mark) => [mark.id, mark]))
  const keys = new Set(columns.map(({ key }) => key))
  return columns.map((column, at) => ({
    ...column,
    cell: (row) => {
      const mark = marks.get(row.id)
      if (!mark) return column.cell(row)
      const isHere = mark.keys.includes(column.key) || (at === 0 && !mark.keys.some((key) => keys.has(key)))
      if (!isHere) return column.cell(row)
      return (
        <>
          {column.cell(row)}
          <Mark reading={reading} row={row} field={column.key} drift={drift} />
        </>
      )
    },
  }))
}

type MarkProps = { reading: Reading; row: RecordLike; field: string; drift: Drift }

function Mark({ reading, row, field, drift }: MarkProps) {
  const words = reading.words.chart.drift
  const told = drift.rows.find(({ id }) => id === row.id)
  const now = told?.differences.find(({ key }) => key === field)?.new
  const isGone = told?.kind === 'gone'
  const text =
    field === 'value' && typeof now === 'string'
      ? fillTemplate(words.now, { value: groupDigits(now) })
      : isGone
        ? words.gone
        : words.changed
  return (
    <a
      href={told ? `#${DRIFT_ANCHOR}${row.id}` : hrefToRecord(reading, row.noun, row.id)}
      className="drift-mark"
      data-changed={row.id}
    >
      {text}
    </a>
  )
}
