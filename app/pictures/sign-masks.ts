import { Cover } from './cover'
import type { Glyph } from './typeface'

/** How much of each pixel a sign covers, 0 to 255, row by row, and where its corner lies from the pixel it begins in. */
export type Mask = { left: number; top: number; width: number; height: number; shares: Uint8Array }

/** How a sign is drawn: pixels of an em, where within a pixel it begins (in {@link PHASES} of one), and whether it is bold. */
export type Drawn = { em: number; right: number; down: number; isBold: boolean }

/** A sign begins at one of so many places in a pixel: nearer than an eighth of one. */
export const PHASES = 4
/** How far to each side a bold sign is drawn, in ems. */
const BOLD = 0.0125
/** About three megabytes. */
const KEPT_MOST = 6_000

/** Signs as they were drawn: pictures have the same sizes, and a label is on every strip. */
export class SignMasks {
  readonly #cover = new Cover()
  #kept = new Map<Glyph, Map<string, Mask>>()
  #count = 0

  get(glyph: Glyph, drawn: Drawn): Mask {
    const key = `${drawn.em} ${drawn.right} ${drawn.down} ${drawn.isBold}`
    const known = this.#kept.get(glyph)?.get(key)
    if (known) return known
    if (this.#count >= KEPT_MOST) {
      this.#kept = new Map()
      this.#count = 0
    }
    const mask = this.#draw(glyph, drawn)
    const ofGlyph = this.#kept.get(glyph) ?? new Map<string, Mask>()
    this.#kept.set(glyph, ofGlyph.set(key, mask))
    this.#count += 1
    return mask
  }

  #draw({ edges, box }: Glyph, { em, right, down, isBold }: Drawn): Mask {
    const far = isBold ? BOLD * em : 0
    const left = Math.floor(box.left * em - far)
    const top = Math.floor(box.top * em - far)
    const width = Math.ceil(box.right * em + far) + 1 - left
    const height = Math.ceil(box.bottom * em + far) + 1 - top
    const shares = new Uint8Array(width * height)
    const start = { x: right / PHASES - left, y: down / PHASES - top, em }
    const shifts =
      far === 0
        ? [[0, 0]]
        : [
            [far, 0],
            [-far, 0],
            [0, far],
            [0, -far],
          ]
    for (const [x = 0, y = 0] of shifts) {
      this.#cover.open(width, height)
      addEdges(this.#cover, edges, { x: start.x + x, y: start.y + y, em })
      for (let row = 0; row < height; row += 1) {
        const read = this.#cover.readRow(row)
        for (let pixel = 0; pixel < width; pixel += 1) {
          const at = row * width + pixel
          shares[at] = Math.max(shares[at] ?? 0, Math.round(255 * (read[pixel] ?? 0)))
        }
      }
    }
    return { left, top, width, height, shares }
  }
}

function addEdges(cover: Cover, edges: readonly number[], { x, y, em }: { x: number; y: number; em: number }): void {
  for (let at = 0; at < edges.length; at += 4) {
    const x1 = edges[at] ?? 0
    const y1 = edges[at + 1] ?? 0
    const x2 = edges[at + 2] ?? 0
    const y2 = edges[at + 3] ?? 0
    cover.addEdge(x + x1 * em, y + y1 * em, x + x2 * em, y + y2 * em)
  }
}
