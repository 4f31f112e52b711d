import { type NextRequest, NextResponse } from 'next/server'
import { getSiteOrigin } from '@/domain/origin'
import { describeProblem, type ProblemCode } from '@/messages/public/problem'
import { getPolicy, NO_STORE, SAFE, VARY } from './headers'

type Headers = Record<string, string>
type Values = { [place: string]: string | number }

/** RFC 9457. `values` fill in the words; `more` is for programs. */
export function answerProblem(
  status: number,
  code: ProblemCode,
  { headers = {}, values = {}, more = {} }: { headers?: Headers; values?: Values; more?: object } = {},
): NextResponse {
  return NextResponse.json(
    { type: `about:blank#${code}`, title: code, status, detail: describeProblem(code, values), ...more },
    { status, headers: { ...NO_STORE, ...SAFE, ...headers, 'Content-Type': 'application/problem+json' } },
  )
}

/** Next would answer a handler's OPTIONS itself. */
export function answerOptions(): NextResponse {
  const headers = { ...NO_STORE, ...SAFE, Allow: 'GET, HEAD, POST, OPTIONS' }
  return new NextResponse(null, { status: 204, headers })
}

/** 307 to an address of ours; told with its host only where the request came by another one. */
export function redirect(request: NextRequest, address: string): NextResponse {
  const location = new URL(address, getSiteOrigin(process.env))
  const host = toLocal(request, '/')
  return new NextResponse(null, {
    status: 307,
    headers: {
      ...NO_STORE,
      Vary: VARY,
      Location: host.host === location.host ? location.href : location.pathname + location.search,
    },
  })
}

/** The one page for what is not there, in the language of the address. */
export function rewriteToMissing(request: NextRequest, pathname: string): NextResponse {
  const language = pathname === '/zh' || pathname.startsWith('/zh/') ? 'zh' : 'en'
  return NextResponse.rewrite(toLocal(request, `/${language}/missing`), {
    status: 404,
    headers: { ...NO_STORE, ...SAFE, Vary: VARY, 'Content-Security-Policy': getPolicy("'unsafe-inline'") },
  })
}

/** The page that says the database does not answer. */
export function rewriteToUnavailable(request: NextRequest): NextResponse {
  return NextResponse.rewrite(toLocal(request, '/unavailable'), { headers: NO_STORE })
}

/** An internal path as the URL that a rewrite wants. */
export function toLocal(request: NextRequest, path: string): URL {
  return new URL(path, request.nextUrl)
}
