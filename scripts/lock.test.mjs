import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readHolder, takeLock } from './lock.mjs'
import { describeProcess } from './process-table.mjs'

let folder
let file
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pot-and-iron-lock-'))
  file = join(folder, 'launcher.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a lock names its holder, tells about it, and goes when released', async () => {
  const lock = await takeLock(file, { address: 'here' })
  expect(readHolder(file)).toMatchObject({ pid: process.pid, address: 'here' })
  lock.update({ address: 'there' })
  expect(readHolder(file)).toMatchObject({ pid: process.pid, address: 'there' })
  lock.release()
  expect(existsSync(file)).toBe(false)
})

test('of two that come at once one has it', async () => {
  const taken = await Promise.all([takeLock(file), takeLock(file)])
  expect(taken.filter((lock) => lock.held)).toHaveLength(1)
  expect(taken.find((lock) => !lock.held).holder.pid).toBe(process.pid)
})

test('a lock of a living process is kept, that of a killed one is not', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log()'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  const { born } = describeProcess(child.pid)
  writeFileSync(file, JSON.stringify({ pid: child.pid, born }))
  expect(await takeLock(file)).toMatchObject({ held: false, holder: { pid: child.pid } })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await takeLock(file)).toMatchObject({ held: true })
})

test('the number of a dead holder, given to another process, is not that holder', async () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, born: 'long ago' }))
  expect(readHolder(file)).toBe(null)
  expect(await takeLock(file)).toMatchObject({ held: true })
})

test('a lock cut short in writing counts for nothing', async () => {
  writeFileSync(file, '{"pid":')
  expect(await takeLock(file)).toMatchObject({ held: true })
  expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid)
})
