/** Where words stand in a text: from the first character to behind the last. */
export type Stretch = { from: number; to: number }

/**
 * Every place in a text where the words stand, whatever the width or the case of its letters: `２０２４` and `2024` are
 * the same. Places are those of the text as it is written; none overlap.
 */
export function findText(text: string, words: string): Stretch[] {
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
  return text.normalize('NFKC').toLowerCase()
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
