import { fillTemplate } from '@/components/chart/chart-words'
import type { Computations } from '@/components/chart/computed-rows'
import type { Column } from '@/components/view/data-table'
import { hrefToRecord, type Reading } from '@/components/view/reading'
import { COMPUTED_DECIMALS, type Computed, type ComputedMeasure } from '@/domain/computed-measure'
import { groupDigits, roundDecimal } from '@/domain/format-number'
import { Filled } from './filled'

/** What is computed from the figures of a table: by which measure, here, and for a pinned table in the current edition. */
export type ComputedColumn = { measure: ComputedMeasure; values: Computations; now: Computations | null }

/** The columns of a table of figures with the computed one behind the published values. */
export function withComputed(reading: Reading, columns: readonly Column[], computed: ComputedColumn): Column[] {
  const words = reading.words.chart.computed
  const own: Column = {
    key: 'computed',
    label: fillTemplate(words.column, { measure: words.name[computed.measure] }),
    numeric: true,
    cell: ({ id }) => <Cell reading={reading} id={id} computed={computed} />,
  }
  const at = columns.findIndex(({ key }) => key === 'value') + 1
  return [...columns.slice(0, at), own, ...columns.slice(at)]
}

type CellProps = { reading: Reading; id: string; computed: ComputedColumn }

/** The value, and below it the stored figures it comes from, each a link; on a pinned page also what it is today. */
function Cell({ reading, id, computed: { measure, values, now } }: CellProps) {
  const words = reading.words.chart.computed
  const found = values.get(id)
  const current = now?.get(id)
  const moved = current && current.value !== found?.value ? current : null
  return (
    <>
      <span className="tabular-nums">{found ? formatComputed(found.value) : '–'}</span>
      {found && (
        <small className="block text-muted">
          <Filled template={words.from[measure]} values={toOperandLinks(reading, found)} />
        </small>
      )}
      {moved && (
        <small className="block" data-drift-computed={id}>
          <a href={hrefToRecord({ ...reading, pinned: false }, 'observation', getChanged(moved, found))}>
            {fillTemplate(reading.words.chart.drift.now, { value: formatComputed(moved.value) })}
          </a>
        </small>
      )}
    </>
  )
}

function toOperandLinks(reading: Reading, { operands: [of, against] }: Computed) {
  const link = (operand: typeof of) =>
    operand && <a href={hrefToRecord(reading, 'observation', operand.id)}>{groupDigits(operand.value)}</a>
  return { of: link(of), against: link(against) }
}

/** The operand that has moved since. */
function getChanged(now: Computed, before: Computed | undefined): string {
  const moved = now.operands.find(({ value }, at) => before?.operands[at]?.value !== value)
  return (moved ?? now.operands[0])?.id ?? ''
}

/** `43.80%` */
export function formatComputed(value: string): string {
  return `${groupDigits(roundDecimal(value, COMPUTED_DECIMALS))}%`
}
