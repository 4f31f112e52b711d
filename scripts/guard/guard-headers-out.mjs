/** Texts of a bounded length. A long CSV leaves as fast as the database writes it; a PNG is compressed already. */
const COMPRESSED = /^(application\/(json|problem\+json|atom\+xml)|image\/svg\+xml|text\/html)\b/

/**
 * Next hands on each header of a route handler as a list of one, and who looks for a word finds none: what compresses its answers
 * (files would leave at their full length, 362 kB where 15 do), and what keeps them (guard-answers.mjs). So the one is set.
 */
export function unwrapHeaders(response) {
  const { setHeader } = response
  response.setHeader = function settingHeader(name, value) {
    const isOne =
      Array.isArray(value) && value.length === 1 && (!/^content-type$/i.test(name) || COMPRESSED.test(value[0]))
    return setHeader.call(this, name, isOne ? value[0] : value)
  }
}
