import type { Citation } from './field'
import type { Reliability } from './source'

/** How well a task force or a mention is borne out, best first. Computed from its citations, never typed in. */
export const grades = ['documented', 'confirmed', 'reported', 'thin'] as const
export type Grade = (typeof grades)[number]

/**
 * The grade of a record by the evidence ladder: `documented` where the document was seen or is archived, or a source of
 * reliability A is cited; `confirmed` where a leaked image or a named official is borne out by a second source;
 * `reported` where two sources report it, one of reliability B; `thin` otherwise.
 */
export function gradeOf(
  citations: readonly Citation[],
  reliabilityOf: (source: string) => Reliability | undefined,
): Grade {
  const evidence = new Set(citations.map((citation) => citation.evidence))
  const sources = [...new Set(citations.map(({ source }) => source))]
  const ranks = sources.map(reliabilityOf)
  if (evidence.has('document-seen') || evidence.has('document-archived') || ranks.includes('A')) return 'documented'
  const singled = evidence.has('leaked-image') || evidence.has('named-official')
  if (singled && sources.length >= 2) return 'confirmed'
  return sources.length >= 2 && ranks.includes('B') ? 'reported' : 'thin'
}
