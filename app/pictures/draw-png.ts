import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

/** The record's own type, so that a picture looks the same whatever the machine has: Latin, Chinese, signs such as ≤. */
const fontFiles = ['latin', 'latin-ext', 'chinese', 'signs'].map((part) =>
  join(/* turbopackIgnore: true */ process.cwd(), 'fonts', `noto-sans-sc-${part}.ttf`),
)

/** An SVG of ours as PNG, in the size the SVG names, drawn beside the event loop. It loads nothing but the type. */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC', sansSerifFamily: 'Noto Sans SC' },
  })
  return Uint8Array.from(image.asPng())
}
