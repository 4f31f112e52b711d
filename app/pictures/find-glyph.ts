import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Glyph, Typeface } from './typeface'

/** The record's own type, so that a picture looks the same whatever the machine has: Latin, Chinese, signs such as ≤. */
const parts = ['latin', 'latin-ext', 'chinese', 'signs'] as const
/** Marks that Latin and Chinese both have and that are as wide as a character in Chinese. */
const CHINESE_MARKS = /[‘’“”—…]/

let typefaces: Record<(typeof parts)[number], Typeface> | null = null

function getTypefaces() {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'fonts')
  typefaces ??= Object.fromEntries(
    parts.map((part) => [part, new Typeface(readFileSync(join(folder, `noto-sans-sc-${part}.ttf`)))]),
  ) as Record<(typeof parts)[number], Typeface>
  return typefaces
}

/** The sign in the first part of the type that has it; a box the width of a character where none has. */
export function findGlyph(sign: string, isChinese: boolean): Glyph {
  const code = sign.codePointAt(0) ?? 0
  const { chinese, latin, signs, ...rest } = getTypefaces()
  const order = isChinese && CHINESE_MARKS.test(sign) ? [chinese, latin] : [latin, rest['latin-ext'], chinese, signs]
  for (const typeface of order) {
    const glyph = typeface.getGlyph(code)
    if (glyph) return glyph
  }
  return chinese.getBox()
}
