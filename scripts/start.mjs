/**
 * `npm start`: from a fresh clone to a served record, and everything down again at the end.
 * Node's own modules only until the packages are there.
 */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, hashSources, isBuilt } from './build.mjs'
import { lockDataDirectory, makeDataDirectory } from './data-directory.mjs'
import { watchForEnd } from './end.mjs'
import { environmentOf, keptSecret, loadEnvironmentFile, readConfiguration } from './environment.mjs'
import { install, isInstalled } from './install.mjs'
import { takeLock } from './lock.mjs'
import { ended, Stopped, startNode, stopAll, track } from './processes.mjs'
import { refuseTakenPort, serve } from './serve.mjs'
import { beginStep, complain, describeDuration, say } from './terminal.mjs'

const STEPS = 6
const begin = Date.now()

/** What must be undone at the end, last first. */
const undo = []
let current = Promise.resolve()
let ending = null
let tellStopping = () => {}

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
process.env.NEXT_TELEMETRY_DISABLED = '1'
watchForEnd(() => {
  complain('Stopping …')
  finish(0)
})

try {
  await start()
} catch (error) {
  if (ending) await ending
  complain(error.message)
  await finish(1)
}

async function start() {
  refuseOldNode()
  loadEnvironmentFile()
  const dataDirectory = makeDataDirectory(process.env.DATA_DIR)
  const lock = await lockDataDirectory(dataDirectory)
  undo.push(lock.release)
  tellStopping = () => lock.update({ stopping: true })

  await step(1, 'install', installPackages)
  const { ADMIN_EMAIL, ADMIN_PASSWORD, ...configuration } = await step(2, 'configuration', readConfiguration)
  await refuseTakenPort(configuration)
  const database = await step(3, 'database', () => openDatabase(configuration, dataDirectory))
  const env = environmentOf({
    ...configuration,
    ...database.urls,
    DATA_DIR: dataDirectory,
    AUTH_SECRET: configuration.AUTH_SECRET ?? keptSecret(dataDirectory),
    ADMIN_EMAIL: undefined,
    ADMIN_PASSWORD: undefined,
  })
  const link = await step(4, 'record', () =>
    prepare({ ...env, ADMIN_EMAIL: ADMIN_EMAIL ?? '', ADMIN_PASSWORD: ADMIN_PASSWORD ?? '' }),
  )
  await step(5, 'build', () => buildWhenNeeded(configuration))
  const server = await step(6, 'server', () => serve(configuration, env))

  const address = configuration.SITE_URL ?? server.address
  lock.update({ address: server.address })
  announce({ address, local: server.address, dataDirectory, folder: database.folder, link })
  await ended(server.child)
  throw new Error('The server ended by itself; what it said stands above.')
}

async function step(number, name, run) {
  const end = beginStep(number, STEPS, name)
  const running = run()
  current = running.catch(() => {})
  const result = await running
  if (ending) throw new Stopped()
  end()
  return result
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 9)) return
  throw new Error(`This needs Node 20.9 or later; this is ${process.versions.node}.`)
}

async function installPackages() {
  if (!isInstalled()) await install(track)
}

async function openDatabase(configuration, dataDirectory) {
  if (configuration.DATABASE_URL) {
    if (!configuration.DATABASE_URL_READER || !configuration.DATABASE_URL_DESK) {
      say('DATABASE_URL_READER or DATABASE_URL_DESK is not set: the wall between readers, desk and owner is thin.')
    }
    return { urls: {}, folder: null }
  }
  const { openCluster } = await import('./postgres.mjs')
  const cluster = await openCluster({ dataDirectory, onProgress: say })
  undo.push(cluster.stop)
  return cluster
}

/** Migrations, first data, first administrator. @returns {Promise<string | null>} a one-time link, a path or an address */
async function prepare(env) {
  let told = {}
  const child = startNode(['--import', 'tsx', 'scripts/prepare.ts'], {
    env,
    onLine: say,
    onMessage: (message) => {
      told = message
    },
  })
  if ((await ended(child)) !== 0) throw new Error(`The record cannot be made ready: ${told.failure ?? 'see above'}`)
  return told.link ?? null
}

/** Two launchers with data of their own may share a build, but not while one makes it anew under the other. */
async function buildWhenNeeded({ BUILD_DIR }) {
  const lock = await takeLock(`${BUILD_DIR}.lock`)
  if (lock.held) undo.push(lock.release)
  const hash = hashSources()
  if (isBuilt(BUILD_DIR, hash)) return
  if (!lock.held)
    throw new Error(
      `The sources changed, and process ${lock.holder.pid} serves the build in ${BUILD_DIR}: stop it first, or set BUILD_DIR.`,
    )
  await build(BUILD_DIR, { hash })
}

function announce({ address, local, dataDirectory, folder, link }) {
  const lines = [
    ``,
    `Pot & Iron is at ${address}${address === local ? '' : ` (here ${local})`}, ready after ${describeDuration(Date.now() - begin)}.`,
    `Data lie in ${dataDirectory}${folder && !folder.startsWith(dataDirectory) ? `, the database in ${folder}` : ''}.`,
  ]
  if (link)
    lines.push(
      `No user yet. For one hour, and once, this sets the first administrator's password: ${new URL(link, address).href}`,
    )
  lines.push(`Ctrl-C stops it.`)
  console.log(lines.join('\n'))
}

/** Takes everything down and ends. A later call waits for the first. */
function finish(code) {
  ending ??= (async () => {
    tellStopping()
    await stopAll()
    await current // a database that is just being started can only be stopped then
    for (const action of undo.reverse()) {
      try {
        await action()
      } catch (error) {
        complain(error.message)
        code = 1
      }
    }
    process.exit(code)
  })()
  return ending
}
