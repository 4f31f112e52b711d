/** Everything that ends the launcher: Ctrl-C, signals, a closed terminal, and npm or a test runner gone from above it. */
import { readFileSync } from 'node:fs'
import { describeProcess } from './process-table.mjs'

/** In milliseconds; where looking costs a program, less often. */
const LOOK = process.platform === 'linux' ? 500 : 2_000

/**
 * Calls `end` once, at the first of them.
 * @param {() => void} end
 */
export function watchForEnd(end) {
  let asked = false
  const once = () => {
    if (!asked) end()
    asked = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', ...(ignoresHangUp() ? [] : ['SIGHUP'])]) process.on(signal, once)
  watchNpm(once)
  if (!process.channel) return
  process.channel.unref()
  process.once('disconnect', once)
}

/** Under nohup a closed terminal must not end us; to listen for the signal would. */
function ignoresHangUp() {
  if (process.platform !== 'linux') return !process.stdout.isTTY
  const ignored = /^SigIgn:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  return (BigInt(`0x${ignored}`) & 1n) === 1n
}

/**
 * A killed npm, or the shell between it and us, passes no signal on. Without npm above us nothing is watched: a launcher whose
 * shell is gone goes on.
 */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  const npm = /sh$/.test(describeProcess(parent)?.name ?? '') ? describeProcess(parent).parent : null
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || describeProcess(parent)?.parent === npm)) return
    clearInterval(timer)
    gone()
  }, LOOK)
  timer.unref()
}
