import type { NextRequest, NextResponse } from 'next/server'
import { getOwnOrigins } from '@/domain/origin'
import { sessionCookieNames } from '@/domain/session-cookie'
import { answerProblem } from './answers'

/** A POST comes from our own pages, and to the desk only from a browser with a session cookie. */
export function refusePost(request: NextRequest): NextResponse | null {
  const { pathname } = request.nextUrl
  if (isFromScript(request)) return null
  if (!getOwnOrigins(process.env).includes(request.headers.get('origin') ?? ''))
    return answerProblem(403, 'foreign-origin')
  const isEdit = /^(\/zh)?\/edit(\/|$)/.test(pathname)
  if (isEdit && !sessionCookieNames.some((name) => request.cookies.has(name))) return answerProblem(401, 'signed-out')
  if (!isEdit && !pathname.startsWith('/api/')) return refuseMethod()
  return null
}

/** Public pages are only read. */
export function refuseMethod(): NextResponse {
  return answerProblem(405, 'method', { headers: { Allow: 'GET, HEAD, OPTIONS' } })
}

/** A script shows a token and no cookie, so no page of another site can have it ask in somebody's name. */
function isFromScript({ nextUrl, headers }: NextRequest): boolean {
  return nextUrl.pathname === '/api/proposals' && !headers.has('cookie')
}
