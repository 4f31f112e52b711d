/**
 * Runs a script with the database of this checkout: `node scripts/with-database.mjs scripts/verify.ts …`. The embedded one is
 * started when it does not run, and then stopped again; with `--new` first it is made where there is none. Ends with the
 * script's exit code.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasLauncher, makeDataDirectory } from './data-directory.mjs'
import { environmentOf, keptSecret, loadEnvironmentFile, readConfiguration } from './environment.mjs'
import { isInstalled } from './install.mjs'
import { openCluster } from './postgres.mjs'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
// The script ends at the same Ctrl-C; what is left here is to stop the database after it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})

try {
  process.exitCode = await runWithDatabase(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function runWithDatabase(parameters) {
  if (!isInstalled()) throw new Error('The packages are not installed: run npm start once.')
  loadEnvironmentFile()
  const configuration = await readConfiguration()
  const dataDirectory = makeDataDirectory(configuration.DATA_DIR)
  const [first] = parameters
  const open = first === '--new' ? openCluster : openExisting
  const cluster = configuration.DATABASE_URL ? null : await open({ dataDirectory })
  const env = environmentOf({
    ...configuration,
    ...cluster?.urls,
    DATA_DIR: dataDirectory,
    AUTH_SECRET: configuration.AUTH_SECRET ?? keptSecret(dataDirectory),
  })
  try {
    return await run(first === '--new' ? parameters.slice(1) : parameters, env)
  } finally {
    if (cluster && !cluster.taken && !hasLauncher(dataDirectory)) await cluster.stop()
  }
}

function openExisting({ dataDirectory }) {
  if (existsSync(join(dataDirectory, 'cluster.json'))) return openCluster({ dataDirectory })
  throw new Error(`There is no database in ${dataDirectory} yet: run npm start once.`)
}

function run(parameters, env) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...parameters], { stdio: 'inherit', env })
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}
