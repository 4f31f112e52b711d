/**
 * What a BibTeX entry of a view says. `on` is the day its edition was published, and `address` the pinned one. When it was
 * read only the reader knows, so there is no `urldate`.
 */
export type BibtexEntry = { site: string; title: string; edition: number; on: string; address: string }

/**
 * A view as a BibTeX entry, `@misc` since every style knows it. The key follows from the address alone, so that the same
 * view of the same edition has the same key wherever it is copied.
 */
export function formatBibtex({ site, title, edition, on, address }: BibtexEntry): string {
  const fields = [
    ['author', `{${escapeTex(site)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['year', on.slice(0, 4)],
    ['edition', String(edition)],
    ['date', on],
    ['url', escapeUrl(address)],
  ]
  const lines = fields.map(([key, value]) => `  ${key} = {${value}}`)
  return `@misc{${formatKey(address)},\n${lines.join(',\n')}\n}`
}

/** `@128/debt?area=CN-GZ` as `pot-and-iron-128-debt-1k3v9x`: readable, and another one for each view. */
function formatKey(address: string): string {
  const { pathname, search } = new URL(address)
  const words = `${pathname}`.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return ['pot-and-iron', ...words.slice(0, 4), digest(pathname + search)].join('-')
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36)
}

const TEX: { [sign: string]: string } = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // A brace that is not of a pair would end the field, even behind a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
}

/** Text as TeX prints it, on one line and without a brace of its own. */
function escapeTex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\~^{}]|[&%$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`)
}

/** An address is not read as TeX, but its braces would be counted. */
function escapeUrl(address: string): string {
  return address.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign))
}
