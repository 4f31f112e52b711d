export const LEVELS = 5

/** Which fifth of the given values a value lies in, from 1 for the least: as many places in each as can be. */
export function getLevel(values: readonly number[], value: number): number {
  const below = values.filter((other) => other < value).length
  return values.length === 0 ? 1 : Math.min(LEVELS, Math.floor((below * LEVELS) / values.length) + 1)
}

/** A class of a map: the least and the largest figure in it, as they are stored, and how many there are. */
export type LevelRange = { level: number; least: string; most: string; count: number }

/** The classes that have figures, from the least, each with its limits. */
export function describeLevels(values: readonly string[]): LevelRange[] {
  const numbers = values.map(Number)
  const sorted = values.toSorted((a, b) => Number(a) - Number(b))
  return Array.from({ length: LEVELS }, (_, index) => index + 1).flatMap((level) => {
    const own = sorted.filter((value) => getLevel(numbers, Number(value)) === level)
    const [least] = own
    return least === undefined ? [] : [{ level, least, most: own.at(-1) ?? least, count: own.length }]
  })
}
