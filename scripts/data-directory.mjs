/** The folder of everything that must be kept: database, passwords, secret; and the launcher that has it. */
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readHolder, takeLock } from './lock.mjs'
import { isRoot } from './postgres-binaries.mjs'

/** @returns {string} its true path */
export function makeDataDirectory(given) {
  const folder = resolve(given?.trim() ? given : '.data')
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
    // The account that runs the database for root passes through, and sees nothing.
    if (process.platform !== 'win32') chmodSync(folder, isRoot ? 0o711 : 0o700)
  }
  return realpathSync(folder)
}

const lockIn = (dataDirectory) => join(dataDirectory, 'launcher.lock')

/** @throws Error in one line when a launcher runs on this folder */
export async function lockDataDirectory(dataDirectory) {
  const lock = await takeLock(lockIn(dataDirectory))
  if (lock.held) return lock
  const { address, pid } = lock.holder
  throw new Error(
    `Already ${address ? `running at ${address}` : 'starting'} (process ${pid}) on the data in ${dataDirectory}. For a second one set DATA_DIR and PORT.`,
  )
}

/** Whether a launcher runs on this folder. */
export function hasLauncher(dataDirectory) {
  return readHolder(lockIn(dataDirectory)) !== null
}
