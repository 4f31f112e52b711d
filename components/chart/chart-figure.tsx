import type { CSSProperties } from 'react'
import type { ChartDescription, ChartSeries } from '@/domain/chart/chart-description'
import { ChartInteractive } from './chart-interactive'
import { estimateWidth, PANEL, placeEndLabels, TOGETHER, toPlot, withLanes } from './chart-layout'
import { ChartLegend } from './chart-legend'
import { ChartLinks } from './chart-marks'
import { describeHead, describeNotes, toEnds } from './chart-notes'
import { ChartRanked } from './chart-ranked'
import { ChartSvg } from './chart-svg'
import { type ChartWords, formatAxis, formatSummary, tellPoint } from './chart-words'
import { EventList } from './event-list'
import { listChartRemarks } from './figure-remarks'
import { RemarkList } from './remark-list'

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
      {(chart.arrangement === 'together' || chart.arrangement === 'stacked') && (
        <Together chart={chart} title={title} worded={worded} id={id} />
      )}
      <EventList chart={chart} worded={worded} />
      <Notes notes={describeNotes(chart, worded)} />
      <RemarkList remarks={listChartRemarks(chart)} label={worded.words.remarks} />
    </figure>
  )
}

type DrawingProps = Required<ChartFigureProps>

function Together({ chart, title, worded, id }: DrawingProps) {
  const placed =
    chart.kind === 'line'
      ? placeEndLabels(toEnds(chart, worded, TOGETHER.height), toPlot(chart, chart.series), TOGETHER.height)
      : null
  const lanes = chart.events?.lanes.map(({ kind }) => worded.words.events.lane[kind]) ?? []
  const widest = Math.max(...[...formatAxis(worded, chart).numbers, ...lanes].map(estimateWidth))
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
          frame={withLanes(TOGETHER, chart)}
          endLabels={placed?.labels ?? []}
        />
      </div>
      {chart.series.length > 1 && (
        <ChartLegend chart={chart} worded={worded} id={id} isNamedInPlace={placed !== null} />
      )}
    </>
  )
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
            frame={withLanes(PANEL, chart)}
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
        narrowAxis={frame.height === PANEL.height}
      />
      <ChartLinks plot={plot} frame={frame} titles={(series, point) => tellPoint(worded, plot, series, point)} />
    </ChartInteractive>
  )
}

function pickLiveWords({ lang, words: { amount, noFigure, estimate, point, drift } }: ChartWords) {
  return { lang, words: { amount, noFigure, estimate, point, drift: { point: drift.point } } }
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
