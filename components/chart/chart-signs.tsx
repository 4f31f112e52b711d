import { type ChartPlot, type Frame, formatPercent, getBar, getY, type PlotPoint } from './chart-layout'

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

const LETTER = 20

/** Where the letter of a note stands: above its mark, below it where another mark is close above, or at the head of its bar. */
export function placeSign(plot: ChartPlot, point: PlotPoint, place: number, height: number): { at: number; y: number } {
  const own = getY(plot, height, point.amount ?? 0)
  if (plot.kind === 'line') {
    const others = plot.series.flatMap(({ points }, index) => (index === place ? [] : points))
    const isCrowded = others.some(({ at, amount }) => {
      const above = own - getY(plot, height, amount ?? 0)
      return amount !== null && at === point.at && above >= 0 && above < LETTER
    })
    return { at: point.at, y: own + (isCrowded ? 15 : -8) }
  }
  const { x, width, y } = getBar(plot, point, place, plot.series.length, height)
  return { at: x + width / 2, y: plot.stacked ? y + 11 : y - 4 }
}
