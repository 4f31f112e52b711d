/** What the record notes of some figures, and the letter that marks them; without one it holds for all that are drawn. */
export type Remark = { sign: string | null; text: string }

const SIGNS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * The notes of what is drawn, in the order of the figures, each once. The record keeps no status of its own for what is
 * preliminary, executed or restated: it is in these words, as they were written.
 * @param notes one for each figure that is drawn, null where it has none
 */
export function listRemarks(notes: readonly (string | null)[]): Remark[] {
  const texts = [...new Set(notes)].filter((text) => text !== null)
  const [only] = texts
  if (only !== undefined && notes.every((text) => text === only)) return [{ sign: null, text: only }]
  return texts.slice(0, SIGNS.length).map((text, index) => ({ sign: SIGNS.charAt(index), text }))
}

/** The letter at a figure with this note. */
export function getSign(remarks: readonly Remark[], note: string | null): string | null {
  return remarks.find(({ text }) => text === note)?.sign ?? null
}
