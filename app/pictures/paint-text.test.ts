import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { paintText } from './paint-text'
import { setText } from './set-text'
import { Typeface } from './typeface'

const fontFiles = ['latin', 'latin-ext', 'chinese', 'signs'].map((part) => join('fonts', `noto-sans-sc-${part}.ttf`))

const WIDTH = 600
const HEIGHT = 80

function toSvg(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${text}</svg>`
}

const write = (text: string, attributes = '') =>
  `<text x="300" y="50" font-size="32" fill="#000000"${attributes}>${text}</text>`

/** How dark each pixel is, 0 to 255, as the library draws it with the fonts it is given. */
async function drawPixels(svg: string): Promise<number[]> {
  const family = { defaultFontFamily: 'Noto Sans SC', loadSystemFonts: false }
  const { pixels } = await renderAsync(svg, { font: { ...family, fontFiles } })
  return [...pixels].filter((_, at) => at % 4 === 3)
}

/** The same of what is painted over white. */
function paintPixels(svg: string): number[] {
  const data = new Uint8Array(3 * WIDTH * HEIGHT).fill(255)
  paintText({ data, width: WIDTH, height: HEIGHT }, setText(svg).texts, 1)
  return [...data].filter((_, at) => at % 3 === 0).map((light) => 255 - light)
}

async function compare(svg: string): Promise<{ ink: number; apart: number }> {
  const own = paintPixels(svg)
  const other = await drawPixels(svg)
  const ink = other.reduce((sum, dark) => sum + dark, 0)
  const apart = own.reduce((sum, dark, at) => sum + Math.abs(dark - (other[at] ?? 0)), 0)
  return { ink, apart: apart / ink }
}

// Without pairs that a font kerns: text is set without kerning.
test.each([
  ['砸锅卖铁2023', ''],
  ['璧山区 3.7%', ' text-anchor="end"'],
  ['57&lt;75', ' text-anchor="middle"'],
  ['±é≤8', ' text-anchor="middle"'],
])('%s as it is painted is what a library that reads the fonts itself draws', async (text, attributes) => {
  const { ink, apart } = await compare(toSvg(write(text, attributes)))
  expect(ink).toBeGreaterThan(100_000)
  expect(apart).toBeLessThan(0.07)
})

test('text within a group that moves and scales it lies where the library draws it', async () => {
  const { ink, apart } = await compare(
    toSvg(
      `<g transform="translate(20 5) scale(0.5) translate(-20 -5)"><g fill="none"><rect/></g><g>${write('璧山')}</g><g transform="translate(70 0)">${write('2024')}</g></g>${write('26', ' text-anchor="end"')}`,
    ),
  )
  expect(ink).toBeGreaterThan(50_000)
  expect(apart).toBeLessThan(0.08)
})

test('bold is heavier, and is no other text', () => {
  const [plain, bold] = ['', ' font-weight="600"'].map((weight) => paintPixels(toSvg(write('砸锅卖铁', weight))))
  const sum = (pixels: number[] = []) => pixels.reduce((all, dark) => all + dark, 0)
  expect(sum(bold) / sum(plain)).toBeGreaterThan(1.1)
  expect(sum(bold) / sum(plain)).toBeLessThan(1.4)
  expect(plain?.every((dark, at) => (bold?.[at] ?? 0) >= dark - 1)).toBe(true)
})

test.each([
  ['left', -16, 50],
  ['right', WIDTH - 16, 50],
  ['top', 100, 12],
  ['bottom', 100, HEIGHT - 4],
])('what reaches over the %s of a picture is cut off there', (_, x, y) => {
  const put = (across: number, down: number) =>
    paintPixels(toSvg(`<text x="${across}" y="${down}" font-size="32" fill="#000000">砸锅</text>`))
  const [at, inside] = [put(x, y), put(100, 50)]
  const moved = inside.map((_, place) => {
    const column = (place % WIDTH) - x + 100
    const row = Math.floor(place / WIDTH) - y + 50
    return column >= 0 && column < WIDTH && row >= 0 && row < HEIGHT ? inside[row * WIDTH + column] : 0
  })
  expect(at).toEqual(moved)
  expect(at.some((dark) => dark > 200)).toBe(true)
})

test('a sign no font has is drawn as a box, not left out', () => {
  expect(paintPixels(toSvg(write('\u{1F600}'))).some((dark) => dark > 200)).toBe(true)
})

test.each([
  [toSvg(`<g transform="rotate(3)">${write('a')}</g>`), 'rotate(3)'],
  [toSvg('<text x="1" y="20" font-size="32" fill="red">a</text>'), 'red'],
])('what cannot be set is not set elsewhere or otherwise', (svg, named) => {
  expect(() => paintPixels(svg)).toThrow(named)
})

test('what is left to the library holds no text', () => {
  const { drawing, texts } = setText(toSvg(`<rect/>${write('a')}<g transform="scale(2)">${write('b')}</g><rect/>`))
  expect(drawing).toBe(toSvg('<rect/><g transform="scale(2)"></g><rect/>'))
  expect(texts.map(({ em, x }) => [em, x])).toEqual([
    [32, 300],
    [64, 600],
  ])
})

test('the fonts have every sign of the words and of the first data', () => {
  const typefaces = fontFiles.map((file) => new Typeface(readFileSync(file)))
  const files = ['messages', 'db/seed'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|csv|json)$/.test(name))
      .map((name) => join(folder, name)),
  )
  const signs = new Set(files.flatMap((file) => [...readFileSync(file, 'utf8')]))
  const missing = [...signs].filter(
    (sign) => sign > ' ' && typefaces.every((typeface) => !typeface.getGlyph(sign.codePointAt(0) ?? 0)),
  )
  expect(signs.size).toBeGreaterThan(800)
  expect(missing).toEqual([])
})
