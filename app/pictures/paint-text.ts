import type { SetText } from './set-text'
import { type Mask, PHASES, SignMasks } from './sign-masks'

/** Pixels of three bytes, red, green and blue. */
export type Pixels = { data: Uint8Array; width: number; height: number }

const masks = new SignMasks()

/** Paints text over what is drawn; `scale` is how many pixels a unit of the drawing takes. */
export function paintText(pixels: Pixels, texts: readonly SetText[], scale: number): void {
  for (const { glyphs, x, y, em: units, fill, isBold } of texts) {
    const colour = readColour(fill)
    const em = units * scale
    const down = Math.round(y * scale * PHASES)
    let start = x * scale
    for (const glyph of glyphs) {
      if (glyph.edges.length > 0) {
        const right = Math.round(start * PHASES)
        const mask = masks.get(glyph, { em, right: modulo(right), down: modulo(down), isBold })
        paintMask(pixels, mask, Math.floor(right / PHASES), Math.floor(down / PHASES), colour)
      }
      start += glyph.advance * em
    }
  }
}

const modulo = (place: number) => ((place % PHASES) + PHASES) % PHASES

function paintMask(pixels: Pixels, { left, top, width, height, shares }: Mask, x: number, y: number, colour: number[]) {
  const [red = 0, green = 0, blue = 0] = colour
  const { data } = pixels
  const from = Math.max(0, -(x + left))
  const to = Math.min(width, pixels.width - (x + left))
  for (let row = Math.max(0, -(y + top)); row < Math.min(height, pixels.height - (y + top)); row += 1) {
    for (let pixel = from; pixel < to; pixel += 1) {
      const share = (shares[row * width + pixel] ?? 0) / 255
      if (share === 0) continue
      const at = 3 * ((y + top + row) * pixels.width + x + left + pixel)
      data[at] = blend(data[at] ?? 0, red, share)
      data[at + 1] = blend(data[at + 1] ?? 0, green, share)
      data[at + 2] = blend(data[at + 2] ?? 0, blue, share)
    }
  }
}

const blend = (under: number, over: number, share: number) => Math.round(under + (over - under) * share)

/** @throws Error for a colour that is not written with six digits */
function readColour(fill: string): number[] {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(fill)
  if (!found) throw new Error(`Text has no colour «${fill}»`)
  return found.slice(1).map((part) => Number.parseInt(part, 16))
}
