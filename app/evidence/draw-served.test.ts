import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawServed } from './draw-served'

test('what is served of a picture holds nothing its camera noted, and stands upright', async () => {
  const photo = await sharp({ create: { width: 8, height: 4, channels: 3, background: '#a33' } })
    .withMetadata({ orientation: 6, exif: { IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '26/1 38/1 0/1' } } })
    .jpeg()
    .toBuffer()
  expect(photo.includes('Somebody')).toBe(true)
  const served = await drawServed('image/jpeg', photo)
  if (!served) throw new Error('not drawn')
  const { format, width, height, exif } = await sharp(served).metadata()
  expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 4, height: 8, exif: undefined })
  expect(served.includes('Somebody')).toBe(false)
})

test('a picture that cannot be drawn is no picture; any other file is served as it is', async () => {
  expect(await drawServed('image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toBeNull()
  const report = Buffer.from('%PDF-1.7')
  expect(await drawServed('application/pdf', report)).toBe(report)
})
