/** What a token may be used for: only to propose, or also to publish where its owner's role allows it. */
export const tokenScopes = ['propose', 'publish'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** For how many days a token may be good; a year at most. */
export const tokenDays = [7, 30, 90, 365] as const

/** What every token begins with, so that one that leaked is known for what it is. */
export const TOKEN_MARK = 'pni_'

const BEARER = new RegExp(`^Bearer (${TOKEN_MARK}[A-Za-z0-9_-]{43})$`, 'i')

/** The secret that an Authorization header shows; null for any other header. */
export function parseBearer(header: string | null): string | null {
  const [, secret] = BEARER.exec(header?.trim() ?? '') ?? []
  return secret ?? null
}
