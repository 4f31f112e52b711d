/**
 * The server process of an embedded cluster: taking over one that still runs, starting one, stopping one.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverAccount } from './postgres-binaries.mjs'
import { describeProcess } from './process-table.mjs'

const START_DEADLINE = 60_000
const STOP_DEADLINE = 30_000

/** @returns {Promise<boolean>} true when a server of this folder runs and answers; false when none does */
export async function settleRunning(card, onProgress) {
  const deadline = Date.now() + STOP_DEADLINE
  while (true) {
    const running = readPidFile(card.folder)
    if (!running) return false
    if (!isServer(running.pid)) {
      rmSync(join(card.folder, 'postmaster.pid'), { force: true })
      return false
    }
    if (running.status === 'ready') resume(running.pid)
    if (running.status === 'ready' && (await answers(running.port))) {
      card.port = running.port
      onProgress(`taking over the database that still runs (process ${running.pid})`)
      return true
    }
    if (Date.now() > deadline) {
      throw new Error(
        `A PostgreSQL (process ${running.pid}) holds ${card.folder} and is neither ready nor gone after ${STOP_DEADLINE / 1000} s.`,
      )
    }
    await sleep(100)
  }
}

/** The lines of postmaster.pid: process, folder, start, port, socket folder, address, shared memory, status. */
function readPidFile(folder) {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return null
    return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() }
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** After a reboot the number in a stale lock may belong to any other program. */
function isServer(pid) {
  const found = describeProcess(pid)
  return found !== null && (process.platform === 'win32' || found.name.includes('postgres'))
}

/** One that was just killed leaves «ready» behind and answers no more. */
function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => done(false))
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
  })
}

/** A server somebody froze would neither answer nor stop. */
function resume(pid) {
  if (process.platform !== 'win32') process.kill(pid, 'SIGCONT')
}

/** The lock and the shared memory of a killed server linger for a second or two, so a refusal is tried again. */
export async function startServer(programs, card, { home, quick }) {
  const deadline = Date.now() + START_DEADLINE
  let refused = ''
  while (Date.now() < deadline) {
    if (!card.port || !(await isFree(card.port))) card.port = await freePort()
    const outcome = await launch(programs, card, { home, quick })
    if (outcome === 'ready') return
    refused = outcome
    if (!/lock file|shared memory|could not bind|Address already in use/i.test(outcome)) break
    await sleep(300)
  }
  throw new Error(`PostgreSQL did not start: ${refused} (log: ${join(home, 'postgres.log')})`)
}

/** Its own process group: Ctrl-C in the terminal reaches the launcher, which stops things in order. */
async function launch(programs, card, { home, quick }) {
  const log = join(home, 'postgres.log')
  const output = openSync(log, 'w', 0o600)
  const server = spawn(programs.postgres, ['-D', card.folder, ...settings(card.port, quick)], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    env: serverEnvironment(),
    ...serverAccount,
  })
  closeSync(output)
  let failure = null
  server.once('error', (error) => {
    failure = error.message
  })
  server.once('exit', (code, signal) => {
    failure = lastFatal(readFileSync(log, 'utf8')) || `it ended with ${signal ?? code}`
  })
  server.unref()
  const deadline = Date.now() + START_DEADLINE
  while (failure === null) {
    const running = readPidFile(card.folder)
    if (running?.pid === server.pid && running.status === 'ready') {
      server.removeAllListeners('exit')
      return 'ready'
    }
    if (Date.now() > deadline) {
      process.kill(server.pid, 'SIGQUIT')
      return `not ready after ${START_DEADLINE / 1000} s`
    }
    await sleep(20)
  }
  return failure
}

function settings(port, quick) {
  const chosen = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_error_statement: 'panic', // what an editor typed does not belong in a log
    ...(quick ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Nothing of ours, and none of the PG* variables that would bend the server's settings. */
export function serverEnvironment() {
  const { PATH = '', SystemRoot } = process.env
  return { PATH, LC_ALL: 'C', ...(SystemRoot ? { SystemRoot } : {}) }
}

const isFree = (port) =>
  new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })

/** Below where systems take the ports of outgoing connections from, one of which could take it before it is used. */
const PORTS = { first: 20_000, after: 32_768 }

/** @returns {Promise<number>} a port of 127.0.0.1 that nothing listens on */
export async function freePort() {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(PORTS.first, PORTS.after)
    if (await isFree(port)) return port
  }
  throw new Error(`No port of 127.0.0.1 between ${PORTS.first} and ${PORTS.after} could be opened`)
}

/** Fast shutdown: open transactions are rolled back, what was committed is on disk. */
export async function stopServer(programs, folder) {
  const running = readPidFile(folder)
  if (!running || !isServer(running.pid)) return
  if (process.platform === 'win32') {
    spawnSync(programs.pgCtl, ['-D', folder, '-m', 'fast', '-w', 'stop'])
    return
  }
  resume(running.pid)
  process.kill(running.pid, 'SIGINT')
  const deadline = Date.now() + STOP_DEADLINE
  while (isServer(running.pid) && readPidFile(folder)?.pid === running.pid) {
    if (Date.now() > deadline) process.kill(running.pid, 'SIGQUIT')
    await sleep(20)
  }
}

const lastFatal = (log) =>
  log
    .split('\n')
    .findLast((line) => /FATAL|PANIC|could not/.test(line))
    ?.trim() ?? ''
