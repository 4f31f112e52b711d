import { inflateSync } from 'node:zlib'

/** The objects of a PDF as a browser prints it (ISO 32000-1, no object streams): the dictionary and the stream of each. */
function readObjects(pdf: Buffer): Map<string, { head: string; body: string }> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, { head: string; body: string }>()
  for (const match of text.matchAll(/(\d+) 0 obj\s*([\s\S]*?)endobj/g)) {
    const [, number = '', content = ''] = match
    const at = content.indexOf('stream')
    const head = at < 0 ? content : content.slice(0, at)
    const raw =
      at < 0
        ? ''
        : content
            .slice(at)
            .replace(/^stream\r?\n/, '')
            .replace(/\r?\nendstream\s*$/, '')
    const body = head.includes('/FlateDecode') ? inflate(raw) : raw
    objects.set(number, { head, body })
  }
  return objects
}

/** Pictures in a file hold bytes that look like the end of an object: what cannot be read has no text. */
function inflate(raw: string): string {
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

/** A font by what its codes mean: how many digits a code has, and the sign of each. */
type Font = { digits: number; signs: Map<number, string> }

/** Reads a font's ToUnicode table. */
function readFont(table: string): Font {
  const signs = new Map<number, string>()
  const toText = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, rows = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', sign = ''] of rows.matchAll(/<(\w+)>\s*<(\w+)>/g))
      signs.set(Number.parseInt(code, 16), toText(sign))
  for (const [, rows = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', sign = ''] of rows.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let code = first; code <= Number.parseInt(to, 16); code += 1)
        signs.set(code, String.fromCodePoint(Number.parseInt(sign, 16) + code - first))
    }
  }
  const digits = /begincodespacerange\s*<(\w+)>/.exec(table)?.[1]?.length ?? 4
  return { digits, signs }
}

/**
 * The text of a PDF in the order in which it is drawn, joined letters taken apart (NFKC) and without any space: a page
 * prints its words apart, not its spaces.
 */
export function readPdfText(pdf: Buffer): string {
  const objects = readObjects(pdf)
  const fonts = new Map<string, Font>()
  for (const { head } of objects.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1]
      if (table) fonts.set(name, readFont(objects.get(table)?.body ?? ''))
    }
  }
  let text = ''
  for (const { body } of objects.values()) {
    let font: Font | undefined
    for (const [, name, hex] of body.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)>(?=[^<>]*T[jJ])/gi)) {
      if (name) font = fonts.get(name) ?? font
      const codes = font ? (hex?.match(new RegExp(`.{${font.digits}}`, 'g')) ?? []) : []
      for (const code of codes) text += font?.signs.get(Number.parseInt(code, 16)) ?? ''
    }
  }
  return text.normalize('NFKC').replace(/\s+/g, '')
}
