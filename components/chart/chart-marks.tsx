import {
  type ChartPlot,
  type Frame,
  formatLinePath,
  formatPercent,
  getBar,
  getLoneMarks,
  getY,
  isMarked,
  type PlotPoint,
  type PlotSeries,
  STRETCH,
} from './chart-layout'

/** Shapes of about the same weight, a few pixels round the point; the seventh colour begins again with a dashed line. */
export const MARKER_SHAPES = [
  'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0Z',
  'M-3 -3H3V3H-3Z',
  'M0 -4.2L4 2.9H-4Z',
  'M0 -4.4L4.4 0L0 4.4L-4.4 0Z',
  'M0 4.2L4 -2.9H-4Z',
  'M-3.9 -1.4H-1.4V-3.9H1.4V-1.4H3.9V1.4H1.4V3.9H-1.4V1.4H-3.9Z',
] as const

export function getMarkerShape(colour: number): string {
  return MARKER_SHAPES[(colour - 1) % MARKER_SHAPES.length] ?? MARKER_SHAPES[0]
}

export function getLineClass({ colour, estimate }: Pick<PlotSeries, 'colour' | 'estimate'>): string {
  const dash = estimate ? ' chart-line-estimate' : colour > MARKER_SHAPES.length ? ' chart-line-dashed' : ''
  return `chart-line chart-series-${colour}${dash}`
}

/** Hatches tell bars that stand side by side apart without colour; they count from 1 within their group. */
export function getBarClass(colour: number, estimate: boolean): string {
  return `chart-bar chart-series-${colour}${estimate ? ' chart-bar-estimate' : ''}`
}

type MarksProps = { plot: ChartPlot; frame: Frame; id: string }

/** Shapes and hatches the marks of one drawing refer to. */
export function ChartDefs({ plot, id }: Pick<MarksProps, 'plot' | 'id'>) {
  return (
    <defs>
      {plot.kind === 'line' &&
        plot.series.map(({ colour }) => <path key={colour} id={`${id}-mark-${colour}`} d={getMarkerShape(colour)} />)}
      {plot.kind === 'bars' &&
        plot.series.length > 1 &&
        plot.series.map(({ colour }, index) => <Hatch key={colour} id={id} colour={colour} index={index} />)}
    </defs>
  )
}

/** Its first series has none. */
export function Hatch({ id, colour, index }: { id: string; colour: number; index: number }) {
  if (index === 0) return null
  const turn = index === 1 ? 45 : index === 2 ? -45 : 0
  return (
    <pattern
      id={`${id}-hatch-${colour}`}
      width={index === 3 ? 3 : 4}
      height={index === 3 ? 3 : 4}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${turn})`}
      className={`chart-series-${colour}`}
    >
      <rect width="4" height="4" className="chart-hatch-ground" />
      <rect width={index === 3 ? 3 : 2} height={index === 3 ? 1.5 : 4} className="chart-hatch-line" />
    </pattern>
  )
}

/** Lines with their marks, or bars. A gap is the absence of both. */
export function ChartMarks({ plot, frame, id }: MarksProps) {
  return plot.kind === 'bars' ? <Bars plot={plot} frame={frame} id={id} /> : <Lines plot={plot} frame={frame} id={id} />
}

function Lines({ plot, frame, id }: MarksProps) {
  const marked = isMarked(plot.series)
  return (
    <g className="chart-marks">
      <svg
        y={frame.top}
        width="100%"
        height={frame.height}
        viewBox={`0 0 ${STRETCH} ${frame.height}`}
        preserveAspectRatio="none"
        overflow="visible"
        aria-hidden="true"
      >
        {plot.series.map((series) => (
          <path
            key={series.colour}
            className={getLineClass(series)}
            d={formatLinePath(plot, series, frame.height)}
            vectorEffect="non-scaling-stroke"
            fill="none"
          />
        ))}
      </svg>
      {plot.series.map((series) => (
        <g key={series.colour} className={`chart-series-${series.colour}`}>
          {getMarkedPoints(series, marked).map(({ at, amount, estimate }) => (
            <use
              key={at}
              href={`#${id}-mark-${series.colour}`}
              x={formatPercent(at)}
              y={frame.top + getY(plot, frame.height, amount ?? 0)}
              className={estimate ? 'chart-mark chart-mark-estimate' : 'chart-mark'}
            />
          ))}
        </g>
      ))}
    </g>
  )
}

