import { sql } from 'drizzle-orm'
import { readDesk, transact } from '@/db/client'
import type { Role } from '@/domain/permission'
import { TOKEN_MARK, type TokenScope } from '@/domain/token'
import { writeAudit } from './audit'
import { hashKey, hashSecret, makeSecret } from './secret'
import { takeTry } from './tries'

/** A personal token as its owner sees it; `id` is the hash of its secret. */
export type Token = {
  id: string
  name: string
  scope: TokenScope
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  /** Whether it still opens anything. */
  active: boolean
}

const TOKENS_MOST = 20
const USES_A_MINUTE = 60

/** Makes a token; its secret is the answer this once, and only its hash is kept. Null where there are twenty already. */
export function makeToken({
  by,
  name,
  scope,
  days,
}: {
  by: string
  name: string
  scope: TokenScope
  days: number
}): Promise<string | null> {
  const secret = `${TOKEN_MARK}${makeSecret()}`
  return transact(async (transaction) => {
    const made = await transaction.execute(sql`
      insert into desk.token (hash, "user", name, scope, expires_at)
      select ${hashSecret(secret)}, person.id, ${name}, ${scope}, now() + make_interval(days => ${days})
      from desk."user" person
      where person.id = ${by} and not person.disabled and ${TOKENS_MOST} > (
        select count(*) from desk.token
        where "user" = ${by} and revoked_at is null and expires_at > now())
      returning hash`)
    if (made.length === 0) return null
    await writeAudit(transaction, {
      actor: by,
      event: 'token-made',
      subject: `person ${by}`,
      detail: `${scope}: ${name}`,
    })
    return secret
  })
}

/** A person's tokens, the newest first; those that ended are listed for ninety days. */
export function listTokens(user: string): Promise<Token[]> {
  return readDesk(async (database) => {
    const rows = await database.execute<TokenRow>(sql`
      select hash as id, name, scope, created_at, expires_at, used_at,
        revoked_at is null and expires_at > now() as active
      from desk.token
      where "user" = ${user} and coalesce(revoked_at, expires_at) > now() - interval '90 days'
      order by created_at desc, hash`)
    return rows.map(({ created_at, expires_at, used_at, ...row }) => ({
      ...row,
      createdAt: new Date(created_at),
      expiresAt: new Date(expires_at),
      usedAt: used_at === null ? null : new Date(used_at),
    }))
  })
}

type TokenRow = Pick<Token, 'id' | 'name' | 'scope' | 'active'> & {
  created_at: string
  expires_at: string
  used_at: string | null
}

/** Ends one of a person's own tokens for good; one that has ended already is no error. */
export async function revokeToken(user: string, id: string): Promise<void> {
  await transact(async (transaction) => {
    const [ended] = await transaction.execute<{ name: string }>(sql`
      update desk.token set revoked_at = now()
      where hash = ${id} and "user" = ${user} and revoked_at is null returning name`)
    if (!ended) return
    await writeAudit(transaction, {
      actor: user,
      event: 'token-revoked',
      subject: `person ${user}`,
      detail: ended.name,
    })
  })
}

/** Whose token was shown, and what it may be used for, as things stand at this moment. */
export type TokenHolder = { id: string; role: Role; scope: TokenScope }

/**
 * Who answers for a secret. Their role and whether they are disabled are read each time. Sixty uses a minute, and for
 * strangers as many tries as signing in allows from one network address.
 */
export async function openToken(
  secret: string,
  address: string,
): Promise<{ ok: true; holder: TokenHolder } | { ok: false; error: 'signed-out' | 'throttled' | 'factor-needed' }> {
  const [row] = await transact((transaction) =>
    transaction.execute<TokenHolder & { uses: number; needs_factor: boolean }>(sql`
      update desk.token set used_at = now(),
        uses = case when minute = date_trunc('minute', now()) then uses + 1 else 1 end,
        minute = date_trunc('minute', now())
      from desk."user" person
      where desk.token.hash = ${hashSecret(secret)} and person.id = desk.token."user" and not person.disabled
        and revoked_at is null and expires_at > now()
      returning person.id, person.role, scope, uses,
        person.role <> 'contributor' and person.totp_since is null
          and exists (select from desk.policy where policy.name = 'second-factor' and enabled) as needs_factor`),
  )
  if (!row) {
    const key = hashKey('account', `token from ${address}`)
    const left = await takeTry({ key, address, limitAddress: true })
    return { ok: false, error: left === null ? 'throttled' : 'signed-out' }
  }
  const { uses, needs_factor, ...holder } = row
  if (uses > USES_A_MINUTE) return { ok: false, error: 'throttled' }
  return needs_factor ? { ok: false, error: 'factor-needed' } : { ok: true, holder }
}
