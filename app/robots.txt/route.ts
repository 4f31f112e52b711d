import { getSiteOrigin } from '@/domain/origin'

export const dynamic = 'force-dynamic'

/**
 * What is for people only. Pinned pages are not refused: each says itself that it is not to be indexed, which only who
 * may read it can see.
 */
const REFUSED = ['/edit', '/zh/edit', '/sign-in', '/zh/sign-in', '/welcome', '/zh/welcome', '/api']

export function GET(): Response {
  const lines = [
    'User-agent: *',
    // Each ends where its name does: «/edit» alone would refuse /editions too.
    ...REFUSED.flatMap((path) => ['$', '/', '?'].map((end) => `Disallow: ${path}${end}`)),
    '',
    `Sitemap: ${getSiteOrigin(process.env)}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
