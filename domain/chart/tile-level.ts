export const LEVELS = 5

/** Which fifth of the given values a value lies in, from 1 for the least: as many places in each as can be. */
export function getLevel(values: readonly number[], value: number): number {
  const below = values.filter((other) => other < value).length
  return values.length === 0 ? 1 : Math.min(LEVELS, Math.floor((below * LEVELS) / values.length) + 1)
}
