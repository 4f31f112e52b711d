'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import {
  Bar,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  usePlotArea,
  XAxis,
  YAxis,
} from 'recharts'
import { type Active, findNearest, getLast, isSame, moveActive } from './chart-focus'
import { type ChartPlot, type Frame, getBar, getLoneMarks, isMarked, type PlotPoint } from './chart-layout'
import { getBarClass, getLineClass, getMarkerShape } from './chart-marks'
import { getPoint, type LiveWords, Told, tell } from './chart-told'

export type ChartLiveProps = {
  plot: ChartPlot
  frame: Frame
  id: string
  worded: LiveWords
  element: RefObject<HTMLDivElement | null>
  begin: RefObject<{ x: number; y: number } | null>
}

/**
 * The marks of a drawing by Recharts, over the axes the server drew, with the figure under the pointer or chosen by the
 * keyboard told in full. `element` is the frame that has the keyboard's focus, `begin` where the pointer was last seen
 * in it, in pixels of the window. A finger's first tap on a figure tells it, the second opens its page.
 */
export function ChartLive({ plot, frame, id, worded, element, begin }: ChartLiveProps) {
  const [active, setActive] = useState<Active | null>(null)
  const [spoken, setSpoken] = useState('')
  const now = useRef<Active | null>(null)
  const link = useRef<HTMLAnchorElement>(null)

  useEffect(() => {
    const target = element.current
    if (!target) return
    const listening = new AbortController()
    const { signal } = listening
    const show = (next: Active | null) => {
      now.current = next
      setActive(next)
    }
    const point = ({ x, y }: { x: number; y: number }) => {
      const box = target.getBoundingClientRect()
      show(
        findNearest(plot, { x: x - box.left, y: y - box.top - frame.top }, box.width, frame.height, listHidden(target)),
      )
    }
    const speak = (next: Active | null) => {
      show(next)
      setSpoken(next ? tell(plot, worded, next) : '')
    }
    const focus = () => {
      if (target.matches(':focus-visible')) speak(getLast(plot, listHidden(target)))
    }
    let isFirstTap = false
    const tap = (event: PointerEvent) => {
      const before = now.current
      point(event)
      isFirstTap = event.pointerType === 'touch' && !isSame(before, now.current)
    }
    const keepFromLink = (event: MouseEvent) => {
      if (isFirstTap) event.preventDefault()
    }
    const tapElsewhere = (event: PointerEvent) => {
      if (!event.composedPath().includes(target)) speak(null)
    }
    const tabAway = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !target.contains(relatedTarget)) speak(null)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter') link.current?.click()
      if (event.key === 'Escape') speak(null)
      if (!/^(Arrow|Home|End)/.test(event.key)) return
      event.preventDefault()
      speak(moveActive(plot, now.current, event.key, listHidden(target)) ?? now.current)
    }
    if (begin.current) point(begin.current)
    focus()

    target.addEventListener('pointermove', point, { signal })
    target.addEventListener('pointerdown', tap, { signal })
    target.addEventListener('click', keepFromLink, { signal, capture: true })
    target.addEventListener('pointerleave', ({ pointerType }) => pointerType !== 'touch' && speak(null), { signal })
    document.addEventListener('pointerdown', tapElsewhere, { signal })
    target.addEventListener('focus', focus, { signal })
    target.addEventListener('focusout', tabAway, { signal })
    target.addEventListener('keydown', press, { signal })
    return () => listening.abort()
  }, [plot, frame, worded, element, begin])

  return (
    <div className="chart-layer" style={{ top: frame.top, height: frame.height }}>
      <div aria-hidden="true">
        <ResponsiveContainer
          width="100%"
          height={frame.height}
          initialDimension={{ width: element.current?.clientWidth ?? 0, height: frame.height }}
        >
          <ComposedChart
            data={toRows(plot)}
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis hide dataKey="at" type="number" domain={[0, 1]} />
            <YAxis hide width={0} domain={[plot.min, plot.max]} />
            {plot.kind === 'bars' ? drawBars(plot, id, active, frame.height) : drawLines(plot, active)}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      {active && (
        <Told
          key={`${active.series} ${active.point}`}
          plot={plot}
          frame={frame}
          worded={worded}
          active={active}
          link={link}
        />
      )}
      <p className="chart-spoken" aria-live="polite">
        {spoken}
      </p>
    </div>
  )
}

