/**
 * What people type for what the record spells in one way only. Each function gives back the record's spelling where the
 * text can mean one thing, else the text as it is, for the schema to refuse.
 */

const GROUPED = /^-?\d{1,3}([, '’])\d{3}(?:\1\d{3})*(?:\.\d+)?$/
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?$/

/**
 * `４２００`, `4,200`, `4 200` and `+4200` are 4200; `−5` is -5. The comma parts thousands, as in both languages of the
 * record; `4,2` and `4,20` part nothing and stay.
 */
export function formatTypedDecimal(text: string): string {
  const plain = formatTypedText(text)
    .replace(/^[\u2010-\u2013\u2212]/, '-')
    .replace(/^\+/, '')
  return GROUPED.test(plain) ? plain.replace(/[, '’]/g, '') : plain
}

/** `2024年8月28日`, `2024/8/28`, `2024.8.28` and `2024-8-28` are 2024-08-28. The year comes first, or the text stays. */
export function formatTypedDate(text: string): string {
  const plain = formatTypedText(text)
  const [, year, month, day] = DATE.exec(plain.replace(/\s/g, '')) ?? []
  if (year === undefined) return plain
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
}

/** A period is one date, or the first and last day of a span with `--` between. */
export function formatTypedPeriod(text: string): string {
  return formatTypedText(text).split('--').map(formatTypedDate).join('--')
}

/** Full-width letters, digits and marks as the plain ones. */
export function formatTypedText(text: string): string {
  return text.normalize('NFKC').trim()
}
