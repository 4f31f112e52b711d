/**
 * The programs the launcher starts. Each has its own process group, so that Ctrl-C in the terminal reaches the launcher alone,
 * which then ends them in order; and a lifeline, so that it ends when the launcher is killed.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const GRACE = 3_000

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let stopping = false

const lifeline = new URL('./lifeline.mjs', import.meta.url).href

/**
 * Starts a Node program.
 * @param {string[]} parameters after `node`
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, onMessage?: (message: unknown) => void }} options
 */
export function startNode(parameters, { env = process.env, onLine, onMessage } = {}) {
  if (stopping) throw new Stopped()
  const child = spawn(process.execPath, ['--import', lifeline, ...parameters], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...env, LAUNCHER_PID: String(process.pid) },
  })
  track(child)
  child.on('message', (message) => onMessage?.(message))
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => onLine?.(line))
  }
  return child
}

/** Has a program of another kind, started in its own process group, ended with the others. */
export function track(child) {
  running.add(child)
  child.once('exit', () => running.delete(child))
}

/** @returns {Promise<number>} its exit code, 128 for a signal */
export function ended(child) {
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => {
      if (stopping) fail(new Stopped())
      else done(code ?? 128)
    })
  })
}

/** Ends all that still run: SIGTERM, and after three seconds SIGKILL. */
export async function stopAll() {
  stopping = true
  await Promise.all([...running].map(stop))
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  signal(child, 'SIGTERM')
  const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE)
  await gone
  clearTimeout(timer)
}

function signal(child, name) {
  try {
    if (process.platform === 'win32') child.kill(name)
    else process.kill(-child.pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** Thrown where the launcher was asked to stop in the middle of a step. */
export class Stopped extends Error {}
