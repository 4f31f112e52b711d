import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { getDatabaseUrls } from './configuration'

export type Database = PostgresJsDatabase<Record<string, never>>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** The database did not answer in time, or not at all. Pages let it pass (nothing drawn is kept); files answer 503. */
export class DatabaseUnavailable extends Error {}

const READ_DEADLINE_MS = 2_500
const WRITE_DEADLINE_MS = 30_000
const BREAKER_MS = 1_000

type Pool = { database: Database; client: postgres.Sql }
type State = { reader?: Pool; desk?: Pool; openUntil: number }

const KEY = Symbol.for('pot-and-iron.database')
/** What scripts/guard/guard.mjs keeps of a request: one that fails for want of the database is answered with 503. */
const REQUEST = Symbol.for('pot-and-iron.request')
type Requests = { getStore: () => { isDatabaseAway?: boolean } | undefined }
const shared = globalThis as typeof globalThis & { [KEY]?: State; [REQUEST]?: Requests }

/** One state for the process: `proxy.ts`, pages and actions are bundled apart but share `globalThis`. */
function getState(): State {
  shared[KEY] ??= { openUntil: 0 }
  return shared[KEY]
}

/**
 * Runs a query as `reader`, who can select published tables only.
 * @throws DatabaseUnavailable after 2.5 s, or at once while the breaker is open (1 s after a miss)
 */
export function read<T>(query: (database: Database) => Promise<T>): Promise<T> {
  return guard(READ_DEADLINE_MS, () => query(getReader().database))
}

/** Runs what drizzle has no words for on the connections of {@link read}. */
export function readClient<T>(query: (client: postgres.Sql) => Promise<T>): Promise<T> {
  return guard(READ_DEADLINE_MS, () => query(getReader().client))
}

/** Runs a query as `desk`, who sees people and proposals and adds to the record; same deadline as {@link read}. */
export function readDesk<T>(query: (database: Database) => Promise<T>): Promise<T> {
  return guard(READ_DEADLINE_MS, () => query(getDesk().database))
}

/**
 * Runs one transaction (READ COMMITTED) as `desk`; what it throws rolls it back. 30 s at most, and `more` milliseconds
 * where it has much to write.
 */
export function transact<T>(work: (transaction: Transaction) => Promise<T>, more = 0): Promise<T> {
  return guard(WRITE_DEADLINE_MS + more, () => getDesk().database.transaction(work))
}

/** Whether queries are being refused because one was just missed. */
export function isBreakerOpen(): boolean {
  return Date.now() < getState().openUntil
}

/** Ends all connections; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  const state = getState()
  const pools = [state.reader, state.desk]
  delete state.reader
  delete state.desk
  await Promise.all(pools.map((pool) => pool?.client.end({ timeout: 2 })))
}

/**
 * A frozen server answers to no setting of its own: only a timer on this side ends the wait. Where this process itself was
 * busy meanwhile, the answer may be there already, or the question not even sent: then it waits once more.
 */
async function guard<T>(milliseconds: number, run: () => Promise<T>): Promise<T> {
  if (isBreakerOpen()) {
    tellRequest()
    throw new DatabaseUnavailable('the database did not answer a moment ago')
  }
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    const refuse = () => reject(new DatabaseUnavailable(`no answer in ${milliseconds} ms`))
    const due = Date.now() + milliseconds
    timer = setTimeout(() => {
      if (Date.now() - due < BUSY_MS) refuse()
      else timer = setTimeout(refuse, milliseconds)
    }, milliseconds)
  })
  // drizzle's queries are no promises yet: each time one is listened to, it runs again. A promise listens once.
  const answer = Promise.resolve(run())
  answer.catch(() => {})
  try {
    return await Promise.race([answer, deadline])
  } catch (error) {
    const unavailable = toUnavailable(error)
    if (!unavailable) throw error
    getState().openUntil = Date.now() + BREAKER_MS
    tellRequest()
    throw unavailable
  } finally {
    clearTimeout(timer)
  }
}

function tellRequest(): void {
  const request = shared[REQUEST]?.getStore()
  if (request) request.isDatabaseAway = true
}

/** A timer that comes so much too late tells of a process that was busy. */
const BUSY_MS = 50

const LOST = /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|CONNECT|CONNECTION_)/
const LOST_STATES = new Set(['57P01', '57P02', '57P03', '53300', '57014'])

/** The failure of the way to the database, unwrapped from drizzle's error; null for every other error. */
function toUnavailable(error: unknown): DatabaseUnavailable | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DatabaseUnavailable) return cause
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && (LOST.test(code) || LOST_STATES.has(code))) {
      return new DatabaseUnavailable(code, { cause })
    }
  }
  return null
}

function getReader(): Pool {
  const state = getState()
  const urls = getDatabaseUrls()
  state.reader ??= connect(urls.reader ?? urls.owner, 8, {
    ...(urls.reader ? {} : { role: 'reader' }),
    default_transaction_read_only: 'on',
    // db/copy-out.ts quotes what comes from outside: a backslash must be nothing but itself, whatever the server is set to.
    standard_conforming_strings: 'on',
    statement_timeout: 5_000,
    max_parallel_workers_per_gather: 0,
  })
  return state.reader
}

function getDesk(): Pool {
  const state = getState()
  const urls = getDatabaseUrls()
  state.desk ??= connect(
    urls.desk ?? urls.owner,
    8,
    {
      ...(urls.desk ? {} : { role: 'desk' }),
      lock_timeout: 5_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 10_000,
    },
    prepareAll,
  )
  return state.desk
}

/** drizzle changes how the client it is given reads and writes values; text comes as it is. */
function connect(
  url: string,
  max: number,
  settings: Record<string, string | number>,
  change: (client: postgres.Sql) => void = () => {},
): Pool {
  const client = postgres(url, {
    max,
    connect_timeout: 3,
    idle_timeout: 60,
    onnotice: () => {},
    connection: { application_name: 'pot-and-iron', search_path: 'public', ...settings },
  })
  change(client)
  return { client, database: drizzle(client, { casing: 'snake_case' }) }
}

/**
 * drizzle has every query parsed and described anew, a round trip more each, and a publish holds everybody's lock
 * meanwhile. The desk asks few different texts, so its connections prepare them; what readers ask has no such bound.
 */
function prepareAll(client: postgres.Sql): void {
  const { begin } = client
  prepareUnsafe(client)
  const prepared = (work: (transaction: postgres.TransactionSql) => Promise<unknown>) =>
    begin((transaction) => {
      prepareUnsafe(transaction)
      return work(transaction)
    })
  Object.assign(client, { begin: prepared })
}

function prepareUnsafe(client: postgres.Sql | postgres.TransactionSql): void {
  const { unsafe } = client
  const prepared: typeof unsafe = (query, parameters, options) =>
    unsafe(query, parameters, { ...options, prepare: true })
  Object.assign(client, { unsafe: prepared })
}

/** The SQLSTATE of a PostgreSQL error, unwrapped; null for anything else. */
export function getSqlState(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof postgres.PostgresError) return cause.code
  }
  return null
}
