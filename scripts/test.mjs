/**
 * `npm test`: everything, from a fresh clone; `npm test -- unit db` only these stages. Ends with one line
 * `N passed, N failed`, where lint, types and build count as one each, and what was skipped counts as failed.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, hashSources, isBuilt } from './build.mjs'
import { install, isInstalled } from './install.mjs'
import { takeLock } from './lock.mjs'
import { describeDuration } from './terminal.mjs'

const BUILD_DIR = '.next-test'
const STAGE_DEADLINE = 30 * 60_000

const stages = {
  lint: () => judge('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=60']),
  types: checkTypes,
  unit: () => runVitest('unit'),
  db: () => runVitest('database'),
  build: makeBuild,
  e2e: runPlaywright,
}

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
const scratch = mkdtempSync(join(tmpdir(), 'pot-and-iron-results-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const running = new Set()
// The stages get the same Ctrl-C from the terminal; what is left here is to count and to end.
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(signal))

await run(process.argv.slice(2))

async function run(wanted) {
  const unknown = wanted.filter((name) => !(name in stages))
  if (unknown.length > 0)
    throw new Error(`No such stage: ${unknown.join(', ')}. There are ${Object.keys(stages).join(', ')}.`)
  const chosen = Object.keys(stages).filter((name) => wanted.length === 0 || wanted.includes(name))
  const begin = Date.now()
  let passed = 0
  let failed = 0
  for (const name of ['set-up', ...chosen]) {
    if (interrupted) break
    const start = Date.now()
    console.log(`\n── ${name}`)
    const counted = await attempt(name === 'set-up' ? () => setUp(chosen) : stages[name])
    passed += counted.passed
    failed += counted.failed
    const time = describeDuration(Date.now() - start)
    console.log(
      `── ${name}: ${counted.failed ? 'FAILED' : 'ok'}, ${counted.passed} passed, ${counted.failed} failed, ${time}`,
    )
    if (name === 'set-up' && counted.failed) break
  }
  if (interrupted) failed += 1
  console.log(`\nAll of it took ${describeDuration(Date.now() - begin)}.`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

async function attempt(stage) {
  try {
    return await stage()
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  }
}

async function setUp(chosen) {
  if (!isInstalled()) await install(follow)
  if (chosen.includes('e2e')) {
    const { ensureBrowser } = await import('./browser.mjs')
    console.log(`browser: ${ensureBrowser()}`)
  }
  await forgetConfiguration()
  return { passed: 0, failed: 0 }
}

/** Tests must never reach the record somebody configured here. */
async function forgetConfiguration() {
  const { tsImport } = await import('tsx/esm/api')
  const { configurationNames } = await tsImport('../domain/configuration.ts', import.meta.url)
  for (const name of configurationNames) delete process.env[name]
  process.env.BUILD_DIR = BUILD_DIR
  process.env.NEXT_TELEMETRY_DISABLED = '1'
}

async function checkTypes() {
  await judge('node_modules/next/dist/bin/next', ['typegen'], { silent: true })
  return judge('node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.test.json'])
}

async function makeBuild() {
  const hash = hashSources()
  if (isBuilt(BUILD_DIR, hash)) {
    console.log('the build matches the sources')
    return { passed: 1, failed: 0 }
  }
  const lock = await takeLock(`${BUILD_DIR}.lock`)
  if (!lock.held) throw new Error(`Process ${lock.holder.pid} is using the build of the tests.`)
  try {
    await build(BUILD_DIR, { hash })
  } finally {
    lock.release()
  }
  return { passed: 1, failed: 0 }
}

async function runVitest(project) {
  const results = join(scratch, `${project}.json`)
  const parameters = [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ]
  const code = await node('node_modules/vitest/vitest.mjs', parameters)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readJson(results)
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return settle(code, numPassedTests, numFailedTests + numPendingTests + numTodoTests + broken)
}

async function runPlaywright() {
  const results = join(scratch, 'e2e.json')
  mkdirSync('test-results', { recursive: true })
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: results }
  const code = await node('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], { env })
  const { stats } = readJson(results)
  return settle(code, stats.expected, stats.unexpected + stats.flaky + stats.skipped)
}

/** A runner that ends badly with no failed test to show for it (a set-up that broke, an error nobody caught) has failed. */
function settle(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

async function judge(program, parameters, options) {
  return (await node(program, parameters, options)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function follow(child) {
  running.add(child)
  child.once('exit', () => running.delete(child))
}

/** @returns {Promise<number>} the exit code of a Node program, which is ended when it takes too long */
function node(program, parameters, { env = process.env, silent = false } = {}) {
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['ignore', silent ? 'ignore' : 'inherit', 'inherit'],
    env,
  })
  follow(child)
  return new Promise((done, fail) => {
    const timer = setTimeout(() => child.kill('SIGTERM'), STAGE_DEADLINE)
    child.once('error', fail)
    child.once('exit', (code) => {
      clearTimeout(timer)
      done(code ?? 1)
    })
  })
}

function end(signal) {
  interrupted = true
  for (const child of running) child.kill(signal)
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Error('The runner left no results.')
  }
}
