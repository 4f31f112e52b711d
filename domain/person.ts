import { z } from 'zod'

export type NameProblem = 'name-missing' | 'name-long' | 'name-control'
export type ParsedName = { ok: true; name: string } | { ok: false; error: NameProblem }

const NAME_MOST = 80
const EMAIL_MOST = 254

/** An e-mail address in the spelling it is stored and compared in (NFKC, lower case); null when it is none. */
export function parseEmail(given: string): string | null {
  const email = given.normalize('NFKC').trim().toLowerCase()
  return email.length <= EMAIL_MOST && z.email().safeParse(email).success ? email : null
}

/** The public name of an editor: one line of 1 to 80 characters. */
export function parsePublicName(given: string): ParsedName {
  const name = given.normalize('NFC').trim()
  if (name === '') return { ok: false, error: 'name-missing' }
  if ([...name].length > NAME_MOST) return { ok: false, error: 'name-long' }
  // Cc, Cf, Zl, Zp: what is not seen could make one name pass for another.
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(name)) return { ok: false, error: 'name-control' }
  return { ok: true, name }
}
