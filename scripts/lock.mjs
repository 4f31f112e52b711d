/** A lock file that names its holder, and counts only while that very process lives. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { describeProcess } from './process-table.mjs'

const WAIT = 15_000

/**
 * Takes the lock, waiting for a holder that is stopping.
 * @param {string} file
 * @param {object} about what the lock tells others, besides the process
 * @returns {Promise<{ held: true, update: (about: object) => void, release: () => void } | { held: false, holder: { pid: number } & object }>}
 */
export async function takeLock(file, about = {}) {
  const me = { pid: process.pid, born: describeProcess(process.pid)?.born }
  const deadline = Date.now() + WAIT
  while (true) {
    const holder = readHolder(file)
    if (!holder) {
      rmSync(file, { force: true })
      if (write(file, { ...me, ...about }, 'wx')) {
        await sleep(50) // of two that found the same stale lock, the later one has it
        if (readHolder(file)?.pid === me.pid) break
      }
    } else if (!holder.stopping || Date.now() > deadline) {
      return { held: false, holder }
    }
    await sleep(100)
  }
  return {
    held: true,
    update: (more) => write(file, { ...me, ...about, ...more }, 'w'),
    release: () => {
      if (readHolder(file)?.pid === me.pid) rmSync(file, { force: true })
    },
  }
}

/** @returns the living holder of a lock, or null */
export function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'))
    return describeProcess(holder.pid)?.born === holder.born ? holder : null
  } catch {
    return null
  }
}

function write(file, content, flag) {
  try {
    writeFileSync(file, JSON.stringify(content), { flag, mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}
