import { estimateWidth } from '@/components/chart/chart-layout'
import { type Markup, markup } from './markup'

const ESTIMATED_AT = 12

/** Units a line of text takes at a size; a little too many rather than too few. */
export function measureText(text: string, size: number): number {
  return (estimateWidth(text) * size) / ESTIMATED_AT
}

/**
 * Text in lines no wider than `width`: broken at spaces and between Chinese characters, within a word only where it
 * alone is too long. Beyond `most` lines the last one ends in an ellipsis.
 */
export function wrapText(text: string, size: number, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of splitPieces(text)) {
    const joined = line + piece
    if (measureText(joined.trimEnd(), size) <= width) {
      line = joined
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = piece.trimStart()
    while (measureText(line.trimEnd(), size) > width) {
      const fitting = cutText(line, size, width)
      lines.push(fitting)
      line = line.slice(fitting.length)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${cutText(lines[most - 1] ?? '', size, width - size)}…`]
}

/** Marks that close stay with what is before them, marks that open with what is behind. */
function splitPieces(text: string): string[] {
  return text.match(/[“‘（《「]*(?:\p{Script=Han}|[^\s\p{Script=Han}]+)[，。；：、”’）》」！？]*\s*|\s+/gu) ?? []
}

function cutText(text: string, size: number, width: number): string {
  let kept = ''
  for (const sign of text) {
    if (kept !== '' && measureText(kept + sign, size) > width) break
    kept += sign
  }
  return kept
}

type Type = { size: number; fill: string; weight?: number; anchor?: 'start' | 'middle' | 'end'; spacing?: number }

export function drawText(text: string, x: number, y: number, { size, fill, weight, anchor }: Type): Markup {
  const bold = weight === undefined ? '' : markup` font-weight="${weight}"`
  const end = anchor === undefined || anchor === 'start' ? '' : markup` text-anchor="${anchor}"`
  return markup`<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${bold}${end}>${text}</text>`
}

/** Lines from `y`, the top of the first; how tall they are in all comes with them. */
export function drawLines(
  lines: readonly string[],
  x: number,
  y: number,
  type: Type,
): { drawn: Markup; height: number } {
  const step = type.spacing ?? Math.round(type.size * 1.4)
  return {
    drawn: markup`${lines.map((line, index) => drawText(line, x, y + type.size + index * step, type))}`,
    height: lines.length * step,
  }
}

export function round(units: number): number {
  return Math.round(units * 100) / 100
}
