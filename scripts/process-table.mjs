/** What the system says of a process by its number. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * @param {number} pid
 * @returns {{ name: string, parent: number, born: string } | null} null when it is gone, or dead and only not yet collected.
 *   `born` tells it from a later process of the same number. On Windows only whether it lives is known.
 */
export function describeProcess(pid) {
  if (process.platform === 'linux') return fromProc(pid)
  if (process.platform === 'win32') return isAlive(pid) ? { name: '', parent: 0, born: '' } : null
  const shown = spawnSync('ps', ['-o', 'stat=,ppid=,lstart=,comm=', '-p', String(pid)], {
    encoding: 'utf8',
  }).stdout.trim()
  const [, state, parent, born, name] = /^(\S+)\s+(\d+)\s+(\S+\s+\S+\s+\d+\s+\S+\s+\d+)\s+(.*)$/.exec(shown) ?? []
  return state && !state.startsWith('Z') ? { name, parent: Number(parent), born } : null
}

function fromProc(pid) {
  try {
    const [, name, rest] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    const fields = rest.split(' ')
    return /[ZX]/.test(fields[0]) ? null : { name, parent: Number(fields[1]), born: fields[19] }
  } catch {
    return null
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
