import { type NextRequest, NextResponse } from 'next/server'
import { getCurrentEdition } from '@/db/current-edition'
import { rewriteToUnavailable, toLocal } from './answers'
import { getPolicy, NO_STORE, SAFE } from './headers'
import { isUnavailable } from './view-memory'

/** `/edit`, `/sign-in` and `/welcome/…` in either language, as the desk's internal path; null for every other. */
export function toDeskPath(pathname: string): string | null {
  const [, language = 'en', rest] = /^(?:\/(zh))?(\/(?:edit|sign-in|welcome)(?:\/.*)?)$/.exec(pathname) ?? []
  return rest === undefined ? null : `/${language}${rest}`
}

/** A page of the desk is drawn from the database; while that is silent, those who only look get the page that says so. */
export async function openDesk(request: NextRequest, path: string): Promise<NextResponse> {
  if (request.method === 'POST') return rewriteToDesk(request, path)
  await getCurrentEdition().catch(() => null)
  return isUnavailable() ? rewriteToUnavailable(request) : rewriteToDesk(request, path)
}

function rewriteToDesk(request: NextRequest, path: string): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = getPolicy(`'nonce-${nonce}' 'strict-dynamic'`)
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set('x-nonce', nonce)
  const url = toLocal(request, path)
  url.search = request.nextUrl.search
  return NextResponse.rewrite(url, {
    request: { headers },
    headers: { ...NO_STORE, ...SAFE, 'Content-Security-Policy': policy },
  })
}