/** The series whose boxes in the legend are empty, by colour. */
function listHidden(frame: Element): Set<number> {
  const boxes = frame.closest('.chart')?.querySelectorAll<HTMLInputElement>('.chart-legend input:not(:checked)') ?? []
  return new Set([...boxes].map((box) => Number(box.dataset.series)))
}

type Row = { at: number; [key: string]: number | null }

/** One row a place on the time axis. Each run of a line has a key of its own, so that no gap can be joined. */
function toRows(plot: ChartPlot): Row[] {
  const rows = new Map<number, Row>()
  plot.series.forEach(({ points, runs }, series) => {
    points.forEach((point, index) => {
      const row = rows.get(point.at) ?? { at: point.at }
      const run = runs.findIndex(([from, to]) => index >= from && index <= to)
      row[plot.kind === 'bars' ? `s${series}` : `s${series}r${run}`] = point.amount
      rows.set(point.at, row)
    })
  })
  return [...rows.values()].toSorted((a, b) => a.at - b.at)
}

function drawLines(plot: ChartPlot, active: Active | null) {
  const all = isMarked(plot.series)
  const point = getPoint(plot, active)
  const lines = plot.series.flatMap((series, index) => {
    const lone = getLoneMarks(series)
    const shown = series.points.filter((one, place) => one.amount !== null && (all || lone.has(place)))
    const dim = active && active.series !== index ? ' chart-dim' : ''
    return series.runs.map((run, number) => (
      <Line
        key={`${series.colour} ${run[0]}`}
        dataKey={`s${index}r${number}`}
        shape={({ points }) => <path d={toPath(points)} className={`${getLineClass(series)}${dim}`} />}
        dot={({ cx, cy, payload, key }) => {
          const marked = shown.find(({ at }) => at === payload.at)
          if (!marked || typeof cx !== 'number' || typeof cy !== 'number') return <g key={key} />
          return (
            <g key={key} transform={`translate(${cx} ${cy})`} className={`chart-series-${series.colour}${dim}`}>
              <path
                d={getMarkerShape(series.colour)}
                className={marked.estimate ? 'chart-mark chart-mark-estimate' : 'chart-mark'}
              />
            </g>
          )
        }}
        activeDot={false}
        connectNulls
        isAnimationActive={false}
      />
    ))
  })
  if (!point) return lines
  return [
    <ReferenceLine key="cursor" x={point.at} className="chart-cursor" />,
    ...lines,
    <ReferenceDot
      key="dot"
      x={point.at}
      y={point.amount ?? 0}
      r={8}
      fill="none"
      stroke="var(--chart-ink)"
      strokeWidth={1.5}
    />,
  ]
}

/** The points of one run; a row of other series has no place in it. */
function toPath(points: readonly { x: number | null; y: number | null }[] | undefined): string {
  const known = points?.filter(({ x, y }) => x !== null && y !== null) ?? []
  return known.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function drawBars(plot: ChartPlot, id: string, active: Active | null, height: number) {
  return plot.series.map((series, index) => (
    <Bar
      key={series.colour}
      dataKey={`s${index}`}
      barSize={1}
      isAnimationActive={false}
      shape={({ payload }) => {
        const place = series.points.findIndex(({ at }) => at === payload?.at)
        const point = series.points[place]
        if (!point || point.amount === null) return <g />
        const isDim = active !== null && (active.series !== index || active.point !== place)
        return <BarShape plot={plot} point={point} index={index} id={id} isDim={isDim} height={height} />
      }}
    />
  ))
}

type BarShapeProps = { plot: ChartPlot; point: PlotPoint; index: number; id: string; isDim: boolean; height: number }

/** A bar where the server drew it: the slots are those of the time axis, not of the rows there happen to be. */
function BarShape({ plot, point, index, id, isDim, height }: BarShapeProps) {
  const area = usePlotArea()
  const colour = plot.series[index]?.colour ?? 1
  if (!area) return null
  const bar = getBar(plot, point, index, plot.series.length, height)
  return (
    <rect
      className={`${getBarClass(colour, point.estimate)}${isDim ? ' chart-dim' : ''}`}
      x={area.x + bar.x * area.width}
      width={bar.width * area.width}
      y={area.y + bar.y}
      height={bar.height}
      fill={index > 0 && !point.estimate ? `url(#${id}-hatch-${colour})` : undefined}
    />
  )
}
