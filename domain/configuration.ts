import { z } from 'zod'

/**
 * The environment of the project. Every name is explained in `.env.example`.
 * An empty value counts as not given.
 */
const fields = {
  PORT: whole(1, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'is not a host name or an address')
    // Under the name 127.0.0.1 Next takes its own rewrites for another host's; localhost is the same interface.
    .transform((host) => (host === '127.0.0.1' || host === '::1' ? 'localhost' : host))
    .default('localhost'),
  DATA_DIR: z.string().default('.data'),
  BUILD_DIR: z
    .string()
    .regex(/^\.?[A-Za-z0-9_-]+$/, 'is not the name of a folder in this one')
    .default('.next'),
  DATABASE_URL: databaseAddress().optional(),
  DATABASE_URL_READER: databaseAddress().optional(),
  DATABASE_URL_DESK: databaseAddress().optional(),
  SITE_URL: z.string().refine(isOrigin, 'is not an origin such as https://example.org').transform(originOf).optional(),
  TRUSTED_PROXIES: whole(0, 10).default(0),
  VIEW_MEMORY_MIB: whole(16, 65_536).default(128),
  ADMIN_EMAIL: z.email('is not an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().refine(hasCharacters(12), 'is shorter than 12 characters').optional(),
  AUTH_SECRET: z.string().refine(hasCharacters(32), 'is shorter than 32 characters').optional(),
}

const schema = z.object(fields).superRefine((given, context) => {
  for (const [name, needed] of TOGETHER) {
    if (given[name] !== undefined && given[needed] === undefined) {
      context.addIssue({ code: 'custom', path: [name], message: `needs ${needed} beside it` })
    }
  }
})

const TOGETHER = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['ADMIN_PASSWORD', 'ADMIN_EMAIL'],
  ['DATABASE_URL_READER', 'DATABASE_URL'],
  ['DATABASE_URL_DESK', 'DATABASE_URL'],
] as const

/** Values that must not be repeated on a screen or in a log. */
const SECRET: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'DATABASE_URL_READER',
  'DATABASE_URL_DESK',
  'ADMIN_PASSWORD',
  'AUTH_SECRET',
])

export type Configuration = z.infer<typeof schema>

export const configurationNames = Object.keys(fields)

export type ParsedConfiguration = { ok: true; configuration: Configuration } | { ok: false; lines: string[] }

/**
 * Reads the configuration out of an environment (`process.env`).
 * A refusal holds one line per wrong value: its name, the value unless it is secret, and what is wrong with it.
 */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): ParsedConfiguration {
  const given = Object.fromEntries(configurationNames.map((name) => [name, withoutBlank(environment[name])] as const))
  const parsed = schema.safeParse(given)
  if (parsed.success) return { ok: true, configuration: parsed.data }
  const lines = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0])
    if (!lines.has(name)) lines.set(name, describeIssue(name, issue.message, given))
  }
  return { ok: false, lines: [...lines.values()] }
}

function withoutBlank(given: string | undefined): string | undefined {
  return given?.trim() === '' ? undefined : given
}

function describeIssue(name: string, wrong: string, given: Record<string, string | undefined>): string {
  const value = SECRET.has(name) ? '' : ` «${given[name]}»`
  return `${name}${value} ${wrong}`
}

function whole(least: number, most: number) {
  const wrong = `is not a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, wrong)
    .transform(Number)
    .refine((number) => number >= least && number <= most, wrong)
}

function databaseAddress() {
  return z.string().refine((value) => {
    const url = parseUrl(value)
    return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1
  }, 'is not an address such as postgres://name:password@host:5432/database')
}

function isOrigin(value: string): boolean {
  const url = parseUrl(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

function originOf(value: string): string {
  return parseUrl(value)?.origin ?? value
}

function parseUrl(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null
}

/** Characters as a person counts them: code points, not UTF-16 units. */
function hasCharacters(least: number): (value: string) => boolean {
  return (value) => [...value].length >= least
}
