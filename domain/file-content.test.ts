import { describe, expect, test } from 'vitest'
import { toFileName } from './evidence-file'
import { readFileContent } from './file-content'

const ascii = (text: string) => Buffer.from(text, 'latin1')
const chunk = (type: string, data = '') => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, ascii(type + data), Buffer.alloc(4)])
}
const png = Buffer.concat([
  ascii('\x89PNG\r\n\x1a\n'),
  chunk('IHDR', '0123456789012'),
  chunk('IDAT', 'abc'),
  chunk('IEND'),
])
/** A head segment of 4 bytes, a scan with a stuffed FF and a restart, and the end. */
const jpeg = ascii('\xff\xd8\xff\xe0\x00\x04ab\xff\xda\x00\x03xdata\xff\x00more\xff\xd0rest\xff\xd9')
const webp = ascii('RIFF\x08\0\0\0WEBPVP8 ')
const pdf = ascii('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\r\n')
const svg = ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

describe('a file is taken for what its content says', () => {
  test.each([
    ['scan.png', png, 'image/png'],
    ['photo.JPG', jpeg, 'image/jpeg'],
    ['photo.jpeg', jpeg, 'image/jpeg'],
    ['screen.webp', webp, 'image/webp'],
    ['report.pdf', pdf, 'application/pdf'],
    ['without an ending', png, 'image/png'],
    ['drawing.svg', svg, 'application/octet-stream'],
    ['page.html', ascii('<!doctype html><script>'), 'application/octet-stream'],
    ['table.xlsx', ascii('PK\x03\x04whatever'), 'application/octet-stream'],
  ])('%s', (name, bytes, type) => {
    expect(readFileContent(name, bytes)).toEqual({ ok: true, type })
  })
})

describe('a file is refused', () => {
  const archive = ascii('PK\x03\x04inner PK\x05\x06')
  test.each([
    ['with nothing in it', 'a.txt', Buffer.alloc(0), 'file-empty'],
    ['of 21 MB', 'a.bin', Buffer.alloc(21 * 1024 * 1024), 'file-large'],
    ['an SVG named .png', 'drawing.png', svg, 'file-mismatch'],
    ['a page named .pdf', 'report.pdf', ascii('<html>'), 'file-mismatch'],
    ['a JPEG named .png', 'photo.png', jpeg, 'file-mismatch'],
    ['a PNG that is cut off', 'scan.png', png.subarray(0, png.length - 5), 'file-broken'],
    ['a JPEG that is cut off', 'photo.jpg', jpeg.subarray(0, jpeg.length - 2), 'file-broken'],
    ['a WebP that is cut off', 'screen.webp', webp.subarray(0, webp.length - 1), 'file-broken'],
    ['a PDF without its end', 'report.pdf', ascii('%PDF-1.7\n1 0 obj'), 'file-broken'],
    ['a PNG with an archive behind it', 'scan.png', Buffer.concat([png, archive]), 'file-polyglot'],
    ['a JPEG with a page behind it', 'photo.jpg', Buffer.concat([jpeg, svg]), 'file-polyglot'],
    ['a WebP with something behind it', 'screen.webp', Buffer.concat([webp, svg]), 'file-polyglot'],
    ['a PDF with a script behind it', 'report.pdf', Buffer.concat([pdf, svg]), 'file-polyglot'],
    ['a PDF that is an archive too', 'report.pdf', Buffer.concat([pdf, archive, ascii('%%EOF')]), 'file-polyglot'],
    [
      'a PNG with a PDF inside',
      'scan.png',
      Buffer.concat([png.subarray(0, 8), chunk('tEXt', '%PDF-1.4'), png.subarray(8)]),
      'file-polyglot',
    ],
  ])('%s', (_, name, bytes, error) => {
    expect(readFileContent(name, bytes)).toEqual({ ok: false, error })
  })

  test('20 MiB are not too many', () => {
    expect(readFileContent('a.bin', Buffer.alloc(20 * 1024 * 1024, 1))).toMatchObject({ ok: true })
  })
})

test('a name is its last part, without what no file system takes', () => {
  expect(toFileName('C:\\scans\\页\u0007 1.png')).toBe('页 1.png')
  expect(toFileName('../../etc/passwd')).toBe('passwd')
  expect(toFileName('  ')).toBe('file')
  expect(toFileName(`${'长'.repeat(200)}.pdf`)).toMatch(/^长{116}\.pdf$/)
})
