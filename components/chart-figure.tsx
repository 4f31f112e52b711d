import type { CSSProperties } from 'react'
import type { ChartDescription, ChartSeries } from '@/domain/chart'
import { OFFICIAL } from '@/domain/claimant'
import { ChartInteractive } from './chart-interactive'
import { estimateWidth, getY, type LineEnd, PANEL, placeEndLabels, TOGETHER, toPlot } from './chart-layout'
import { ChartLegend } from './chart-legend'
import { ChartLinks } from './chart-marks'
import { ChartRanked } from './chart-ranked'
import { ChartSvg } from './chart-svg'
import {
  type ChartWords,
  fillTemplate,
  formatAxis,
  formatCompactWords,
  formatSummary,
  formatValueWords,
} from './chart-words'

type ChartFigureProps = { chart: ChartDescription; title: string; worded: ChartWords; id?: string }

/**
 * A chart as it stands on a page: title, unit, drawing, legend where names do not fit at the lines, notes on what is
 * drawn how. `id` keeps apart the references inside two charts of one page. All of it is read without a browser script.
 */
export function ChartFigure({ chart, title, worded, id = 'chart' }: ChartFigureProps) {
  return (
    <figure className={`chart chart-drawn-${chart.arrangement}`}>
      <figcaption className="chart-head">
        <span className="chart-title">{title}</span>
        <span className="chart-scale">{describeHead(chart, worded)}</span>
      </figcaption>
      {chart.arrangement === 'ranked' && (
        <ChartRanked chart={chart} worded={worded} id={id} title={title} summary={formatSummary(worded, chart)} />
      )}
      {chart.arrangement === 'panels' && <Panels chart={chart} title={title} worded={worded} id={id} />}
      {chart.arrangement === 'together' && <Together chart={chart} title={title} worded={worded} id={id} />}
      <Notes notes={describeNotes(chart, worded)} />
    </figure>
  )
}

type DrawingProps = Required<ChartFigureProps>

function Together({ chart, title, worded, id }: DrawingProps) {
  const placed =
    chart.kind === 'line' ? placeEndLabels(toEnds(chart, worded), toPlot(chart, chart.series), TOGETHER.height) : null
  const widest = Math.max(...formatAxis(worded, chart).numbers.map(estimateWidth))
  const margins = { '--chart-left': `${Math.ceil(widest) + 16}px`, '--chart-right': `${(placed?.width ?? 0) + 34}px` }
  return (
    <>
      <div className="chart-margins" style={margins as CSSProperties}>
        <Drawing
          chart={chart}
          series={chart.series}
          title={title}
          worded={worded}
          id={id}
          frame={TOGETHER}
          endLabels={placed?.labels ?? []}
        />
      </div>
      {chart.series.length > 1 && <ChartLegend chart={chart} worded={worded} id={id} onlyNarrow={placed !== null} />}
    </>
  )
}

/** The last figure of each series: its name, or for a single series, which the title names, its value. */
function toEnds(chart: ChartDescription, worded: ChartWords): LineEnd[] {
  return chart.series.flatMap((series) => {
    const last = series.points.findLast(({ amount }) => amount !== null)
    if (!last) return []
    const text = chart.series.length > 1 ? series.label : formatCompactWords(worded, chart, last.value)
    const pointY = getY(chart.value, TOGETHER.height, last.amount ?? 0)
    return { text, colour: series.colour, estimate: last.estimate, at: last.at, pointY }
  })
}

function Panels({ chart, title, worded, id }: DrawingProps) {
  return (
    <div className="chart-panels">
      {chart.series.map((series, index) => (
        <div key={series.key} className="chart-panel">
          <p className="chart-panel-name">{series.label}</p>
          <Drawing
            chart={chart}
            series={[{ ...series, colour: 1 }]}
            title={`${title}: ${series.label}`}
            worded={worded}
            id={`${id}-${index + 1}`}
            frame={PANEL}
            endLabels={[]}
          />
        </div>
      ))}
    </div>
  )
}

type OneDrawingProps = DrawingProps & { series: ChartSeries[] } & Pick<
    Parameters<typeof ChartSvg>[0],
    'frame' | 'endLabels'
  >

function Drawing({ chart, series, title, worded, id, frame, endLabels }: OneDrawingProps) {
  const plot = toPlot(chart, series)
  return (
    <ChartInteractive
      plot={plot}
      frame={frame}
      id={id}
      worded={pickLiveWords(worded)}
      label={`${title}${worded.words.sentenceEnd}${worded.words.explore}`}
    >
      <ChartSvg
        chart={chart}
        plot={plot}
        frame={frame}
        worded={worded}
        id={id}
        title={title}
        summary={formatSummary(worded, { ...chart, series })}
        endLabels={endLabels}
        narrowAxis={frame === PANEL}
      />
      <ChartLinks
        plot={plot}
        frame={frame}
        titles={({ areaLabel, claimantLabel }, { label, value }) =>
          fillTemplate(worded.words.point, {
            series: `${areaLabel} · ${claimantLabel}`,
            period: label,
            amount: formatValueWords(worded, plot, value),
          })
        }
      />
    </ChartInteractive>
  )
}

function pickLiveWords({ lang, words: { amount, noFigure, estimate, point } }: ChartWords) {
  return { lang, words: { amount, noFigure, estimate, point } }
}

/** What the title leaves open: the place, where all is of one; the period, where all is of one, else the axis' unit. */
function describeHead(chart: ChartDescription, worded: ChartWords): string {
  const [first] = chart.series
  const isOneArea = chart.series.every(({ area }) => area === first?.area)
  const last = chart.arrangement === 'ranked' ? first?.points[0]?.label : formatAxis(worded, chart).scale
  return [isOneArea && chart.arrangement !== 'ranked' ? first?.areaLabel : '', last].filter(Boolean).join(' · ')
}

function describeNotes(chart: ChartDescription, { words }: ChartWords): string[] {
  const { notes } = words
  const [one] = chart.series
  const isRanked = chart.arrangement === 'ranked'
  const found: string[] = []
  if (one && one.claimant !== OFFICIAL && chart.series.every(({ claimant }) => claimant === one.claimant)) {
    found.push(fillTemplate(notes.claimedBy, { claimant: one.claimantLabel }))
  }
  if (!isRanked && chart.series.some(({ runs }) => runs.length > 1)) found.push(notes.breaks)
  if (chart.series.some(({ points }) => points.some(({ estimate }) => estimate))) found.push(notes.estimates)
  if (!isRanked && chart.value.min > 0) found.push(notes.cutAxis)
  if (chart.arrangement === 'panels') found.push(notes.sameAxes)
  if (chart.leftOut === 1) found.push(notes.leftOutOne)
  if (chart.leftOut > 1) found.push(fillTemplate(notes.leftOut, { count: chart.leftOut }))
  return found
}

function Notes({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="chart-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