function getMarkedPoints(series: PlotSeries, all: boolean): PlotPoint[] {
  const lone = getLoneMarks(series)
  return series.points.filter(({ amount }, index) => amount !== null && (all || lone.has(index)))
}

function Bars({ plot, frame, id }: MarksProps) {
  const count = plot.series.length
  return (
    <g className="chart-marks">
      {plot.series.map((series, index) =>
        series.points.map((point) => {
          if (point.amount === null) return null
          const bar = getBar(plot, point, index, count, frame.height)
          return (
            <rect
              key={`${series.colour} ${point.at}`}
              className={getBarClass(series.colour, point.estimate)}
              x={formatPercent(bar.x)}
              width={formatPercent(bar.width)}
              y={frame.top + bar.y}
              height={bar.height}
              fill={index > 0 && !point.estimate ? `url(#${id}-hatch-${series.colour})` : undefined}
            />
          )
        }),
      )}
    </g>
  )
}

/** Rings round what differs today; they stay where the browser draws the marks anew. */
export function ChartRings({ plot, frame }: Pick<MarksProps, 'plot' | 'frame'>) {
  return (
    <g className="chart-rings">
      {plot.series.map((series, index) =>
        series.points.map((point) => {
          if (!point.changed || point.amount === null) return null
          const key = `${series.colour} ${point.at}`
          if (plot.kind === 'line') {
            const y = frame.top + getY(plot, frame.height, point.amount)
            return (
              <circle
                key={key}
                cx={formatPercent(point.at)}
                cy={y}
                r={7.5}
                className={`chart-ring chart-series-${series.colour}`}
              />
            )
          }
          const bar = getBar(plot, point, index, plot.series.length, frame.height)
          return (
            <rect
              key={key}
              x={formatPercent(bar.x)}
              width={formatPercent(bar.width)}
              y={frame.top + bar.y}
              height={bar.height}
              className={`chart-ring chart-series-${series.colour}`}
            />
          )
        }),
      )}
    </g>
  )
}

/**
 * Links to the figures' pages, laid over the drawing for the pointer. They are out of the tab order and hidden from
 * screen readers, which find the same links in the table; a drawing of many figures does without.
 */
export function ChartLinks({
  plot,
  frame,
  titles,
}: {
  plot: ChartPlot
  frame: Frame
  titles: (series: PlotSeries, point: PlotPoint) => string
}) {
  if (!isMarked(plot.series)) return null
  const count = plot.series.length
  return (
    <svg className="chart-links" width="100%" height={frame.top + frame.height + frame.foot} aria-hidden="true">
      {plot.series.map((series, index) =>
        series.points.map((point) => {
          if (point.amount === null) return null
          const bar = plot.kind === 'bars' ? getBar(plot, point, index, count, frame.height) : null
          return (
            <a
              key={`${series.colour} ${point.at}`}
              href={point.href}
              className={`chart-series-${series.colour}`}
              tabIndex={-1}
            >
              <title>{titles(series, point)}</title>
              {bar ? (
                <rect
                  x={formatPercent(bar.x)}
                  width={formatPercent(bar.width)}
                  y={frame.top + (plot.stacked ? bar.y : 0)}
                  height={plot.stacked ? bar.height : frame.height}
                />
              ) : (
                <circle cx={formatPercent(point.at)} cy={frame.top + getY(plot, frame.height, point.amount)} r={11} />
              )}
            </a>
          )
        }),
      )}
    </svg>
  )
}
