import sharp from 'sharp'
import { type FileType, isPicture } from '@/domain/evidence-file'

/** More than a scan of a large sheet has; what unpacks to more is meant to fill the memory. */
const PIXELS_MOST = 100_000_000

/**
 * What is served of a file. A picture is drawn anew, upright, without what a camera or a program noted in it (place,
 * time, device, author); any other file goes out as it came in.
 * @returns null where a picture cannot be drawn
 */
export async function drawServed(type: FileType, bytes: Buffer): Promise<Buffer | null> {
  if (!isPicture(type)) return bytes
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MOST, failOn: 'error', animated: false }).rotate()
    if (type === 'image/png') return await picture.png().toBuffer()
    return type === 'image/jpeg' ? await picture.jpeg({ quality: 88 }).toBuffer() : await picture.webp().toBuffer()
  } catch {
    return null
  }
}
