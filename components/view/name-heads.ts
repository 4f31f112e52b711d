import type { CSSProperties } from 'react'

/** The heads of a table as its style sheet sets them before the cells of a card: once for the table, not in every cell. */
export function nameHeads(heads: readonly string[]): CSSProperties {
  return Object.fromEntries(heads.map((head, at) => [`--head-${at + 1}`, JSON.stringify(head)]))
}
