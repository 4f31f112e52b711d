/**
 * One sign of a typeface, in ems and downwards from the baseline: its outline as straight edges, four numbers each (from x, y to
 * x, y), the box they lie in, and how far the sign moves on.
 */
export type Glyph = { edges: readonly number[]; box: Box; advance: number }
type Box = { left: number; top: number; right: number; bottom: number }

type Point = { x: number; y: number; on: boolean }
type Matrix = { a: number; b: number; c: number; d: number; x: number; y: number }

const ON_CURVE = 1
const REPEATED = 8
/** A curve in so many straight pieces is off by less than a tenth of a pixel in nearly all signs of the largest title. */
const PIECES = 5
const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, x: 0, y: 0 }

/**
 * Reads the outlines of a TrueType file (OpenType 1.9: cmap formats 4 and 12, glyf). Kerning and the joining of signs
 * are left aside: the record writes Latin and Chinese.
 */
export class Typeface {
  readonly #tables = new Map<string, number>()
  readonly #glyphs = new Map<number, Glyph | null>()
  readonly #codes: Map<number, number>
  readonly #unitsPerEm: number
  #box: Glyph | undefined

  constructor(private readonly file: Buffer) {
    for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16) {
      this.#tables.set(file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8))
    }
    this.#unitsPerEm = file.readUInt16BE(this.#at('head') + 18)
    this.#codes = this.#readCodes()
  }

  /** Null for a sign the typeface has not. */
  getGlyph(code: number): Glyph | null {
    const known = this.#glyphs.get(code)
    if (known !== undefined) return known
    const index = this.#codes.get(code)
    const glyph = index === undefined ? null : this.#readGlyph(index)
    this.#glyphs.set(code, glyph)
    return glyph
  }

  /** The box that stands for a sign the typeface has not. */
  getBox(): Glyph {
    this.#box ??= this.#readGlyph(0)
    return this.#box
  }

  #readGlyph(index: number): Glyph {
    const em = 1 / this.#unitsPerEm
    const contours = this.#readContours(index, { ...IDENTITY, a: em, d: em })
    const edges = contours.flatMap(toEdges)
    return { edges, box: findBox(edges), advance: this.#readAdvance(index) * em }
  }

  #at(table: string): number {
    return this.#tables.get(table) ?? 0
  }

  #readCodes(): Map<number, number> {
    const cmap = this.#at('cmap')
    const codes = new Map<number, number>()
    for (let record = 0; record < this.file.readUInt16BE(cmap + 2); record += 1) {
      const start = cmap + this.file.readUInt32BE(cmap + 8 + 8 * record)
      const format = this.file.readUInt16BE(start)
      if (format === 4) this.#readSegments(start, codes)
      if (format === 12) this.#readGroups(start, codes)
    }
    return codes
  }

  #readSegments(start: number, codes: Map<number, number>): void {
    const double = this.file.readUInt16BE(start + 6)
    for (let at = start + 14; at < start + 14 + double; at += 2) {
      const last = this.file.readUInt16BE(at)
      const first = this.file.readUInt16BE(at + double + 2)
      const delta = this.file.readUInt16BE(at + 2 * double + 2)
      const offset = this.file.readUInt16BE(at + 3 * double + 2)
      for (let code = first; code <= last && code < 0xffff; code += 1) {
        const listed = offset === 0 ? code : this.file.readUInt16BE(at + 3 * double + 2 + offset + 2 * (code - first))
        const index = listed === 0 ? 0 : (listed + delta) & 0xffff
        if (index !== 0) codes.set(code, index)
      }
    }
  }

  #readGroups(start: number, codes: Map<number, number>): void {
    for (let at = start + 16; at < start + 16 + 12 * this.file.readUInt32BE(start + 12); at += 12) {
      const [first, last, index] = [0, 4, 8].map((step) => this.file.readUInt32BE(at + step)) as [
        number,
        number,
        number,
      ]
      for (let code = first; code <= last; code += 1) codes.set(code, index + code - first)
    }
  }

  #readAdvance(index: number): number {
    const counted = this.file.readUInt16BE(this.#at('hhea') + 34)
    return this.file.readUInt16BE(this.#at('hmtx') + 4 * Math.min(index, counted - 1))
  }

  #readContours(index: number, matrix: Matrix): Point[][] {
    const isLong = this.file.readInt16BE(this.#at('head') + 50) === 1
    const place = (at: number) =>
      isLong ? this.file.readUInt32BE(this.#at('loca') + 4 * at) : 2 * this.file.readUInt16BE(this.#at('loca') + 2 * at)
    const start = this.#at('glyf') + place(index)
    if (place(index) === place(index + 1)) return []
    const count = this.file.readInt16BE(start)
    return count < 0 ? this.#readParts(start + 10, matrix) : this.#readSimple(start + 10, count, matrix)
  }

  #readSimple(start: number, count: number, matrix: Matrix): Point[][] {
    const ends = Array.from({ length: count }, (_, contour) => this.file.readUInt16BE(start + 2 * contour))
    const length = (ends.at(-1) ?? -1) + 1
    let at = start + 2 * count + 2 + this.file.readUInt16BE(start + 2 * count)
    const flags: number[] = []
    while (flags.length < length) {
      const flag = this.file.readUInt8(at++)
      const times = flag & REPEATED ? this.file.readUInt8(at++) + 1 : 1
      for (let time = 0; time < times; time += 1) flags.push(flag)
    }
    const readAxis = (short: number, same: number) => {
      let value = 0
      return flags.map((flag) => {
        if (flag & short) value += this.file.readUInt8(at++) * (flag & same ? 1 : -1)
        else if (!(flag & same)) {
          value += this.file.readInt16BE(at)
          at += 2
        }
        return value
      })
    }
    const xs = readAxis(2, 16)
    const ys = readAxis(4, 32)
    const points = flags.map((flag, each) => move(matrix, xs[each] ?? 0, ys[each] ?? 0, (flag & ON_CURVE) !== 0))
    return ends.map((end, contour) => points.slice((ends[contour - 1] ?? -1) + 1, end + 1))
  }

  /** A sign made of others, each moved and scaled. */
  #readParts(start: number, matrix: Matrix): Point[][] {
    const contours: Point[][] = []
    let at = start
    let flags = 0x20
    while (flags & 0x20) {
      flags = this.file.readUInt16BE(at)
      const index = this.file.readUInt16BE(at + 2)
      at += 4
      const isWide = (flags & 1) !== 0
      const [x, y] = isWide
        ? [this.file.readInt16BE(at), this.file.readInt16BE(at + 2)]
        : [this.file.readInt8(at), this.file.readInt8(at + 1)]
      at += isWide ? 4 : 2
      const count = flags & 8 ? 1 : flags & 0x40 ? 2 : flags & 0x80 ? 4 : 0
      const scales = Array.from({ length: count }, (_, each) => this.file.readInt16BE(at + 2 * each) / 16384)
      at += 2 * count
      contours.push(...this.#readContours(index, join(matrix, toMatrix(scales, x, y))))
    }
    return contours
  }
}

