/** The packages of `package-lock.json`. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.installed'

/** @returns {boolean} whether `node_modules` is what the lock file says */
export function isInstalled() {
  if (!existsSync('node_modules')) return false
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stampOf()) return true
  if (!holdsWhatIsLocked()) return false
  writeFileSync(STAMP, stampOf())
  return true
}

/**
 * `npm ci` without install scripts.
 * @param {(child: import('node:child_process').ChildProcess) => void} onStart
 * @throws Error with the end of npm's output
 */
export async function install(onStart = () => {}) {
  const parameters = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev']
  const own = process.env.npm_execpath
  const [program, ...first] = own?.endsWith('.js') ? [process.execPath, own] : ['npm']
  const child = spawn(program, [...first, ...parameters], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program === 'npm' && process.platform === 'win32',
  })
  onStart(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += part
    })
  }
  const code = await new Promise((done, fail) => {
    child.once('error', (error) => fail(new Error(`npm could not be run: ${error.message}`)))
    child.once('close', done)
  })
  if (code !== 0) throw new Error(`npm ci failed (${code}):\n${output.trim().split('\n').slice(-12).join('\n')}`)
  writeFileSync(STAMP, stampOf())
}

/** Packages with binaries differ by platform, so a folder carried to another machine does not match. */
function stampOf() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  return `${lock} ${process.platform}-${process.arch}\n`
}

/** By npm's own list of what it installed, and what is there of it, for folders filled with `npm ci` or `npm install`. */
function holdsWhatIsLocked() {
  try {
    const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
    const locked = read('package-lock.json')
    const installed = read('node_modules/.package-lock.json')
    return Object.entries(locked).every(([path, entry]) => {
      if (installed[path]) return installed[path].version === entry.version && existsSync(path)
      return path === '' || Boolean(entry.optional || entry.devOptional || entry.extraneous)
    })
  } catch {
    return false
  }
}
