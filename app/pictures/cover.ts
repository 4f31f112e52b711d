/**
 * How much of each pixel lies within an outline. An edge leaves a mark in every row it crosses, so that the sum of the marks from
 * the left is the share of a pixel that lies to the right of the edge, and of all edges of an outline, within it. One cover
 * serves for one outline after another: reading a row clears it.
 */
export class Cover {
  #width = 0
  #height = 0
  #marks = new Float32Array(0)
  #shares = new Float32Array(0)

  /** Room for the next outline, in pixels. The rows of the one before have been read. */
  open(width: number, height: number): void {
    this.#width = width
    this.#height = height
    if (this.#marks.length < (width + 1) * height) this.#marks = new Float32Array((width + 1) * height)
    if (this.#shares.length < width) this.#shares = new Float32Array(width)
  }

  /** An edge in pixels. Above and below, what lies outside is left out; to the sides it lies within, but for rounding. */
  addEdge(x1: number, y1: number, x2: number, y2: number): void {
    if (y1 === y2) return
    const slope = (x2 - x1) / (y2 - y1)
    const top = Math.min(y1, y2)
    const bottom = Math.max(y1, y2)
    const end = Math.min(this.#height, Math.ceil(bottom))
    for (let row = Math.max(0, Math.floor(top)); row < end; row += 1) {
      const from = Math.max(row, top)
      const to = Math.min(row + 1, bottom)
      this.#addPiece(row, x1 + (from - y1) * slope, x1 + (to - y1) * slope, y1 < y2 ? to - from : from - to)
    }
  }

  /** A piece within one row, `height` of it high: each pixel it goes through takes its part of that. */
  #addPiece(row: number, from: number, to: number, height: number): void {
    const start = Math.min(Math.max(0, Math.min(from, to)), this.#width)
    const end = Math.min(Math.max(0, Math.max(from, to)), this.#width)
    const first = Math.min(Math.floor(start), this.#width - 1)
    for (let pixel = first; pixel === first || pixel < end; pixel += 1) {
      const enter = Math.max(start, pixel)
      const leave = Math.min(end, pixel + 1)
      const part = end === start ? height : (height * (leave - enter)) / (end - start)
      const middle = (enter + leave) / 2 - pixel
      const at = row * (this.#width + 1) + pixel
      this.#marks[at] = (this.#marks[at] ?? 0) + part * (1 - middle)
      this.#marks[at + 1] = (this.#marks[at + 1] ?? 0) + part * middle
    }
  }

  /** The shares of a row, 0 to 1, until another is read. Where outlines lie over each other it is within once. */
  readRow(row: number): Float32Array {
    const start = row * (this.#width + 1)
    let sum = 0
    for (let pixel = 0; pixel < this.#width; pixel += 1) {
      sum += this.#marks[start + pixel] ?? 0
      this.#shares[pixel] = Math.min(1, Math.abs(sum))
    }
    this.#marks.fill(0, start, start + this.#width + 1)
    return this.#shares
  }
}
