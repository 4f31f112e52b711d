import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import NextAuth, { type AuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { isSecret } from '@/db/people/secret'
import { getSession } from '@/db/people/sessions'
import type { SignInResult } from '@/db/people/sign-in'
import { getSessionCookieName, isSecureSite } from '@/domain/session-cookie'

/** What a form that asks to sign in comes to. */
export type SignInAnswer = SignInResult | { ok: false; error: 'unavailable' | 'code' | 'void' }

const DAYS_30 = 30 * 24 * 60 * 60

/**
 * next-auth's options, made at each use: their secret is there at run time only. The token in the cookie carries nothing
 * but the secret of a session, and the session is what counts.
 * @param enter what to do with a form that asks to sign in; without it nobody can
 */
export function makeAuthOptions(enter?: () => Promise<SignInAnswer>): AuthOptions {
  const siteUrl = process.env.SITE_URL
  const secure = isSecureSite(siteUrl)
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    secret: getAuthSecret(),
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: getSessionCookieName(siteUrl), options },
      csrfToken: { name: CSRF_COOKIE, options },
    },
    session: { strategy: 'jwt', maxAge: DAYS_30 },
    providers: [
      Credentials({
        credentials: {},
        authorize: async () => {
          const result = await enter?.()
          if (result?.ok) return { id: result.user, session: result.session }
          throw new Error(result?.error ?? 'wrong')
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ session: user && 'session' in user ? user.session : token.session }),
      session: async ({ token }) => {
        const signedIn = isSecret(token.session) ? await getSession(token.session) : null
        if (!signedIn) throw new Error('this session has ended')
        return { user: { name: signedIn.name }, expires: new Date(Date.now() + DAYS_30 * 1000).toISOString() }
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  }
}

const CSRF_COOKIE = 'sign-in-form'

/**
 * Runs a form that asks to sign in through next-auth's own callback, which sets its cookie.
 * @returns the code of the refusal, or null when the answer's cookies hold the new session
 */
export async function signInThroughNextAuth(
  origin: string,
  enter: () => Promise<SignInAnswer>,
): Promise<{ error: string | null; setCookies: string[] }> {
  const csrfToken = randomBytes(32).toString('hex')
  const digest = createHash('sha256')
    .update(csrfToken + getAuthSecret())
    .digest('hex')
  const store = await cookies()
  store.set(CSRF_COOKIE, `${csrfToken}|${digest}`, { httpOnly: true, sameSite: 'strict', path: '/api/sign-in' })
  const action = new URL('/api/auth/callback/credentials', origin)
  const request = new NextRequest(action, { method: 'POST', body: new URLSearchParams({ csrfToken }) })
  const response: Response = await NextAuth(
    request,
    { params: Promise.resolve({ nextauth: ['callback', 'credentials'] }) },
    makeAuthOptions(enter),
  )
  store.delete({ name: CSRF_COOKIE, path: '/api/sign-in' })
  const name = getSessionCookieName(process.env.SITE_URL)
  const setCookies = response.headers.getSetCookie().filter((line) => line.startsWith(`${name}=`))
  const location = new URL(response.headers.get('location') ?? '/', origin)
  return { error: setCookies.length > 0 ? null : (location.searchParams.get('error') ?? 'wrong'), setCookies }
}

/** The secret of the session in this request's cookie; null when there is none or it is not ours. Proves nothing yet. */
export async function getSessionSecret(): Promise<string | null> {
  const token = (await cookies()).get(getSessionCookieName(process.env.SITE_URL))?.value
  if (!token) return null
  const claims = await decode({ token, secret: getAuthSecret() }).catch(() => null)
  return isSecret(claims?.session) ? claims.session : null
}

/** Takes the session cookie out of the browser. */
export async function forgetSessionCookie(): Promise<void> {
  const siteUrl = process.env.SITE_URL
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite(siteUrl), maxAge: 0 } as const
  ;(await cookies()).set(getSessionCookieName(siteUrl), '', options)
}

function getAuthSecret(): string {
  const secret = process.env.AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set')
  return secret
}
