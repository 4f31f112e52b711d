import { findGlyph } from './find-glyph'
import type { Glyph } from './typeface'

/** A piece of text as it is set: where its first sign begins, on which line, how large an em is, and its colour. */
export type SetText = { glyphs: readonly Glyph[]; x: number; y: number; em: number; fill: string; isBold: boolean }

const BOLD = 500
/** Text, and groups, which may move and scale what is in them. */
const PARTS = /<text ([^>]*)>([^<]*)<\/text>|<g(?: ([^>]*))?>|<\/g>/g
const MOVES = /(translate|scale)\(([-\d.]+)(?: ([-\d.]+))?\)/g

type Place = { x: number; y: number; scale: number }

/**
 * The text of an SVG of ours, set in its units, and the SVG without it. Kerning is left aside; a sign no font has is a box.
 */
export function setText(svg: string): { drawing: string; texts: SetText[] } {
  const isChinese = svg.includes('lang="zh-Hans"')
  const texts: SetText[] = []
  const around: Place[] = []
  const drawing = svg.replace(PARTS, (whole: string, attributes?: string, text?: string, group?: string) => {
    const place = around.at(-1) ?? { x: 0, y: 0, scale: 1 }
    if (attributes !== undefined) {
      texts.push(setPiece(readAttributes(attributes), unescapeText(text ?? ''), place, isChinese))
      return ''
    }
    if (whole === '</g>') around.pop()
    else around.push(readTransform(readAttributes(group ?? '').get('transform') ?? '', place))
    return whole
  })
  return { drawing, texts }
}

function setPiece(attributes: Map<string, string>, text: string, place: Place, isChinese: boolean): SetText {
  const glyphs = [...text].map((sign) => findGlyph(sign, isChinese))
  const size = Number(attributes.get('font-size'))
  const width = measureGlyphs(glyphs) * size
  const anchor = attributes.get('text-anchor')
  const start = Number(attributes.get('x')) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
  return {
    glyphs,
    x: place.x + place.scale * start,
    y: place.y + place.scale * Number(attributes.get('y')),
    em: place.scale * size,
    fill: attributes.get('fill') ?? '',
    isBold: Number(attributes.get('font-weight') ?? 400) >= BOLD,
  }
}

/** How wide signs are side by side, in ems. */
function measureGlyphs(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { advance }) => sum + advance, 0)
}

/** @throws Error for what is neither moved nor scaled alone: text would lie elsewhere than what is drawn */
function readTransform(transform: string, outer: Place): Place {
  const place = { ...outer }
  const rest = transform.replace(MOVES, (_, kind: string, one: string, other?: string) => {
    if (kind === 'translate') {
      place.x += place.scale * Number(one)
      place.y += place.scale * Number(other ?? 0)
    } else place.scale *= Number(one)
    return ''
  })
  if (rest.trim() !== '') throw new Error(`Text cannot be set within ${transform}`)
  return place
}

function readAttributes(text: string): Map<string, string> {
  return new Map([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] ?? '')
}
