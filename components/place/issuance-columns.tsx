import { getY } from '@/components/chart/chart-layout'
import { Hatch } from '@/components/chart/chart-marks'
import { formatDay } from '@/components/chart/chart-words'
import type { Reading } from '@/components/view/reading'
import { formatTicks } from '@/domain/format-number'
import type { Unit } from '@/domain/indicator'
import type { IssuanceColumns as Columns, IssuanceColumn } from '@/domain/issuance-columns'
import { fillPlaceWords, getFigureText, getPeriodText } from './place-words'

const TOP = 10
const HEIGHT = 220
const STRIP_TOP = TOP + HEIGHT + 44
const STRIP = 64
const FOOT = 26
const COLUMN_SHARE = 0.66
/** The second of two parts, as a chart of these two draws it: hatched. */
const REFINANCING = { colour: 2, index: 1 }

type IssuanceColumnsProps = { reading: Reading; columns: Columns; id: string }

/**
 * New and refinancing bonds of each month as stacked columns, and under them, on the same months, the share of
 * refinancing: two questions, two scales, one axis of time.
 */
export function IssuanceColumns({ reading, columns, id }: IssuanceColumnsProps) {
  const { words } = reading
  const indicator = reading.labels.indicator?.[String(columns.columns[0]?.fresh.fields.indicator)]
  const unit = (indicator?.unit ?? 'CNY') as Unit
  const { numbers, scale } = formatTicks(columns.axis.ticks, unit, Number(indicator?.unitMult ?? 8), reading.language)
  const scaleWords = words.chart.scale[scale]
  return (
    <figure className="issuance">
      <figcaption>
        <span className="chart-title">{words.place.issuanceMonths}</span>{' '}
        <span className="chart-scale">{scaleWords}</span>
        <span className="issuance-key" aria-hidden="true">
          <span data-part="refi">{words.place.parts.refi}</span>
          <span data-part="fresh">{words.place.parts.new}</span>
        </span>
      </figcaption>
      <div className="issuance-room">
        <svg
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-told`}
          width="100%"
          height={STRIP_TOP + STRIP + FOOT}
          overflow="visible"
        >
          <title id={`${id}-title`}>{words.place.issuanceMonths}</title>
          <desc id={`${id}-told`}>{tellColumns(reading, columns, scaleWords)}</desc>
          <defs>
            <Hatch id={id} colour={REFINANCING.colour} index={REFINANCING.index} />
          </defs>
          <Ticks columns={columns} numbers={numbers} />
          {columns.columns.map((column) => (
            <Column key={column.slot} reading={reading} columns={columns} column={column} id={id} />
          ))}
          <ShareStrip reading={reading} columns={columns} />
          <Months reading={reading} columns={columns} />
        </svg>
      </div>
      {columns.hasGaps && <p className="chart-notes">{words.place.issuanceGaps}</p>}
    </figure>
  )
}

function tellColumns(reading: Reading, { columns }: Columns, scale: string): string {
  const byShare = columns.toSorted((a, b) => Number(a.percent) - Number(b.percent))
  const [least, most, first, last] = [byShare[0], byShare.at(-1), columns[0], columns.at(-1)]
  const period = (column: IssuanceColumn | undefined) => (column ? getPeriodText(reading, column.refi) : '')
  return fillPlaceWords(reading, 'columnsTold', {
    scale,
    from: period(first),
    to: period(last),
    count: columns.length,
    least: least?.percent ?? '',
    leastPeriod: period(least),
    most: most?.percent ?? '',
    mostPeriod: period(most),
  })
}

function toPercent(fraction: number): string {
  return `${Math.round(fraction * 1e5) / 1e3}%`
}

function Ticks({ columns: { axis }, numbers }: { columns: Columns; numbers: readonly string[] }) {
  return axis.ticks.map((tick, at) => {
    const y = TOP + getY(axis, HEIGHT, Number(tick))
    return (
      <g key={tick} className="chart-axis">
        <line x1="0" x2="100%" y1={y} y2={y} className={tick === '0' ? 'chart-zero' : 'chart-grid'} />
        <text x="-8" y={y} dy="0.34em" textAnchor="end">
          {numbers[at]}
        </text>
      </g>
    )
  })
}

type ColumnProps = { reading: Reading; columns: Columns; column: IssuanceColumn; id: string }

function Column({ reading, columns, column, id }: ColumnProps) {
  const { axis, slots } = columns
  const { fresh, refi } = column.amounts
  const width = COLUMN_SHARE / slots
  const x = toPercent((column.slot + (1 - COLUMN_SHARE) / 2) / slots)
  const [zero, middle, top] = [0, fresh, fresh + refi].map((amount) => TOP + getY(axis, HEIGHT, amount)) as [
    number,
    number,
    number,
  ]
  return (
    <g>
      <title>
        {fillPlaceWords(reading, 'columnTold', {
          period: getPeriodText(reading, column.refi),
          new: getFigureText(reading, column.fresh),
          refi: getFigureText(reading, column.refi),
          share: column.percent,
        })}
      </title>
      <rect data-part="fresh" x={x} width={toPercent(width)} y={middle} height={zero - middle} />
      <rect
        data-part="refi"
        x={x}
        width={toPercent(width)}
        y={top}
        height={Math.max(0, middle - top - 1)}
        fill={`url(#${id}-hatch-${REFINANCING.colour})`}
      />
    </g>
  )
}

function ShareStrip({ reading, columns: { slots, columns } }: { reading: Reading; columns: Columns }) {
  const yOf = (percent: number) => STRIP_TOP + STRIP * (1 - percent / 100)
  return (
    <g>
      <text x="0" y={STRIP_TOP - 12} className="issuance-strip-name">
        {reading.words.place.issuanceShareStrip}
      </text>
      {[0, 50, 100].map((percent) => (
        <g key={percent} className="chart-axis">
          <line
            x1="0"
            x2="100%"
            y1={yOf(percent)}
            y2={yOf(percent)}
            className={percent === 0 ? 'chart-zero' : 'chart-grid'}
          />
          <text x="-8" y={yOf(percent)} dy="0.34em" textAnchor="end">
            {percent}%
          </text>
        </g>
      ))}
      {columns.map(({ slot, percent }) => (
        <circle
          key={slot}
          className="issuance-share"
          cx={toPercent((slot + 0.5) / slots)}
          cy={yOf(Number(percent))}
          r="4"
        />
      ))}
    </g>
  )
}

/** A name at each January, and at the first month. */
function Months({ reading, columns: { first, slots } }: { reading: Reading; columns: Columns }) {
  const base = STRIP_TOP + STRIP
  const months = Array.from({ length: slots }, (_, slot) => ({ slot, month: (first.month - 1 + slot) % 12 }))
  return months
    .filter(({ slot, month }) => month === 0 || slot === 0)
    .map(({ slot, month }) => {
      const year = first.year + Math.floor((first.month - 1 + slot) / 12)
      const isCrowded = slot === 0 && month > 3
      const precision = month === 0 ? 'year' : 'month'
      const date = `${year}-${String(month + 1).padStart(2, '0')}-01`
      return (
        <g key={slot} className="chart-axis">
          <line
            x1={toPercent(slot / slots)}
            x2={toPercent(slot / slots)}
            y1={base}
            y2={base + 5}
            className="chart-tick"
          />
          {!isCrowded && (
            <text x={toPercent(slot / slots)} y={base + 18} dx="3">
              {formatDay(reading.words.chart, date, precision)}
            </text>
          )}
        </g>
      )
    })
}
