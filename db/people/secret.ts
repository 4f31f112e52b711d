import { createHash, createHmac, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { toPasswordText } from '@/domain/password'

/** Argon2id with the least cost OWASP names for it (19 MiB, two passes), which two cores bear under attack. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password nobody knows, of the same cost: what is compared when there is no account. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$gwWOREI00Z/0aUowxcQ6ww$xoWeRl3/a1GOpznR6VFh7zB/PavXyj80VtFRL7zoTlc'

const SECRET = /^[A-Za-z0-9_-]{43}$/

/** 32 random bytes, base64url: 43 characters that need no escape in a cookie or an address. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function isSecret(value: unknown): value is string {
  return typeof value === 'string' && SECRET.test(value)
}

/** What is kept of a secret: its SHA-256, in hex. The secrets are random, so a fast hash does. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/**
 * A key to count under, from which an address or a name cannot be told without AUTH_SECRET.
 * @throws when AUTH_SECRET is not set
 */
export function hashKey(kind: 'account' | 'device' | 'person' | 'address', value: string): string {
  const secret = process.env.AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set')
  return createHmac('sha256', secret).update(`${kind}\n${value}`).digest('base64url')
}

export function hashPassword(password: string): Promise<string> {
  return hash(toPasswordText(password), COST)
}

/** Compares a password with a kept hash; without one it takes as long and is false. */
export async function verifyPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(kept ?? NOBODYS_HASH, toPasswordText(password))
  return matches && kept !== null && kept !== undefined
}