function toMatrix([a = 1, b, c, d]: number[], x: number, y: number): Matrix {
  if (d !== undefined) return { a, b: b ?? 0, c: c ?? 0, d, x, y }
  return { a, b: 0, c: 0, d: b ?? a, x, y }
}

function join(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    x: outer.a * inner.x + outer.c * inner.y + outer.x,
    y: outer.b * inner.x + outer.d * inner.y + outer.y,
  }
}

function move({ a, b, c, d, x, y }: Matrix, px: number, py: number, on: boolean): Point {
  return { x: a * px + c * py + x, y: b * px + d * py + y, on }
}

/** Quadratic curves whose points on the curve may be left out: they lie half-way between the points that bend it. */
function toEdges(points: readonly Point[]): number[] {
  const [head] = points
  const tail = points.at(-1)
  if (!head || !tail) return []
  const start = head.on ? head : tail.on ? tail : halve(tail, head)
  const edges: number[] = []
  let from = start
  let bend: Point | null = null
  for (const point of [...(head.on ? points.slice(1) : points), start]) {
    const to = point.on ? point : bend ? halve(bend, point) : null
    if (to) {
      for (let at = 1; at <= (bend ? PIECES : 1); at += 1) {
        const next = bend ? curve(from, bend, to, at / PIECES) : to
        const last = edges.length > 0 && at > 1 ? edges.slice(-2) : [from.x, -from.y]
        edges.push(...last, next.x, -next.y)
      }
      from = to
    }
    bend = point.on ? null : point
  }
  return edges
}

function findBox(edges: readonly number[]): Box {
  const xs = edges.filter((_, at) => at % 2 === 0)
  const ys = edges.filter((_, at) => at % 2 === 1)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

function curve(from: Point, bend: Point, to: Point, share: number): Place {
  const rest = 1 - share
  const mix = (axis: 'x' | 'y') => rest * rest * from[axis] + 2 * rest * share * bend[axis] + share * share * to[axis]
  return { x: mix('x'), y: mix('y') }
}

type Place = { x: number; y: number }

function halve(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true }
}
