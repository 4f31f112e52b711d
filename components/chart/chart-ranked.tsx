import type { ChartDescription, ChartPoint, ChartSeries } from '@/domain/chart/chart-description'
import { formatPercent } from './chart-layout'
import { type ChartWords, formatValueWords, tellPoint } from './chart-words'

const ROW = 38
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
  const amounts = rows.map(({ point }) => point.amount ?? 0)
  const low = Math.min(0, ...amounts)
  const spread = Math.max(0, ...amounts) - low || 1
  return (
    <div className="chart-frame chart-ranked">
      <svg
        className="chart-svg"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary`}
        width="100%"
        height={rows.length * ROW}
        overflow="visible"
        xmlns="http://www.w3.org/2000/svg"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-summary`}>{summary}</desc>
        {rows.map(({ series, point }, index) => (
          <g key={series.key} className="chart-row">
            <text x="0" y={index * ROW + 13}>
              {series.label}
            </text>
            <text x="100%" y={index * ROW + 13} textAnchor="end" className="chart-row-value">
              {formatValueWords(worded, chart, point.value)}
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
      <svg className="chart-links" width="100%" height={rows.length * ROW} aria-hidden="true">
        {rows.map(({ series, point }, index) => (
          <a key={series.key} href={point.href} tabIndex={-1}>
            <title>{tellPoint(worded, chart, series, point)}</title>
            <rect x="0" width="100%" y={index * ROW} height={ROW} />
          </a>
        ))}
      </svg>
    </div>
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
