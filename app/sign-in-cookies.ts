import { cookies } from 'next/headers'
import { isSecret, makeSecret } from '@/db/people/secret'
import { isSecureSite } from '@/domain/session-cookie'

const DEVICE_COOKIE = 'device'
const HALF_COOKIE = 'half'
const YEAR_SECONDS = 365 * 24 * 60 * 60
const HALF_SECONDS = 10 * 60

/** The browser's device secret, a new one when it had none: see db/people/tries.ts. */
export async function getDevice(): Promise<string> {
  const kept = (await cookies()).get(DEVICE_COOKIE)?.value
  return isSecret(kept) ? kept : makeSecret()
}

/** This browser has its own count of tries from now on. */
export async function rememberDevice(device: string): Promise<void> {
  await keep(DEVICE_COOKIE, device, YEAR_SECONDS)
}

/** Half a sign-in, between the password and the code; null where there is none. */
export async function getHalf(): Promise<string | null> {
  return (await cookies()).get(HALF_COOKIE)?.value ?? null
}

export async function rememberHalf(half: string): Promise<void> {
  await keep(HALF_COOKIE, half, HALF_SECONDS)
}

export async function forgetHalf(): Promise<void> {
  if ((await getHalf()) !== null) await keep(HALF_COOKIE, '', 0)
}

async function keep(name: string, value: string, maxAge: number): Promise<void> {
  const secure = isSecureSite(process.env.SITE_URL)
  ;(await cookies()).set(name, value, { httpOnly: true, sameSite: 'lax', path: '/api/sign-in', secure, maxAge })
}
