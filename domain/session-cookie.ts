/** Whether cookies are for https only: where the site's own address is https. */
export function isSecureSite(siteUrl: string | undefined): boolean {
  return siteUrl?.startsWith('https://') ?? false
}

/** The name of the cookie of a signed-in browser. With the prefix, browsers refuse it over plain http. */
export function getSessionCookieName(siteUrl: string | undefined): string {
  return `${isSecureSite(siteUrl) ? '__Secure-' : ''}next-auth.session-token`
}
