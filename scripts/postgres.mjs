/**
 * The embedded PostgreSQL: one cluster per data directory, made at first use, started or taken over where it still runs.
 * It listens on 127.0.0.1 only, asks for passwords, and writes checksums.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { makeDataDirectory } from './data-directory.mjs'
import { canReach, findBinaries, isRoot, SHARED_FOLDER, serverAccount } from './postgres-binaries.mjs'
import { serverEnvironment, settleRunning, startServer, stopServer } from './postgres-server.mjs'

const DATABASE = 'record'

/**
 * @typedef {object} Cluster
 * @property {{ DATABASE_URL: string, DATABASE_URL_READER: string, DATABASE_URL_DESK: string }} urls
 * @property {string} pidFile first line: the process id of the server
 * @property {string} folder where the tables lie
 * @property {boolean} taken true when the server was already running
 * @property {() => Promise<void>} stop ends the server, whoever started it
 */

/**
 * Makes the cluster of `dataDirectory` if there is none, and sees that it runs.
 * @param {{ dataDirectory: string, quick?: boolean, onProgress?: (line: string) => void }} options
 *   `quick` gives up surviving a power cut for speed: for tests only.
 * @returns {Promise<Cluster>}
 * @throws Error whose message is one line for a person
 */
export async function openCluster({ dataDirectory, quick = false, onProgress = () => {} }) {
  const home = makeDataDirectory(dataDirectory)
  const programs = findBinaries(home)
  const card = readCard(home) ?? createCard(home)
  claim(card.folder, home)
  if (!existsSync(join(card.folder, 'PG_VERSION'))) {
    if (card.made) throw new Error(describeLoss(home, card))
    onProgress('making the database cluster')
    initialise(programs, card)
  }
  refuseOtherVersion(programs, card.folder)

  const taken = await settleRunning(card, onProgress)
  if (!taken) await startServer(programs, card, { home, quick })
  await ensureRoles(card)
  writeCard(home, { ...card, made: true })

  const url = (role) => `postgres://${role}:${card.passwords[role]}@127.0.0.1:${card.port}/${DATABASE}`
  return {
    urls: { DATABASE_URL: url('owner'), DATABASE_URL_READER: url('reader'), DATABASE_URL_DESK: url('desk') },
    pidFile: join(card.folder, 'postmaster.pid'),
    folder: card.folder,
    taken,
    stop: () => stopServer(programs, card.folder),
  }
}

/* What must be remembered between starts stands on one card: where the tables lie, the port, the passwords. */

function readCard(home) {
  const file = join(home, 'cluster.json')
  if (!existsSync(file)) return null
  try {
    const card = JSON.parse(readFileSync(file, 'utf8'))
    return { ...card, folder: resolve(home, card.folder) }
  } catch {
    throw new Error(
      `${file} cannot be read. It holds the passwords of the database beside it: restore it from a backup.`,
    )
  }
}

function createCard(home) {
  const password = () => randomBytes(24).toString('hex')
  const card = {
    folder: reachableFolder(home),
    port: 0,
    passwords: { owner: password(), reader: password(), desk: password() },
  }
  writeCard(home, card)
  return card
}

/** A folder beside the card is named by its name alone, so that all of it can be moved. */
function writeCard(home, card) {
  const file = join(home, 'cluster.json')
  const folder = dirname(card.folder) === home ? basename(card.folder) : card.folder
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...card, folder }, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** Beside everything else, or, for root in a checkout that other accounts cannot enter, in a shared place. */
function reachableFolder(home) {
  if (canReach(home)) return join(home, 'postgres')
  mkdirSync(SHARED_FOLDER, { recursive: true })
  chmodSync(SHARED_FOLDER, 0o711)
  return join(SHARED_FOLDER, `data-${randomBytes(6).toString('hex')}`)
}

/** To begin with an empty record in place of a lost one is for a person to say. */
function describeLoss(home, card) {
  return `The database that belongs to ${home} is gone from ${card.folder}. Restore it, or remove ${join(home, 'cluster.json')} to begin anew.`
}

/** A copied checkout must not silently write into the original's record. */
function claim(folder, home) {
  const note = `${folder}.belongs-to`
  if (!folder.startsWith(SHARED_FOLDER)) return
  const other = existsSync(note) ? readFileSync(note, 'utf8') : home
  if (other !== home && existsSync(join(other, 'cluster.json'))) {
    throw new Error(
      `${home} is a copy of ${other} and names its database (${folder}). Remove ${join(home, 'cluster.json')} to begin a new one.`,
    )
  }
  writeFileSync(note, home, { mode: 0o600 })
}

/** Made under another name and renamed when whole, so that a start cut short leaves nothing half-made. */
function initialise(programs, card) {
  const unfinished = `${card.folder}.new`
  const passwordFile = `${card.folder}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, card.passwords.owner, { mode: 0o600 })
  if (isRoot) for (const path of [unfinished, passwordFile]) chownSync(path, serverAccount.uid, serverAccount.gid)
  const made = spawnSync(
    programs.initdb,
    [
      ...['-D', unfinished, '-U', 'owner', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '--data-checksums'],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und', '--no-instructions'],
    ],
    { cwd: '/', encoding: 'utf8', env: serverEnvironment(), ...serverAccount },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(
      `The database cluster could not be made in ${card.folder}: ${lastLine(made.stderr) || made.error?.message}`,
    )
  }
  renameSync(unfinished, card.folder)
}

function refuseOtherVersion(programs, folder) {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  const major = programs.version.split('.')[0]
  if (made === major) return
  throw new Error(
    `${folder} was made by PostgreSQL ${made}; this version of the project brings ${major}. See docs/operations.md on upgrading.`,
  )
}

/** The logins and the database. The rights of the logins are the migrations' business. */
async function ensureRoles(card) {
  const { default: postgres } = await import('postgres')
  const connection = { host: '127.0.0.1', port: card.port, username: 'owner', password: card.passwords.owner }
  const sql = postgres({ ...connection, database: 'postgres', max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [where] = await sql`select current_setting('data_directory') as folder`
    if (realpathSync(where.folder) !== realpathSync(card.folder)) {
      throw new Error(`another database answers on port ${card.port}, from ${where.folder}`)
    }
    for (const role of ['reader', 'desk']) {
      const known = await sql`select 1 from pg_roles where rolname = ${role}`
      const verb = known.length ? 'alter' : 'create'
      await sql.unsafe(`${verb} role ${role} login password '${card.passwords[role]}'`)
    }
    const made = await sql`select 1 from pg_database where datname = ${DATABASE}`
    if (!made.length) await sql.unsafe(`create database ${DATABASE}`)
  } catch (error) {
    throw new Error(`The embedded database of ${card.folder} does not let us in: ${error.message}`)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

const lastLine = (text) => text.trim().split('\n').at(-1) ?? ''
