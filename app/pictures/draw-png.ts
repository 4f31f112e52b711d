import sharp from 'sharp'
import { paintText } from './paint-text'
import { setText } from './set-text'

const VIEW = /^<svg [^>]*viewBox="0 0 ([\d.]+) /

/**
 * An SVG of ours as PNG, in the size the SVG names. It loads nothing and needs no font: a library draws its shapes beside the
 * event loop, and its text is painted over them. Every picture has its paper, so no pixel is clear.
 */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { drawing, texts } = setText(svg)
  const { data, info } = await sharp(Buffer.from(drawing)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  paintText({ data, width, height }, texts, width / Number(VIEW.exec(svg)?.[1] ?? width))
  const image = sharp(data, { raw: { width, height, channels: 3 } })
  return Uint8Array.from(await image.png({ compressionLevel: 4 }).toBuffer())
}
