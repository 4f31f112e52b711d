import type { ClassWords, RankScale } from '@/components/chart/comparison-words'
import { type Markup, markup } from './markup'
import type { BarRow, PictureTile } from './picture-figure'
import { getSeriesColour, type Palette } from './picture-palette'
import { drawMark } from './picture-plot'
import type { ChartRoom, Drawing } from './picture-room'
import { drawText, measureText, round, wrapText } from './picture-text'

type RowsProps = { palette: Palette; room: ChartRoom }

const TYPE = 12
const ROW = 38
const DENSE_ROW = 24
/** More rows than this stand on one line each: name, bar, figure. */
const TALL_MOST = 12
const NAME_WIDTH = 170
/** Room for the scale above the first row: what it counts in, its numbers, and a gap. */
const SCALE = 42

/** One row each, a dot on one scale, the figure in full at its end; what has no figure has no dot. */
export function drawRanking(
  { rows: all, scale: axis }: { rows: readonly BarRow[]; scale: RankScale },
  { palette, room }: RowsProps,
): Drawing {
  const rows = all.slice(0, room.most)
  const scale = { low: axis.low, spread: axis.high - axis.low || 1 }
  const dense = rows.length > TALL_MOST
  const widest = Math.max(0, ...rows.map(({ value, sign }) => measureText(sign ? `${value} ${sign}` : value, TYPE)))
  const head = room.plotHeight === undefined ? SCALE : 0
  const across = dense
    ? { left: room.x + NAME_WIDTH, width: room.width - NAME_WIDTH - widest - 16 }
    : { left: room.x, width: room.width }
  const drawn = rows.map((row, index) => {
    const top = room.y + head + index * (dense ? DENSE_ROW : ROW)
    const name = { left: room.x, width: dense ? NAME_WIDTH - 12 : room.width - measureText(row.value, TYPE) - 16 }
    const bar = { ...across, ...(dense ? { top: top + 4, height: 11 } : { top: top + 20, height: 9 }) }
    return drawRow(row, { name, bar, palette, right: room.x + room.width, baseline: top + 13, scale })
  })
  const height = head + rows.length * (dense ? DENSE_ROW : ROW)
  if (head === 0) return { drawn: markup`<g>${drawn}</g>`, height }
  const foot = { y: room.y + SCALE - 8, height: height - SCALE }
  return { drawn: markup`<g>${drawScale(axis, { ...across, ...foot }, palette)}${drawn}</g>`, height }
}

/** What the dots are measured by, above the first row, with a thin line down through all. */
function drawScale(
  { ticks, unit }: RankScale,
  { left, width, y, height }: { left: number; width: number; y: number; height: number },
  palette: Palette,
): Markup {
  const marks = ticks.map(({ at, text }) => {
    const x = round(left + at * width)
    const anchor = at < 0.02 ? 'start' : at > 0.98 ? 'end' : 'middle'
    return markup`<line x1="${x}" x2="${x}" y1="${y}" y2="${y + height}" stroke="${palette.hairline}"/>${drawText(
      text,
      x,
      y - 5,
      { size: TYPE, fill: palette.soft, anchor },
    )}`
  })
  return markup`${drawText(unit, left, y - 21, { size: TYPE, fill: palette.soft })}${marks}`
}

type RowPlace = {
  name: { left: number; width: number }
  bar: { left: number; width: number; top: number; height: number }
  right: number
  baseline: number
  scale: { low: number; spread: number }
  palette: Palette
}

function drawRow(row: BarRow, { name, bar, right, baseline, scale, palette }: RowPlace): Markup {
  const [text = ''] = wrapText(row.name, TYPE, name.width, 1)
  const amount = row.amount ?? 0
  const place = (value: number) => round(bar.left + ((value - scale.low) / scale.spread) * bar.width)
  const [foot, middle] = [bar.top + bar.height, bar.top + bar.height / 2]
  const own = getSeriesColour(palette, 1)
  return markup`${drawText(text, name.left, baseline, { size: TYPE, fill: palette.ink })}${drawText(
    row.sign ? `${row.value} ${row.sign}` : row.value,
    right,
    baseline,
    {
      size: TYPE,
      fill: palette.ink,
      weight: 500,
      anchor: 'end',
    },
  )}<line x1="${bar.left}" x2="${round(bar.left + bar.width)}" y1="${foot}" y2="${foot}" stroke="${palette.hairline}"/>${
    row.amount !== null &&
    markup`<line x1="${place(0)}" x2="${place(amount)}" y1="${middle}" y2="${middle}" stroke="${own}" stroke-opacity="0.5"/>${drawMark(1, row.estimate, palette, { x: place(amount), y: middle })}`
  }`
}

