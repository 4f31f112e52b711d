import { type FileType, LARGEST_FILE } from './evidence-file'

/**
 * Why a file is not taken: nothing in it, over 20 MiB, its content is not what its name says, it is cut off, or it is two
 * files in one (a picture or PDF with something before, behind or inside it that other programs would open).
 */
export type FileProblem = 'file-empty' | 'file-large' | 'file-mismatch' | 'file-broken' | 'file-polyglot'

const claims: Record<string, FileType> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  pdf: 'application/pdf',
}

/** What a file is by its content, which must be what its name says, where that says one of the types we know. */
export function readFileContent(
  name: string,
  bytes: Uint8Array,
): { ok: true; type: FileType } | { ok: false; error: FileProblem } {
  if (bytes.length === 0) return { ok: false, error: 'file-empty' }
  if (bytes.length > LARGEST_FILE) return { ok: false, error: 'file-large' }
  const claimed = claims[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  const type = readType(bytes)
  if (claimed !== undefined && claimed !== type) return { ok: false, error: 'file-mismatch' }
  if (type === 'application/octet-stream') return { ok: true, type }
  const end = findEnd(type, bytes)
  if (end === null) return { ok: false, error: 'file-broken' }
  if (end !== bytes.length || holdsAnother(type, bytes)) return { ok: false, error: 'file-polyglot' }
  return { ok: true, type }
}

function readType(bytes: Uint8Array): FileType {
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (readAscii(bytes, 0, 4) === 'RIFF' && readAscii(bytes, 8, 4) === 'WEBP') return 'image/webp'
  return readAscii(bytes, 0, 5) === '%PDF-' ? 'application/pdf' : 'application/octet-stream'
}

/** Where the format itself says that the file ends; null where it is cut off before that. */
function findEnd(type: FileType, bytes: Uint8Array): number | null {
  if (type === 'image/png') return findEndOfPng(bytes)
  if (type === 'image/jpeg') return findEndOfJpeg(bytes)
  if (type === 'image/webp') return findEndOfWebp(bytes)
  return findEndOfPdf(bytes)
}

/** PNG (ISO/IEC 15948): length, type, data and check sum of each chunk, the last of which is IEND. */
function findEndOfPng(bytes: Uint8Array): number | null {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + readNumber(bytes, at, 4)
    if (next > bytes.length) return null
    if (readAscii(bytes, at + 4, 4) === 'IEND') return next
    at = next
  }
  return null
}

/** JPEG (ITU T.81): segments with lengths up to the scan, in which FF stands only before 00, a restart or a marker. */
function findEndOfJpeg(bytes: Uint8Array): number | null {
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return at + 2
    if (marker === 0xff) at += 1
    else at += 2 + readNumber(bytes, at + 2, 2)
    if (marker === 0xda) at = skipScan(bytes, at)
  }
  return null
}

function skipScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const after = bytes[at + 1] ?? 0
    const isData = after === 0x00 || after === 0xff || (after >= 0xd0 && after <= 0xd7)
    if (!isData) return at
  }
  return bytes.length
}

/** RIFF: the length of what follows, padded to an even one. */
function findEndOfWebp(bytes: Uint8Array): number | null {
  const size = [7, 6, 5, 4].reduce((sum, at) => sum * 256 + (bytes[at] ?? 0), 0)
  const end = 8 + size + (size % 2)
  return end > bytes.length ? null : end
}

/** PDF (ISO 32000): `%%EOF`, and behind the last one nothing but white space. */
function findEndOfPdf(bytes: Uint8Array): number | null {
  const tailFrom = Math.max(0, bytes.length - 1024)
  const last = readAscii(bytes, tailFrom, 1024).lastIndexOf('%%EOF')
  if (last < 0) return null
  const end = tailFrom + last + 5
  return /^[\s\0]*$/.test(readAscii(bytes, end, bytes.length - end)) ? bytes.length : end
}

/** Readers of PDF look for its head in the first kilobyte, those of ZIP for its directory at the end. */
function holdsAnother(type: FileType, bytes: Uint8Array): boolean {
  const tail = readAscii(bytes, Math.max(0, bytes.length - 65_557), 65_557)
  if (tail.includes('PK\x05\x06')) return true
  return type !== 'application/pdf' && readAscii(bytes, 0, 1029).includes('%PDF-')
}

function startsWith(bytes: Uint8Array, from: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, at) => bytes[from + at] === byte)
}

/** Big-endian; past the end counts as zeros. */
function readNumber(bytes: Uint8Array, from: number, length: number): number {
  let number = 0
  for (let at = from; at < from + length; at += 1) number = number * 256 + (bytes[at] ?? 0)
  return number
}

function readAscii(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, from + length)
}
