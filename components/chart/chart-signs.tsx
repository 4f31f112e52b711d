import { type ChartPlot, type Frame, formatPercent, placeSign } from './chart-layout'

/** The letters of notes above the figures they are of; they stay where the browser draws the marks anew. */
export function ChartSigns({ plot, frame }: { plot: ChartPlot; frame: Frame }) {
  return (
    <g className="chart-signs">
      {plot.series.map((series, index) =>
        series.points.map((point) => {
          if (point.sign === undefined || point.amount === null) return null
          const { at, y } = placeSign(plot, point, index, frame.height)
          return (
            <text
              key={`${series.colour} ${point.at}`}
              x={formatPercent(at)}
              y={frame.top + y}
              textAnchor="middle"
              className={`chart-sign chart-series-${series.colour}`}
            >
              {point.sign}
            </text>
          )
        }),
      )}
    </g>
  )
}
