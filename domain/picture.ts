/** The forms in which a view is drawn for use elsewhere: pictures, the card of a shared link, the frame of another site. */
export const drawnFormats = ['svg', 'png', 'card', 'embed'] as const
export type DrawnFormat = (typeof drawnFormats)[number]

export const themes = ['light', 'dark', 'auto'] as const
export type Theme = (typeof themes)[number]
export type PictureSize = 'large' | 'small'

/** How a view is drawn, as far as its address says: never part of a view, so that a page's address does not carry it. */
export type Look = { theme: Theme; size: PictureSize }

/** What each form lets one choose; the first stands for none. A frame follows the reader's own theme unless it is told. */
const choices: Record<DrawnFormat, { [K in keyof Look]?: readonly Look[K][] }> = {
  svg: { theme: ['light', 'dark'], size: ['large', 'small'] },
  png: { theme: ['light', 'dark'], size: ['large', 'small'] },
  card: {},
  embed: { theme: ['auto', 'light', 'dark'] },
}
const keys = ['theme', 'size'] as const

export function isDrawn(format: string | undefined): format is DrawnFormat {
  return drawnFormats.some((known) => known === format)
}

/** Takes the look out of a query: what is left is the view's. `refused` names the keys whose values are not understood. */
export function parseLook(
  format: DrawnFormat,
  query: URLSearchParams,
): { look: Look; rest: URLSearchParams; refused: string[] } {
  const rest = new URLSearchParams(query)
  const look: { [key: string]: string } = { theme: 'light', size: 'large' }
  const refused: string[] = []
  for (const key of keys) {
    const known: readonly string[] | undefined = choices[format][key]
    if (!known) continue
    const [value = known[0] ?? '', ...more] = query.getAll(key).filter((one) => one !== '')
    rest.delete(key)
    if (known.includes(value)) look[key] = value
    if (!known.includes(value) || more.length > 0) refused.push(key)
  }
  return { look: look as Look, rest, refused }
}

/** The part of a query that says the look, without what stands for none: `theme=dark`. */
export function formatLook(format: DrawnFormat, look: Partial<Look>): string {
  const query = new URLSearchParams()
  for (const key of keys) {
    const known: readonly string[] | undefined = choices[format][key]
    const value = look[key]
    if (known && value !== undefined && value !== known[0]) query.set(key, value)
  }
  return query.toString()
}
