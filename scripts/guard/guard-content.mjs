/** Texts of a bounded length. A long CSV leaves as fast as the database writes it; a PNG is compressed already. */
const COMPRESSED = /^(application\/(json|problem\+json|atom\+xml)|image\/svg\+xml|text\/html)\b/

/**
 * Next hands on the headers of a route handler as lists, and what compresses its answers looks at words alone: files and frames would
 * leave at their full length, 362 kB where 15 do.
 */
export function nameContent(response) {
  const { setHeader } = response
  response.setHeader = function settingHeader(name, value) {
    const isOne = Array.isArray(value) && value.length === 1 && COMPRESSED.test(value[0])
    return setHeader.call(this, name, isOne && /^content-type$/i.test(name) ? value[0] : value)
  }
}
