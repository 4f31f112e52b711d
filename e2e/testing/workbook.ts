import { inflateRawSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** A cell as a spreadsheet reads it; a formula is told apart from the text that looks like one. */
export type ReadCell = { text: string } | { number: number } | { formula: string } | null
export type ReadSheet = { name: string; rows: ReadCell[][]; frozen: number; merged: number }

/** Reads an .xlsx: its sheets in order, cell by cell. The browser parses the XML, and throws where it is not well-formed. */
export async function readWorkbook(page: Page, file: Buffer): Promise<ReadSheet[]> {
  const files = unzip(file)
  return page.evaluate((parts) => {
    const parse = (path: string) => {
      const xml = new DOMParser().parseFromString(parts[path] ?? '', 'application/xml')
      if (xml.querySelector('parsererror')) throw new Error(`${path} is not well-formed`)
      return xml
    }
    const strings = [...parse('xl/sharedStrings.xml').querySelectorAll('si')].map((one) => one.textContent ?? '')
    return [...parse('xl/workbook.xml').querySelectorAll('sheet')].map((sheet, at) => {
      const xml = parse(`xl/worksheets/sheet${at + 1}.xml`)
      const rows = [...xml.querySelectorAll('row')].map((row) => {
        const cells: ReadCell[] = []
        for (const cell of row.querySelectorAll('c')) {
          const letters = (cell.getAttribute('r') ?? '').replace(/\d/g, '')
          const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
          const value = cell.querySelector('v')?.textContent ?? ''
          const formula = cell.querySelector('f')
          while (cells.length < column) cells.push(null)
          if (formula) cells.push({ formula: formula.textContent ?? '' })
          else if (cell.getAttribute('t') === 's') cells.push({ text: strings[Number(value)] ?? '' })
          else cells.push(value === '' ? null : { number: Number(value) })
        }
        return cells
      })
      return {
        name: sheet.getAttribute('name') ?? '',
        rows,
        frozen: Number(xml.querySelector('pane[state=frozen]')?.getAttribute('ySplit') ?? 0),
        merged: xml.querySelectorAll('mergeCell').length,
      }
    })
  }, files)
}

/** The files of a zip as text, by name, read from its directory (PKWARE APPNOTE 4.3.12). */
export function unzip(file: Buffer): Record<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0) throw new Error('no zip')
  const files: Record<string, string> = {}
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const name = file.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const body = file.subarray(start, start + file.readUInt32LE(at + 20))
    files[name] = (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8')
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0)
  }
  return files
}
