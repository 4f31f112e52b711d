const SHARED_CACHES = 'max-age=1, stale-while-revalidate=60, stale-if-error=86400'

export const NO_STORE = { 'Cache-Control': 'no-store' }
export const VARY = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding'
export const SAFE = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
}

/** What leaves for a page of the record, live or pinned: browsers ask each time, shared caches may hold it a second. */
export function getPublicHeaders(edition: number): Record<string, string> {
  return {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'CDN-Cache-Control': SHARED_CACHES,
    'X-Accel-Expires': '1',
    Vary: VARY,
    'X-Edition': String(edition),
    'Content-Security-Policy': getPolicy("'unsafe-inline'"),
    ...SAFE,
  }
}

/** The content security policy of a page, with the scripts it may run besides our own files. */
export function getPolicy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
