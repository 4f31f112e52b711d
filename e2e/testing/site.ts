import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { configurationNames } from '@/domain/configuration'
import { freePort } from '@/scripts/postgres-server.mjs'

/** A served record of its own: the first data, one administrator, the production build of the tests. */
export type Site = {
  baseUrl: string
  databaseUrl: string
  databaseUrlReader: string
  databaseUrlDesk: string
  /** First line: the process id of the database server, to freeze (SIGSTOP) or kill it. */
  postgresPidFile: string
  /** The folder of the database and of what belongs to it. */
  dataDirectory: string
  adminEmail: string
  adminPassword: string
  stop: () => Promise<void>
}

const ADMIN = { ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD: 'Lantern-orbit-54-quince' }
const READY_DEADLINE = 300_000

/**
 * Starts the launcher with a data directory and a port of its own, as a stranger would, and waits until it serves.
 * A test that harms its database starts one for itself.
 * @throws Error with what the launcher said, when it ends before it serves
 */
export async function startSite(environment: Record<string, string> = {}): Promise<Site> {
  const home = mkdtempSync(join(tmpdir(), 'pot-and-iron-e2e-'))
  chmodSync(home, 0o711)
  const port = await freePort()
  const launcher = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...Object.fromEntries(configurationNames.map((name) => [name, ''])),
      ...{ DATA_DIR: home, PORT: String(port), BUILD_DIR: '.next-test', ...ADMIN },
      ...environment,
    },
  })
  const said: string[] = []
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${said.join('\n')}`)), READY_DEADLINE)
    for (const stream of [launcher.stdout, launcher.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line)
        if (line.includes(' is at http')) resolve(clearTimeout(timer))
      })
    }
    launcher.once('exit', () => reject(new Error(`The launcher ended:\n${said.join('\n')}`)))
  })
  const stop = async () => {
    if (launcher.exitCode === null && launcher.signalCode === null) {
      launcher.kill('SIGTERM')
      await once(launcher, 'exit')
    }
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await ready
  } catch (error) {
    await stop()
    throw error
  }
  const card = readCard(home)
  const addressOf = (role: keyof Card['passwords']) =>
    `postgres://${role}:${card.passwords[role]}@127.0.0.1:${card.port}/record`
  return {
    baseUrl: `http://localhost:${port}`,
    databaseUrl: addressOf('owner'),
    databaseUrlReader: addressOf('reader'),
    databaseUrlDesk: addressOf('desk'),
    postgresPidFile: join(resolve(home, card.folder), 'postmaster.pid'),
    dataDirectory: home,
    adminEmail: ADMIN.ADMIN_EMAIL,
    adminPassword: ADMIN.ADMIN_PASSWORD,
    stop,
  }
}

type Card = { folder: string; port: number; passwords: Record<'owner' | 'reader' | 'desk', string> }

function readCard(home: string): Card {
  return JSON.parse(readFileSync(join(home, 'cluster.json'), 'utf8')) as Card
}
