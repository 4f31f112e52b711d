import type { KnownFigure } from './figure-series'
import { joinNote, listFigures, type Warning } from './warning'

/** Everything a warning can be about, in the order in which it is told. */
export const warningCodes = ['identity', 'far', 'weak', 'language'] as const satisfies readonly Warning['code'][]

/**
 * How much is doubtful about many changes: a note is asked for all of it together. `warned` is the mark of exactly these
 * warnings: who sends a note sends it along, since a note is for the warnings that were read and for no others.
 */
export type Doubtful = { counts: Record<Warning['code'], number>; warned: string }

/** How many warnings there are of each kind; a test of the arithmetic counts once, however many of its figures were told. */
export function countWarnings(warnings: readonly Warning[]): Doubtful['counts'] {
  const counts = Object.fromEntries(warningCodes.map((code) => [code, 0])) as Doubtful['counts']
  const tests = new Set<string>()
  for (const warning of warnings) {
    if (warning.code === 'identity') tests.add(`${warning.kind} ${formatFigures(warning)}`)
    else counts[warning.code] += 1
  }
  return { ...counts, identity: tests.size }
}

/**
 * A warning of a list as one short text: another figure makes another. Of tens of thousands, the whole of each would take
 * longer than finding them.
 */
export function formatWarningMark(warning: Warning): string {
  const { key, code } = warning
  return `${key} ${code} ${code === 'weak' ? warning.source : `${toDetail(warning)} ${formatFigures(warning)}`}`
}

function toDetail(warning: Warning): string {
  if (warning.code === 'far') return `${warning.side} ${warning.value}`
  return warning.code === 'identity' ? warning.kind : ''
}

function formatFigures(warning: Warning): string {
  return listFigures(warning)
    .map(({ id, value }: KnownFigure) => `${id}=${value}`)
    .join(' ')
}

/** A note as somebody sent it, and the mark of the warnings it was written for. */
export type GivenNote = { note?: string | undefined; warned?: string | undefined }

/** The reason to publish with, its note behind it; or that what is doubtful is not answered, or that both are too long. */
export function answerDoubtful(
  doubtful: Doubtful | null,
  reason: string,
  { note = '', warned }: GivenNote,
): { ok: true; summary: string } | { ok: false; error: 'warnings' | 'note-long' } {
  // Without a reason it is refused for that.
  if (!doubtful || reason.trim() === '') return { ok: true, summary: reason }
  if (note.trim() === '' || warned !== doubtful.warned) return { ok: false, error: 'warnings' }
  const summary = joinNote(reason.trim(), note.trim())
  return summary === null ? { ok: false, error: 'note-long' } : { ok: true, summary }
}