const GAP = 6
const COLUMNS = 9
/** How strong each fifth's colour stands on the paper; from the fourth on the paper's colour writes on it. */
const STRENGTHS = [0.16, 0.34, 0.56, 0.78, 1] as const
const TURNING_LEVEL = 4

/** The provinces as squares of one size, shaded by fifths; an empty square has no figure. */
export function drawTiles(
  { tiles, classes, noFigure }: { tiles: readonly PictureTile[]; classes: readonly ClassWords[]; noFigure: string },
  { palette, room }: RowsProps,
): Drawing {
  const rows = Math.max(0, ...tiles.map(({ row }) => row))
  const fitting = room.plotHeight === undefined ? 62 : (room.plotHeight + GAP) / rows - GAP
  const tall = Math.min(fitting, 62)
  const wide = Math.min((room.width + GAP) / COLUMNS - GAP, tall * 1.5)
  const drawn = tiles.map((tile) => {
    const x = round(room.x + (tile.column - 1) * (wide + GAP))
    const y = round(room.y + (tile.row - 1) * (tall + GAP))
    return drawTile(tile, { x, y, wide: round(wide), tall: round(tall) }, palette)
  })
  const height = rows * (tall + GAP)
  if (room.plotHeight !== undefined) return { drawn: markup`<g>${drawn}</g>`, height }
  const keys = drawKeys(classes, noFigure, { palette, room: { ...room, y: room.y + height + 10 } })
  return { drawn: markup`<g>${drawn}${keys.drawn}</g>`, height: height + 10 + keys.height }
}

/** The shade of each class with its limits, and the square of a place without a figure. */
function drawKeys(classes: readonly ClassWords[], noFigure: string, { palette, room }: RowsProps): Drawing {
  const boxes = [
    ...classes.map(({ level, text }) => ({ text, paint: getPaint(level, palette) })),
    { text: noFigure, paint: getPaint(undefined, palette) },
  ]
  let [across, down] = [0, 0]
  const keys = boxes.map(({ text, paint }) => {
    const wide = 24 + measureText(text, TYPE)
    if (across > 0 && across + wide > room.width) [across, down] = [0, down + 22]
    const at = { x: round(room.x + across), y: round(room.y + down) }
    across += wide + 18
    return markup`<rect x="${at.x}" y="${at.y}" width="14" height="14" rx="2" ${paint}/>${drawText(text, at.x + 20, at.y + 11, { size: TYPE, fill: palette.ink })}`
  })
  return { drawn: markup`<g>${keys}</g>`, height: down + 16 }
}

/** A class stands in its own colour, edged so that the least is seen on the paper; what has no figure is dashed. */
function getPaint(level: number | undefined, palette: Palette): Markup {
  if (level === undefined)
    return markup`fill="none" stroke="${palette.soft}" stroke-opacity="0.6" stroke-dasharray="3 3"`
  const own = palette.series[0]
  return markup`fill="${own}" fill-opacity="${STRENGTHS[level - 1] ?? 1}" stroke="${own}" stroke-opacity="0.5"`
}

function drawTile(
  { code: short, value, level, sign }: PictureTile,
  { x, y, wide, tall }: { x: number; y: number; wide: number; tall: number },
  palette: Palette,
): Markup {
  const box = (fill: Markup) => markup`<rect x="${x}" y="${y}" width="${wide}" height="${tall}" rx="2" ${fill}/>`
  if (level === undefined) {
    const name = drawText(short, x + 8, y + 18, { size: TYPE, fill: palette.soft })
    return markup`${box(getPaint(level, palette))}${name}`
  }
  const code = sign ? `${short} ${sign}` : short
  const fill = level >= TURNING_LEVEL ? palette.paper : palette.ink
  const lines = value === undefined || tall < 40 ? [] : wrapText(value, 10, wide - 10, 2)
  return markup`${box(getPaint(level, palette))}${drawText(code, x + 8, y + 18, { size: TYPE, fill, weight: 600 })}${lines.map(
    (line, index) => drawText(line, x + 8, y + 34 + index * 13, { size: 10, fill }),
  )}`
}
