import { toSimplified } from './simplified'

/** Where words stand in a text: from the first character to behind the last. */
export type Stretch = { from: number; to: number }

/** More words than these are not looked for one by one. */
const WORDS_MOST = 8

/** What a reader looks for, word by word, each once. */
export function splitWords(q: string): string[] {
  const words = q
    .normalize('NFKC')
    .split(/\s+/)
    .filter((word) => word !== '')
  return [...new Set(words)].slice(0, WORDS_MOST)
}

/** A word as it was typed and, where that is another, in simplified characters. */
export function listSpellings(word: string): string[] {
  return [...new Set([word, toSimplified(word)])]
}

/**
 * Every place in a text where the words stand as a whole or, where they do not, where each of them stands by itself;
 * whatever the width or the case of letters, and whether characters are simplified or traditional. Places are those of
 * the text as it is written, in its order; none overlap.
 */
export function findText(text: string, words: string): Stretch[] {
  const whole = findPhrase(text, words)
  if (whole.length > 0) return whole
  const kept: Stretch[] = []
  const found = splitWords(words).flatMap((word) => findPhrase(text, word))
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if ((kept.at(-1)?.to ?? 0) <= one.from) kept.push(one)
  }
  return kept
}

/** Whether the words stand in the text as a whole. */
export function holdsPhrase(text: string, words: string): boolean {
  return findPhrase(text, words).length > 0
}

function findPhrase(text: string, words: string): Stretch[] {
  const sought = fold(words)
  if (sought === '') return []
  const { folded, starts } = foldWithPlaces(text)
  const found: Stretch[] = []
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length)) {
    found.push({ from: starts[at] ?? 0, to: starts[at + sought.length] ?? text.length })
  }
  return found
}

function fold(text: string): string {
  return toSimplified(text.normalize('NFKC').toLowerCase())
}

/** The folded text, and for each of its units where in the text the character that made it begins. */
function foldWithPlaces(text: string): { folded: string; starts: number[] } {
  const starts: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const part = fold(character)
    for (let unit = 0; unit < part.length; unit += 1) starts.push(at)
    folded += part
    at += character.length
  }
  return { folded, starts }
}
