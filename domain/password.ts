/** What is wrong with a password. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'own-email'
export type ParsedPassword = { ok: true; password: string } | { ok: false; error: PasswordProblem }

const LEAST = 12
const MOST = 200
const LEAST_DISTINCT = 5
const LEAST_BESIDE_EMAIL = 6

/** Passwords of twelve and more characters from public lists of the commonest ones, letters and digits only. */
const COMMON: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678901234 123456789123 123456123456 123123123123 123412341234 987654321098
  0123456789012 098765432109 112233445566 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv
  qwertyuiopas qwertyuiopasdf qwerty123456 qwertyqwerty qwertyuiop123 asdfghjklzxc asdfasdfasdf zxcvbnmasdfg
  password1234 password12345 password123456 passwordpassword mypassword123 changeme1234 changemenow letmein12345
  letmeinletmein welcome12345 welcomewelcome administrator admin1234567 adminadminadmin administrator1
  iloveyou1234 iloveyouiloveyou abcdefghijkl abcd12345678 abc123abc123 abcabcabcabc aaaabbbbcccc football1234
  baseball1234 superman1234 trustno1trustno1 correcthorsebatterystaple woaini520131 woaini1314520 5201314520131
  a1b2c3d4e5f6 a123456789012 q1w2e3r4t5y6 potandironpotandiron`.split(/\s+/),
)

/** Words that stay as easy to guess with digits and signs round them. */
const COMMON_WORDS =
  /^(password|passwort|passw|admin|administrator|qwerty|qwertyuiop|welcome|letmein|changeme|iloveyou|woaini)+$/

/** The spelling in which a password is hashed and compared: one key press, one text, on every keyboard. */
export function toPasswordText(given: string): string {
  return given.normalize('NFKC')
}

/**
 * The password rule: 12 to 200 characters (code points, after NFKC), not one of the commonest, not made of the person's own
 * e-mail address. No demand for kinds of characters (NIST SP 800-63B, 5.1.1.2).
 */
export function parsePassword(given: string, email: string): ParsedPassword {
  const password = toPasswordText(given)
  const length = [...password].length
  if (length < LEAST) return { ok: false, error: 'short' }
  if (length > MOST) return { ok: false, error: 'long' }
  if (isCommon(password)) return { ok: false, error: 'common' }
  if (isOwnEmail(password, email)) return { ok: false, error: 'own-email' }
  return { ok: true, password }
}

function isCommon(password: string): boolean {
  const folded = password.toLowerCase()
  const plain = folded.replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(folded).size < LEAST_DISTINCT || COMMON.has(plain) || COMMON_WORDS.test(folded.replace(/\P{L}/gu, ''))
}

/** The address, or its name before the at sign, with hardly anything beside it. */
function isOwnEmail(password: string, email: string): boolean {
  const address = email.trim().toLowerCase()
  const name = address.split('@')[0] ?? ''
  if (address === '' || name.length < 3) return false
  const rest = password.toLowerCase().replaceAll(address, '').replaceAll(name, '')
  return rest.length < password.length && [...rest].length < LEAST_BESIDE_EMAIL
}
