/**
 * The front door: which kind of address a request asks for, and which room of `proxy/` answers it. Requests for Next's
 * own files pass by.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { formatAddress } from '@/domain/address'
import { parseInternalPath } from '@/domain/internal-address'
import { answerOptions, answerProblem, redirect } from '@/proxy/answers'
import { openDesk, toDeskPath } from '@/proxy/desk'
import { NO_STORE, SAFE } from '@/proxy/headers'
import { refuseMethod, refusePost } from '@/proxy/posts'
import { readRecord } from '@/proxy/record'
import { isSitemap, readSitemap } from '@/proxy/sitemap'

/** A public file of a source, by its hash. */
const EVIDENCE = /^\/evidence\/[0-9a-f]{64}$/

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  if (!isDecodable(pathname + search)) return answerProblem(400, 'malformed-address')
  if (request.method === 'OPTIONS') return answerOptions()
  const refused = request.method === 'POST' ? refusePost(request) : null
  if (refused) return refused
  if (pathname.startsWith('/api/')) return NextResponse.next({ headers: NO_STORE })
  const desk = toDeskPath(pathname)
  if (desk) return openDesk(request, desk)
  if (request.method === 'POST') return refuseMethod()
  if (pathname === '/oembed' || pathname === '/robots.txt')
    return NextResponse.next({ headers: { ...SAFE, ...NO_STORE } })
  if (EVIDENCE.test(pathname)) return NextResponse.next({ headers: SAFE })
  if (isSitemap(pathname)) return readSitemap(request)
  const typedByHand = parseInternalPath(pathname)
  if (typedByHand) return redirect(request, formatAddress(typedByHand))
  return readRecord(request)
}

export const config = { matcher: ['/((?!_next/|favicon.ico$|icon.svg$).*)'] }

function isDecodable(text: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(text.replaceAll('+', ' ')))
  } catch {
    return false
  }
}
