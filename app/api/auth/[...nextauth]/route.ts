import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { getVisitor } from '@/app/authorise'
import { makeAuthOptions } from '@/app/session'
import { isUnavailable } from '@/db/availability'

type Context = { params: Promise<{ nextauth: string[] }> }

const NO_STORE = { 'Cache-Control': 'no-store' }

/**
 * Of next-auth's own addresses only `session` is open: it says who is signed in, by the row in the database. Signing in and
 * out are form posts to /api/sign-in and /api/sign-out, and next-auth's pages and its log are closed.
 */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (nextauth.join('/') !== 'session') return refuse()
  try {
    if ((await getVisitor()) === null) return Response.json({}, { headers: NO_STORE })
    const bare = new NextRequest(new URL('/api/auth/session', request.nextUrl))
    const response: Response = await NextAuth(bare, context, makeAuthOptions())
    return response.status < 500 ? response : Response.json({}, { status: 400, headers: NO_STORE })
  } catch (error) {
    if (isUnavailable(error)) return new Response(null, { status: 503, headers: { ...NO_STORE, 'Retry-After': '2' } })
    return Response.json({}, { status: 400, headers: NO_STORE })
  }
}

export async function POST(): Promise<Response> {
  return refuse()
}

function refuse(): Response {
  return new Response(null, { status: 404, headers: NO_STORE })
}
