import sharp from 'sharp'
import { outlineText } from './outline-text'

/**
 * An SVG of ours as PNG, in the size the SVG names, drawn beside the event loop. It loads nothing and needs no font: its
 * text is outlines. Every picture has its paper, so no pixel is clear.
 */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = sharp(Buffer.from(outlineText(svg))).removeAlpha()
  return Uint8Array.from(await image.png({ compressionLevel: 4 }).toBuffer())
}
