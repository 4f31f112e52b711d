/** The production build, made when it does not match the sources. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { deferScripts } from './first-intent/defer-scripts.mjs'
import { ended, startNode } from './processes.mjs'

const FOLDERS = ['app', 'components', 'db', 'domain', 'messages', 'proxy', 'public', 'scripts/first-intent']
const LEFT_OUT = /^db\/(seed|testing)(\/|$)|\.test\.[a-z]+$|(^|\/)\.DS_Store$/
const ROOT_KINDS = ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css', '.json']
const ROOT_LEFT_OUT = /^(next-env\.d\.ts|biome\.json|(vitest|playwright|drizzle)\.config\.ts)$|\.test\.[a-z]+$/

/**
 * What the build is made from: every file of the folders that go into it and the configuration beside them, by content.
 * @returns {string} SHA-256
 */
export function hashSources() {
  const atRoot = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isFile() && ROOT_KINDS.includes(extname(entry.name)) && !ROOT_LEFT_OUT.test(entry.name))
    .map((entry) => entry.name)
  const hash = createHash('sha256')
  for (const file of [...atRoot, ...FOLDERS.flatMap(filesBelow)].sort()) {
    hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(file)).digest())
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  if (!existsSync(folder) || LEFT_OUT.test(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(path)
    return LEFT_OUT.test(path) ? [] : [path]
  })
}

const stampIn = (buildDirectory) => join(buildDirectory, 'sources.sha256')

export function isBuilt(buildDirectory, hash = hashSources()) {
  const stamp = stampIn(buildDirectory)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(join(buildDirectory, 'BUILD_ID'))
}

/**
 * @param {string} buildDirectory
 * @param {{ hash: string }} options of the sources, taken before the build reads them
 * @throws Error with the end of Next's output
 */
export async function build(buildDirectory, { hash }) {
  rmSync(stampIn(buildDirectory), { force: true })
  const lines = []
  const child = startNode(['node_modules/next/dist/bin/next', 'build'], {
    env: { ...process.env, BUILD_DIR: buildDirectory, NODE_ENV: 'production' },
    onLine: (line) => lines.push(line),
  })
  const code = await ended(child)
  if (code !== 0) throw new Error(`The build failed (${code}):\n${lines.slice(-40).join('\n')}`)
  deferScripts(buildDirectory)
  writeFileSync(stampIn(buildDirectory), hash)
}
