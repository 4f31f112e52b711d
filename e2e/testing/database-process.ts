import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Stops a database server and everything it started where they stand: connections hang, nothing answers. */
export function freezeDatabase(pidFile: string): void {
  for (const pid of listFamily(pidFile)) process.kill(pid, 'SIGSTOP')
}

export function thawDatabase(pidFile: string): void {
  for (const pid of listFamily(pidFile)) process.kill(pid, 'SIGCONT')
}

/** Ends a database server without a word, and waits until all of it is gone. */
export async function killDatabase(pidFile: string): Promise<void> {
  const family = listFamily(pidFile)
  for (const pid of family) process.kill(pid, 'SIGKILL')
  while (family.some(isAlive)) await sleep(50)
}

/** The server whose number the file holds, and its children: one for each connection and chore. */
function listFamily(pidFile: string): number[] {
  const parent = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return [parent, ...pairs.flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []))]
}

function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z')
}
