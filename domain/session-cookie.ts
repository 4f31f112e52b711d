/** Whether cookies are for https only: where the site's own address is https. */
export function isSecureSite(siteUrl: string | undefined): boolean {
  return siteUrl?.startsWith('https://') ?? false
}

const NAME = 'next-auth.session-token'
const SECURE_NAME = `__Secure-${NAME}`

/** Both names the cookie may have, for who cannot know the site's address. */
export const sessionCookieNames = [NAME, SECURE_NAME]

/** The name of the cookie of a signed-in browser. With the prefix, browsers refuse it over plain http. */
export function getSessionCookieName(siteUrl: string | undefined): string {
  return isSecureSite(siteUrl) ? SECURE_NAME : NAME
}
