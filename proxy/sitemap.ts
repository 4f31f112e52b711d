import type { NextRequest, NextResponse } from 'next/server'
import { getCurrentEdition } from '@/db/current-edition'
import { formatEditionSegment } from '@/domain/address'
import { redirect, rewriteToUnavailable } from './answers'
import { rewriteTagged } from './tagged'

/** The index, or one part of it: `/sitemap-debt-3.xml`. */
const SITEMAP = /^\/sitemap(?:-[a-z-]+-[1-9]\d{0,3})?\.xml$/

export function isSitemap(pathname: string): boolean {
  return SITEMAP.test(pathname)
}

/** The map of the site as of the current edition. It takes no query. */
export async function readSitemap(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  if (search !== '') return redirect(request, pathname)
  const current = await getCurrentEdition().catch(() => null)
  if (!current || current.n === 0) return rewriteToUnavailable(request)
  const { n, redactions } = current
  const segment = formatEditionSegment({ edition: n, current: n, pinned: false, redactions })
  return rewriteTagged(request, `/sitemaps/${segment}/${pathname.slice(1)}`, n)
}
