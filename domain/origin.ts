/** The site's own origins: `SITE_URL` where it is set, else the loopback names at our port. */
export function getOwnOrigins(env: Record<string, string | undefined>): string[] {
  if (env.SITE_URL) return [new URL(env.SITE_URL).origin]
  const port = env.PORT ?? '3000'
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`)
}

/** The origin that absolute addresses in files and citations are made with. */
export function getSiteOrigin(env: Record<string, string | undefined>): string {
  return getOwnOrigins(env)[0] ?? ''
}
