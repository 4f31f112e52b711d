import type { TimeTick } from '@/domain/chart/chart-axis'
import type { ChartDescription } from '@/domain/chart/chart-description'
import { anchorTick, type ChartPlot, type EndLabel, type Frame, formatPercent, getY } from './chart-layout'
import { ChartDefs, ChartMarks, ChartRings } from './chart-marks'
import { ChartSigns } from './chart-signs'
import { type ChartWords, formatAxis, formatDay } from './chart-words'
import { EventLanes } from './event-lanes'
import { listStripTicks } from './strip-ticks'

type ChartSvgProps = {
  chart: ChartDescription
  plot: ChartPlot
  frame: Frame
  worded: ChartWords
  id: string
  title: string
  summary: string
  endLabels: EndLabel[]
  narrowAxis: boolean
}

/**
 * One drawing of a chart: axes, marks, names at the ends of lines. It is as wide as it is given room: places across are
 * percentages, so type and strokes keep their size from a phone to a print, and the same drawing serves every width.
 * `narrowAxis` sets the numbers of the axis inside the plot and only at its ends.
 */
export function ChartSvg({ chart, plot, frame, worded, id, title, summary, endLabels, narrowAxis }: ChartSvgProps) {
  return (
    <svg
      className="chart-svg"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
      width="100%"
      height={frame.top + frame.height + frame.foot}
      overflow="visible"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-summary`}>{summary}</desc>
      <ChartDefs plot={plot} id={id} />
      <ValueTicks chart={chart} plot={plot} frame={frame} worded={worded} narrow={narrowAxis} />
      <TimeTicks ticks={chart.time.ticks} frame={frame} worded={worded} narrow={narrowAxis} />
      <EventLanes chart={chart} frame={frame} worded={worded} narrow={narrowAxis} />
      <ChartMarks plot={plot} frame={frame} id={id} />
      <ChartRings plot={plot} frame={frame} />
      <ChartSigns plot={plot} frame={frame} />
      {endLabels.map((label) => (
        <EndLabelMark key={label.colour} label={label} top={frame.top} id={id} />
      ))}
    </svg>
  )
}

type TicksProps = Pick<ChartSvgProps, 'chart' | 'plot' | 'frame' | 'worded'> & { narrow: boolean }

function ValueTicks({ chart, plot, frame, worded, narrow }: TicksProps) {
  const { numbers } = formatAxis(worded, chart)
  const ticks = chart.value.ticks.map((tick, index) => ({ tick, number: numbers[index] ?? tick }))
  const shown = narrow
    ? ticks.filter(({ tick }, index) => tick === '0' || index === 0 || index === ticks.length - 1)
    : ticks
  return (
    <g className="chart-axis">
      {shown.map(({ tick, number }) => {
        const y = frame.top + getY(plot, frame.height, Number(tick))
        return (
          <g key={tick}>
            <line x1="0" x2="100%" y1={y} y2={y} className={Number(tick) === 0 ? 'chart-zero' : 'chart-grid'} />
            {(!narrow || tick !== '0') && (
              <text x={narrow ? 0 : -10} y={y} dy={narrow ? '-0.4em' : '0.34em'} textAnchor={narrow ? 'start' : 'end'}>
                {number}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

type TimeTicksProps = { ticks: TimeTick[]; frame: Frame; worded: ChartWords; narrow: boolean }

function TimeTicks({ ticks, frame, worded, narrow }: TimeTicksProps) {
  const base = frame.top + frame.height
  return (
    <g className="chart-axis">
      {(narrow ? listStripTicks(ticks) : ticks).map((tick) => {
        const { at, date, precision, minor } = tick
        const { anchor, inset } = anchorTick(tick, narrow)
        return (
          <g key={date} className={minor ? 'chart-tick-minor' : undefined}>
            <line x1={formatPercent(at)} x2={formatPercent(at)} y1={base} y2={base + 5} className="chart-tick" />
            <text x={formatPercent(at)} dx={inset} y={base + 18} textAnchor={anchor}>
              {formatDay(worded.words, date, precision)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function EndLabelMark({ label, top, id }: { label: EndLabel; top: number; id: string }) {
  const { text, colour, estimate, marked, at, pointY, y, inside } = label
  if (inside) {
    return (
      <text
        className={`chart-end-label chart-series-${colour}`}
        x={formatPercent(at)}
        dx="10"
        y={top + pointY}
        dy="0.34em"
      >
        {text}
      </text>
    )
  }
  return (
    <g className={`chart-end-label chart-series-${colour}`}>
      {at < 1 && <line x1={formatPercent(at)} x2="100%" y1={top + pointY} y2={top + pointY} className="chart-leader" />}
      {Math.abs(y - pointY) > 3 && (
        <svg x="100%" y={top} overflow="visible" aria-hidden="true">
          <path d={`M5 ${pointY}L11 ${y}`} className="chart-leader" />
        </svg>
      )}
      {marked && (
        <use
          href={`#${id}-mark-${colour}`}
          x="100%"
          y={top + y}
          transform="translate(17 0)"
          className={estimate ? 'chart-mark chart-mark-estimate' : 'chart-mark'}
        />
      )}
      <text x="100%" dx={marked ? 26 : 10} y={top + y} dy="0.34em">
        {text}
      </text>
    </g>
  )
}
