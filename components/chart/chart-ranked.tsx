import type { ChartDescription, ChartPoint, ChartSeries } from '@/domain/chart/chart-description'
import { getSign } from '@/domain/chart/chart-remarks'
import { formatPercent } from './chart-layout'
import { type ChartWords, formatValueWords, tellPoint } from './chart-words'
import { type RankScale, toRankScale } from './comparison-words'
import { listChartRemarks } from './figure-remarks'

const ROW = 38
/** Room for the scale above the first row. */
const SCALE = 26
const BAR_Y = 20
const BAR_HEIGHT = 9

type ChartRankedProps = { chart: ChartDescription; worded: ChartWords; id: string; title: string; summary: string }
export type RankedRow = { series: ChartSeries; point: ChartPoint }

/**
 * One row a series, largest first, for figures that are all of one period: a name, a dot on a scale from zero, a value. Names
 * stand above their dots, so a row reads the same on a phone.
 */
export function ChartRanked({ chart, worded, id, title, summary }: ChartRankedProps) {
  const rows = toRankedRows(chart)
  const amounts = rows.flatMap(({ point }) => point.amount ?? [])
  const scale = toRankScale(worded, amounts, chart)
  const { low } = scale
  const remarks = listChartRemarks(chart)
  const spread = scale.high - low || 1
  return (
    <div className="chart-frame chart-ranked">
      <svg
        className="chart-svg"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary`}
        width="100%"
        height={SCALE + rows.length * ROW}
        overflow="visible"
        xmlns="http://www.w3.org/2000/svg"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-summary`}>{summary}</desc>
        <RankTicks scale={scale} height={rows.length * ROW} />
        {rows.map(({ series, point }, index) => (
          <g key={series.key} className="chart-row" transform={`translate(0 ${SCALE})`}>
            <text x="0" y={index * ROW + 13}>
              {series.label}
            </text>
            <text x="100%" y={index * ROW + 13} textAnchor="end" className="chart-row-value">
              {formatValueWords(worded, chart, point.value)}
              {getSign(remarks, point.note) && <tspan className="chart-sign"> {getSign(remarks, point.note)}</tspan>}
            </text>
            <line
              x1="0"
              x2="100%"
              y1={index * ROW + BAR_Y + BAR_HEIGHT}
              y2={index * ROW + BAR_Y + BAR_HEIGHT}
              className="chart-grid"
            />
            {point.amount !== null && (
              <g className="chart-series-1">
                <line
                  className="chart-stem"
                  x1={formatPercent(-low / spread)}
                  x2={formatPercent((point.amount - low) / spread)}
                  y1={index * ROW + BAR_Y + BAR_HEIGHT / 2}
                  y2={index * ROW + BAR_Y + BAR_HEIGHT / 2}
                />
                <circle
                  className={point.estimate ? 'chart-mark chart-mark-estimate' : 'chart-mark'}
                  cx={formatPercent((point.amount - low) / spread)}
                  cy={index * ROW + BAR_Y + BAR_HEIGHT / 2}
                  r={4.5}
                />
              </g>
            )}
            {point.changed && point.amount !== null && (
              <circle
                className="chart-ring"
                cx={formatPercent((point.amount - low) / spread)}
                cy={index * ROW + BAR_Y + BAR_HEIGHT / 2}
                r={7.5}
              />
            )}
          </g>
        ))}
      </svg>
      <svg className="chart-links" width="100%" height={SCALE + rows.length * ROW} aria-hidden="true">
        {rows.map(({ series, point }, index) => (
          <a key={series.key} href={point.href} tabIndex={-1}>
            <title>{tellPoint(worded, chart, series, point)}</title>
            <rect x="0" width="100%" y={SCALE + index * ROW} height={ROW} />
          </a>
        ))}
      </svg>
    </div>
  )
}

/** What the dots are measured by, a thin line of each mark down through the rows; on a narrow screen its ends only. */
function RankTicks({ scale: { ticks }, height }: { scale: RankScale; height: number }) {
  return (
    <g className="chart-axis">
      {ticks.map(({ at, text }, index) => {
        const isEnd = index === 0 || index === ticks.length - 1
        const anchor = index === 0 ? 'start' : isEnd ? 'end' : 'middle'
        return (
          <g key={text} className={isEnd ? undefined : 'chart-tick-minor'}>
            <line
              x1={formatPercent(at)}
              x2={formatPercent(at)}
              y1={SCALE - 8}
              y2={SCALE + height}
              className="chart-grid"
            />
            <text x={formatPercent(at)} y={SCALE - 12} textAnchor={anchor}>
              {text}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** Largest first, what has no figure last; equal ones as the series stand. */
export function toRankedRows({ series }: ChartDescription): RankedRow[] {
  return series
    .flatMap((one) => one.points.map((point) => ({ series: one, point })))
    .toSorted(
      (a, b) => (b.point.amount ?? Number.NEGATIVE_INFINITY) - (a.point.amount ?? Number.NEGATIVE_INFINITY) || 0,
    )
}
