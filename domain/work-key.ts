/** The field of a form in which a browser says by what key it will ask how far the work is. */
export const WORK_KEY = 'work'

/** What {@link parseWorkKey} knows again: 128 random bits, which a browser also makes where a page came without TLS. */
export function makeWorkKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}

/** The key of a work as a browser made it; null for anything else. */
export function parseWorkKey(given: string | null): string | null {
  return given !== null && /^\d{1,10}(-\d{1,10}){3}$/.test(given) ? given : null
}
