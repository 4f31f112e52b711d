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

/** One row each, a dot on a scale from zero, the figure in full at its end; what has no figure has no dot. */
export function drawRanking(all: readonly BarRow[], { palette, room }: RowsProps): Drawing {
  const rows = all.slice(0, room.most)
  const amounts = all.map(({ amount }) => amount ?? 0)
  const low = Math.min(0, ...amounts)
  const scale = { low, spread: Math.max(0, ...amounts) - low || 1 }
  const dense = rows.length > TALL_MOST
  const widest = Math.max(0, ...rows.map(({ value }) => measureText(value, TYPE)))
  const drawn = rows.map((row, index) => {
    const top = room.y + index * (dense ? DENSE_ROW : ROW)
    const name = { left: room.x, width: dense ? NAME_WIDTH - 12 : room.width - measureText(row.value, TYPE) - 16 }
    const bar = dense
      ? { left: room.x + NAME_WIDTH, width: room.width - NAME_WIDTH - widest - 16, top: top + 4, height: 11 }
      : { left: room.x, width: room.width, top: top + 20, height: 9 }
    return drawRow(row, { name, bar, palette, right: room.x + room.width, baseline: top + 13, scale })
  })
  return { drawn: markup`<g>${drawn}</g>`, height: rows.length * (dense ? DENSE_ROW : ROW) }
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
    row.value,
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
export function drawTiles(tiles: readonly PictureTile[], { palette, room }: RowsProps): Drawing {
  const rows = Math.max(0, ...tiles.map(({ row }) => row))
  const fitting = room.plotHeight === undefined ? 62 : (room.plotHeight + GAP) / rows - GAP
  const tall = Math.min(fitting, 62)
  const wide = Math.min((room.width + GAP) / COLUMNS - GAP, tall * 1.5)
  const drawn = tiles.map((tile) => {
    const x = round(room.x + (tile.column - 1) * (wide + GAP))
    const y = round(room.y + (tile.row - 1) * (tall + GAP))
    return drawTile(tile, { x, y, wide: round(wide), tall: round(tall) }, palette)
  })
  return { drawn: markup`<g>${drawn}</g>`, height: rows * (tall + GAP) }
}

function drawTile(
  { code, value, level }: PictureTile,
  { x, y, wide, tall }: { x: number; y: number; wide: number; tall: number },
  palette: Palette,
): Markup {
  const box = (fill: Markup) => markup`<rect x="${x}" y="${y}" width="${wide}" height="${tall}" rx="2" ${fill}/>`
  if (level === undefined) {
    const name = drawText(code, x + 8, y + 18, { size: TYPE, fill: palette.soft })
    return markup`${box(markup`fill="none" stroke="${palette.hairline}"`)}${name}`
  }
  const fill = level >= TURNING_LEVEL ? palette.paper : palette.ink
  const strength = STRENGTHS[level - 1] ?? 1
  const lines = value === undefined || tall < 40 ? [] : wrapText(value, 10, wide - 10, 2)
  return markup`${box(markup`fill="${palette.series[0]}" fill-opacity="${strength}"`)}${drawText(code, x + 8, y + 18, { size: TYPE, fill, weight: 600 })}${lines.map(
    (line, index) => drawText(line, x + 8, y + 34 + index * 13, { size: 10, fill }),
  )}`
}
