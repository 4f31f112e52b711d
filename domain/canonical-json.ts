/** What a published document may hold: text, whole numbers, lists and objects of these. Decimals and dates are text. */
export type Canonical = string | number | boolean | null | Canonical[] | { [key: string]: Canonical | undefined }

/**
 * The one spelling of a document, the text that is hashed: no white space, object keys in code-unit order, absent
 * (`undefined`) members left out, strings as RFC 8785 (JSON.stringify) writes them.
 * @throws RangeError for a number that is not a safe integer: decimals travel as text so that no digit is lost.
 */
export function formatCanonicalJson(value: Canonical): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(formatCanonicalJson).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key]
      return member === undefined ? [] : [`${JSON.stringify(key)}:${formatCanonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}
