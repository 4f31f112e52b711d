/**
 * The text of a file. Spreadsheets save Chinese as UTF-8, as UTF-16 with a mark («Unicode text») or, on a Chinese
 * machine, as GBK, of which GB 18030 is the whole: what is no UTF-8 is read as that.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
