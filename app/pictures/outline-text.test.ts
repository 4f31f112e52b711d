import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { outlineText } from './outline-text'
import { Typeface } from './typeface'

const fontFiles = ['latin', 'latin-ext', 'chinese', 'signs'].map((part) => join('fonts', `noto-sans-sc-${part}.ttf`))

function toSvg(text: string, attributes = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="80"><text x="300" y="50" font-size="32" fill="#000000"${attributes}>${text}</text></svg>`
}

/** How dark each pixel is, 0 to 255, as the library draws it with the fonts it is given. */
async function drawPixels(svg: string, fonts: string[]): Promise<number[]> {
  const family = { defaultFontFamily: 'Noto Sans SC', loadSystemFonts: false }
  const { pixels } = await renderAsync(svg, { font: { ...family, fontFiles: fonts } })
  return [...pixels].filter((_, at) => at % 4 === 3)
}

// Without pairs that a font kerns: outlines are set without kerning.
test.each([
  ['砸锅卖铁2023', ''],
  ['璧山区 3.7%', ' text-anchor="end"'],
  ['57&lt;75', ' text-anchor="middle"'],
])('%s as outlines is what a library that reads the fonts itself draws', async (text, attributes) => {
  const svg = toSvg(text, attributes)
  const outlined = outlineText(svg)
  expect(outlined).not.toContain('<text')
  const [own, other] = await Promise.all([drawPixels(outlined, []), drawPixels(svg, fontFiles)])
  const ink = other.reduce((sum, dark) => sum + dark, 0)
  const apart = own.reduce((sum, dark, at) => sum + Math.abs(dark - (other[at] ?? 0)), 0)
  expect(ink).toBeGreaterThan(100_000)
  expect(apart / ink).toBeLessThan(0.05)
})

test('a sign no font has is drawn as a box, not left out', () => {
  const box = outlineText(toSvg('\u{1F600}'))
  expect(box).toMatch(/<path [^>]*d="M/)
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
