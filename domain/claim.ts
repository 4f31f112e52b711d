import type { AnyFields } from './field'

/** What one says about the whole country's debt: a count, an estimate, or what is aimed at for a later date. */
export type ClaimKind = 'official' | 'estimate' | 'target'

/** Indicators of what is expected or aimed at. Their figures are kept as estimates, and yet nobody estimated a debt. */
const TARGETS: readonly string[] = ['hidden_debt_target']

export function getClaimKind({ indicator, status }: AnyFields): ClaimKind {
  if (TARGETS.includes(String(indicator))) return 'target'
  return status === 'official' ? 'official' : 'estimate'
}

/** A date that stands in for a vaguer one: what of it is known, and what of it is only nominal. */
export type NominalDate = { known: string; nominal: 'day' | 'year-end' }

/**
 * Where the note of a figure says that its day or its year-end is «nominal», the part of the date that is meant: a month
 * or a year. Null where the date is what it says.
 */
export function readNominalDate({ period, note }: AnyFields): NominalDate | null {
  const [, nominal] = /\b(day|year-end)(?: date)? nominal\b/.exec(String(note ?? '')) ?? []
  if (nominal === 'day') return { known: String(period).slice(0, 7), nominal }
  return nominal === 'year-end' ? { known: String(period).slice(0, 4), nominal } : null
}
