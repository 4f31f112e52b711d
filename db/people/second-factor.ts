import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { readDesk, type Transaction, transact } from '@/db/client'
import { writeAudit } from './audit'

const ISSUER = 'Pot & Iron'
const CODES = 10
/** A code of the step before counts too: clocks differ, and people type slowly. */
const TOLERANCE_SECONDS: [number, number] = [30, 0]

export type FactorState = { active: boolean; since: Date | null; codesLeft: number }

/** A secret that is not confirmed yet, and the address that puts it into an app. */
export type NewFactor = { secret: string; uri: string }

/** Whether somebody has a second factor, and how many of its recovery codes are left. */
export function getFactor(user: string): Promise<FactorState> {
  return readDesk(async (database) => {
    const [row] = await database.execute<{ since: string | null; codes: number }>(sql`
      select totp_since as since,
        (select count(*)::int from desk.recovery_code code where code."user" = person.id and used_at is null) as codes
      from desk."user" person where id = ${user}`)
    const since = row?.since ? new Date(row.since) : null
    return { active: since !== null, since, codesLeft: row?.codes ?? 0 }
  })
}

/** The secret somebody is about to confirm: the same one until it is, so that a page drawn again shows it again. */
export function prepareFactor(user: string): Promise<NewFactor | null> {
  return transact(async (transaction) => {
    const row = await hold(transaction, user)
    if (!row || row.since !== null) return null
    const secret = row.secret === null ? generateSecret() : decipher(row.secret)
    if (row.secret === null) {
      await transaction.execute(sql`update desk."user" set totp_secret = ${encipher(secret)} where id = ${user}`)
    }
    return { secret, uri: generateURI({ issuer: ISSUER, label: row.email, secret }) }
  })
}

/** Makes a prepared secret count, once a code of it was typed. @returns the recovery codes, shown this once */
export function confirmFactor(
  user: string,
  code: string,
): Promise<{ ok: true; codes: string[] } | { ok: false; error: 'code' }> {
  return transact(async (transaction) => {
    const row = await hold(transaction, user)
    const step = row?.secret && row.since === null ? findStep(decipher(row.secret), code, null) : null
    if (step === null) return { ok: false, error: 'code' } as const
    await transaction.execute(sql`update desk."user" set totp_since = now(), totp_step = ${step} where id = ${user}`)
    await writeAudit(transaction, { actor: user, event: 'factor-added', subject: `person ${user}` })
    return { ok: true, codes: await replaceCodes(transaction, user) } as const
  })
}

/** New recovery codes in the place of the old ones. @returns them, shown this once; none without a second factor */
export function makeRecoveryCodes(user: string): Promise<string[]> {
  return transact(async (transaction) => {
    const row = await hold(transaction, user)
    if (!row?.since) return []
    await writeAudit(transaction, { actor: user, event: 'recovery-codes-made', subject: `person ${user}` })
    return replaceCodes(transaction, user)
  })
}

/** Takes somebody's second factor away: their own, or as an admin somebody's who lost it. */
export async function dropFactor(transaction: Transaction, by: string, user: string): Promise<void> {
  await transaction.execute(sql`
    update desk."user" set totp_secret = null, totp_since = null, totp_step = null where id = ${user}`)
  await transaction.execute(sql`delete from desk.recovery_code where "user" = ${user}`)
  await writeAudit(transaction, { actor: by, event: 'factor-removed', subject: `person ${user}` })
}

/** Removes one's own second factor. */
export async function removeOwnFactor(user: string): Promise<void> {
  await transact((transaction) => dropFactor(transaction, user, user))
}

/**
 * Whether a code proves the second factor of somebody who has one: a code of the app, each step once, or an unused
 * recovery code, which is used up by it. True for somebody without a second factor.
 */
export async function proveFactor(transaction: Transaction, user: string, code: string): Promise<boolean> {
  const row = await hold(transaction, user)
  if (!row) return false
  if (row.since === null || row.secret === null) return true
  const step = findStep(decipher(row.secret), code, row.step)
  if (step !== null) {
    await transaction.execute(sql`update desk."user" set totp_step = ${step} where id = ${user}`)
    return true
  }
  const used = await transaction.execute(sql`
    update desk.recovery_code set used_at = now()
    where hash = ${hashCode(user, code)} and "user" = ${user} and used_at is null returning hash`)
  if (used.length === 0) return false
  await writeAudit(transaction, { actor: user, event: 'recovery-code-used', subject: `person ${user}` })
  return true
}

type FactorRow = { email: string; secret: string | null; since: string | null; step: number | null }

async function hold(transaction: Transaction, user: string): Promise<FactorRow | null> {
  const [row] = await transaction.execute<FactorRow>(sql`
    select email, totp_secret as secret, totp_since as since, totp_step as step from desk."user"
    where id = ${user} and not disabled for update`)
  return row ?? null
}

function findStep(secret: string, code: string, last: number | null): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const after = last === null ? {} : { afterTimeStep: last }
  const result = verifySync({ secret, token, epochTolerance: TOLERANCE_SECONDS, ...after })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

/** Letters and digits that are not taken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

async function replaceCodes(transaction: Transaction, user: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, makeCode)
  const hashes = JSON.stringify(codes.map((code) => hashCode(user, code)))
  await transaction.execute(sql`delete from desk.recovery_code where "user" = ${user}`)
  await transaction.execute(sql`
    insert into desk.recovery_code (hash, "user") select hash, ${user} from json_array_elements_text(${hashes}::json) hash`)
  return codes
}

/** Ten characters, 49 bits, in two halves. */
function makeCode(): string {
  const characters: string[] = []
  while (characters.length < 10) {
    for (const byte of randomBytes(16)) {
      if (byte < ALPHABET.length * 8 && characters.length < 10) characters.push(ALPHABET[byte % ALPHABET.length] ?? '')
    }
  }
  return `${characters.slice(0, 5).join('')}-${characters.slice(5).join('')}`
}

function hashCode(user: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHmac('sha256', deriveKey('recovery codes')).update(`${user}\n${plain}`).digest('base64url')
}

/** AES-256-GCM: nonce, tag and text, base64url, joined by dots. */
function encipher(secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', deriveKey('second factor'), nonce)
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url')).join('.')
}

function decipher(kept: string): string {
  const [nonce = '', tag = '', text = ''] = kept.split('.')
  const cipher = createDecipheriv('aes-256-gcm', deriveKey('second factor'), Buffer.from(nonce, 'base64url'))
  cipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([cipher.update(Buffer.from(text, 'base64url')), cipher.final()]).toString('utf8')
}

/** @throws when AUTH_SECRET is not set */
function deriveKey(use: string): Buffer {
  const secret = process.env.AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set')
  return Buffer.from(hkdfSync('sha256', secret, '', use, 32))
}
