import { renderAsync } from '@resvg/resvg-js'
import { outlineText } from './outline-text'

/** An SVG of ours as PNG, in the size the SVG names, drawn beside the event loop. It loads nothing. */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(outlineText(svg), { font: { loadSystemFonts: false } })
  return Uint8Array.from(image.asPng())
}
