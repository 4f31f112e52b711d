/** A piece of SVG or HTML. Only {@link markup} makes one, so no text of a record or a request becomes a tag by mistake. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | null | undefined | false | readonly Part[]

/** Markup from a template: what is filled in is escaped as text unless it is markup itself; lists are joined, nothing is empty. */
export function markup(template: TemplateStringsArray, ...parts: Part[]): Markup {
  const [first = '', ...rest] = template
  return new Markup(first + rest.map((piece, index) => toText(parts[index]) + piece).join(''))
}

function toText(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map(toText).join('')
  return typeof part === 'number' ? String(part) : escapeMarkup(part)
}

const SIGNS: { [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for an element or a quoted attribute; characters XML does not know are left out. */
export function escapeMarkup(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}
