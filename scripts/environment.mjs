/** The configuration: the environment, completed from `.env` where there is one. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Fills `process.env` from a file; what the environment has already, also as an empty value, wins. */
export function loadEnvironmentFile(file = '.env') {
  if (!existsSync(file)) return
  for (const [name, value] of parseEnvironmentFile(readFileSync(file, 'utf8'))) process.env[name] ??= value
}

/** Lines of NAME=value; quotes around a value are taken off; # begins a comment, after a bare value too. */
export function parseEnvironmentFile(text) {
  const pairs = []
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line)
    if (!found) continue
    const [, name, written] = found
    const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(written)
    pairs.push([name, quoted ? quoted[2] : written.replace(/(^|\s+)#.*$/, '')])
  }
  return pairs
}

/**
 * Needs installed packages, since zod reads it.
 * @returns {Promise<import('../domain/configuration').Configuration>} every name, undefined where nothing was given
 * @throws Error with one line per wrong value
 */
export async function readConfiguration() {
  const { tsImport } = await import('tsx/esm/api')
  const { configurationNames, parseConfiguration } = await tsImport('../domain/configuration.ts', import.meta.url)
  const parsed = parseConfiguration(process.env)
  if (!parsed.ok) throw new Error(parsed.lines.join('\n'))
  return Object.fromEntries(configurationNames.map((name) => [name, parsed.configuration[name]]))
}

/**
 * The environment of a program the launcher starts: the real one with these values over it.
 * What is undefined is emptied, so that no `.env` fills it again.
 */
export function environmentOf(values) {
  const env = { ...process.env }
  for (const [name, value] of Object.entries(values)) env[name] = value === undefined ? '' : String(value)
  return env
}

/** The secret that signs sessions, made at first need and kept beside the database. */
export function keptSecret(dataDirectory) {
  const file = join(dataDirectory, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
