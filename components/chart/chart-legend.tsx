import type { ChartDescription, ChartSeries } from '@/domain/chart/chart-description'
import { getBarClass, getLineClass, getMarkerShape } from './chart-marks'
import type { ChartWords } from './chart-words'

/**
 * Names with the line, mark or bar of each series, and a box that takes it out of the drawing: the style sheet does it, so
 * that it works without a browser script. A name pointed at dims the others. Printed only where no line carries its name.
 */
export function ChartLegend({
  chart,
  worded,
  id,
  isNamedInPlace,
}: {
  chart: ChartDescription
  worded: ChartWords
  id: string
  isNamedInPlace: boolean
}) {
  return (
    <ul
      className={isNamedInPlace ? 'chart-legend chart-legend-named' : 'chart-legend'}
      aria-label={worded.words.legend}
    >
      {chart.series.map((series) => (
        <li key={series.key} data-series={series.colour}>
          <label>
            <input type="checkbox" defaultChecked data-series={series.colour} />
            {chart.kind === 'line' ? <LineKey series={series} /> : <BarKey series={series} id={id} />}
            {series.label}
          </label>
        </li>
      ))}
    </ul>
  )
}

function LineKey({ series }: { series: ChartSeries }) {
  return (
    <svg className={`chart-key chart-series-${series.colour}`} width="30" height="12" aria-hidden="true">
      <path d="M0 6H30" className={getLineClass(series)} fill="none" />
      <g transform="translate(15 6)">
        <path
          d={getMarkerShape(series.colour)}
          className={series.estimate ? 'chart-mark chart-mark-estimate' : 'chart-mark'}
        />
      </g>
    </svg>
  )
}

function BarKey({ series, id }: { series: ChartSeries; id: string }) {
  const hatched = series.colour > 1 && !series.estimate
  return (
    <svg className="chart-key" width="16" height="12" aria-hidden="true">
      <rect
        width="16"
        height="12"
        className={getBarClass(series.colour, series.estimate)}
        fill={hatched ? `url(#${id}-hatch-${series.colour})` : undefined}
      />
    </svg>
  )
}
