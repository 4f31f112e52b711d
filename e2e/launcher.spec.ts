import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { configurationNames } from '@/domain/configuration'
import { freePort } from '@/scripts/postgres-server.mjs'

test.describe.configure({ mode: 'serial' })

let home: string
let port: number
let launcher: ChildProcess
const started: ChildProcess[] = []

test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'pot-and-iron-launcher-'))
  chmodSync(home, 0o711)
  port = await freePort()
})

test.afterAll(async () => {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  rmSync(home, { recursive: true, force: true })
})

type Run = { child: ChildProcess; said: () => string }

function run(environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...Object.fromEntries(configurationNames.map((name) => [name, ''])),
      ...{ DATA_DIR: home, PORT: String(port), BUILD_DIR: '.next-test' },
      ...environment,
    },
  })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (said += part))
  return { child, said: () => said }
}

async function start(): Promise<string> {
  const { child, said } = run()
  launcher = child
  await expect.poll(said, { timeout: 60_000 }).toContain('Ctrl-C stops it.')
  return said()
}

async function endOf({ child, said }: Run): Promise<{ code: number; said: string }> {
  const [code] = await once(child, 'close')
  return { code, said: said() }
}

function isAlive(pid: number | undefined): boolean {
  try {
    if (pid !== undefined) process.kill(pid, 0)
    return pid !== undefined
  } catch {
    return false
  }
}

const answers = () => fetch(`http://localhost:${port}/`).then((answer) => answer.status)
const refuses = () => answers().catch(() => 'nobody there')
const postgres = () => Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('a first start says what it does, where the data lie and how the first administrator gets in', async () => {
  const said = await start()
  expect(said).toMatch(/1\/6 install[\s\S]*3\/6 database[\s\S]*4 editions loaded[\s\S]*6\/6 server … [\d.]+ s/)
  expect(said).toContain(`Pot & Iron is at http://localhost:${port}`)
  expect(said).toContain(`Data lie in ${home}`)
  expect(said).toMatch(/For one hour, and once, .*http:\/\/localhost:\d+\/welcome\/\S{40}/)
  expect(await answers()).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port}/debt`)).headers.get('cache-control')).toBe(
    'public, max-age=0, must-revalidate',
  )
})

test('a start beside it says so in one line and ends', async () => {
  const { code, said } = await endOf(run())
  expect(code).toBe(1)
  expect(said.trim()).toMatch(/^Already running at http:\/\/localhost:\d+ \(process \d+\) on the data in .*$/)
  expect(await answers()).toBe(200)
})

test('after kill -9 the server goes too, and the next start takes the database over', async () => {
  const before = postgres()
  launcher.kill('SIGKILL')
  await expect.poll(refuses).toBe('nobody there')
  expect(isAlive(before)).toBe(true)
  const said = await start()
  expect(said).toContain(`taking over the database that still runs (process ${before})`)
  expect(said).not.toContain('editions loaded')
  expect(await answers()).toBe(200)
})

test('after kill -9 of the database as well, the next start mends it', async () => {
  process.kill(postgres(), 'SIGKILL')
  launcher.kill('SIGKILL')
  await start()
  expect(await answers()).toBe(200)
})

test('SIGTERM leaves nothing running', async () => {
  const database = postgres()
  launcher.kill('SIGTERM')
  const [code] = await once(launcher, 'exit')
  expect(code).toBe(0)
  expect(await refuses()).toBe('nobody there')
  // Ended, it still counts as a process until whoever took over the orphan has reaped it.
  await expect.poll(() => isAlive(database)).toBe(false)
})

test('a wrong value stops the start with the line that names it', async () => {
  const { code, said } = await endOf(run({ TRUSTED_PROXIES: 'many', AUTH_SECRET: 'short' }))
  expect(code).toBe(1)
  expect(said).toContain('TRUSTED_PROXIES «many» is not a whole number from 0 to 10')
  expect(said).toContain('AUTH_SECRET is shorter than 32 characters')
  expect(said).not.toContain('at Object')
})

test('a lost database is not replaced by an empty one in silence', async () => {
  const card = JSON.parse(readFileSync(join(home, 'cluster.json'), 'utf8')) as { folder: string }
  writeFileSync(join(home, 'cluster.json'), JSON.stringify({ ...card, folder: resolve(home, 'elsewhere') }))
  const { code, said } = await endOf(run())
  expect(code).toBe(1)
  expect(said).toContain(`is gone from ${resolve(home, 'elsewhere')}`)
})
