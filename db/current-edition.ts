import { sql } from 'drizzle-orm'
import { read } from './client'
import { keepHighestEdition } from './highest-edition'

/** The newest published edition, and how many redactions there are by then; `n` 0 where nothing is published yet. */
export type CurrentEdition = { n: number; hash: string; redactions: number }

const FRESH_MS = 250
const KEY = Symbol.for('pot-and-iron.current-edition')

type State = {
  known: CurrentEdition
  readAt: number
  reading: Promise<CurrentEdition> | null
  hashes: Map<number, string>
}
const shared = globalThis as typeof globalThis & { [KEY]?: State }

function getState(): State {
  shared[KEY] ??= { known: { n: 0, hash: '', redactions: 0 }, readAt: 0, reading: null, hashes: new Map() }
  return shared[KEY]
}

/**
 * The current edition, at most 250 ms old. One read at a time serves all who wait, and the number only grows.
 * While the database does not answer, what is known stays the answer.
 * @param atLeast a higher number someone asked for: then the database is asked once more
 * @throws DatabaseUnavailable when nothing is known yet
 */
export async function getCurrentEdition(atLeast = 0): Promise<CurrentEdition> {
  const state = getState()
  if (state.known.n >= atLeast && Date.now() - state.readAt < FRESH_MS) return state.known
  state.reading ??= readHead().finally(() => {
    state.reading = null
  })
  try {
    return await state.reading
  } catch (error) {
    if (state.known.n === 0) throw error
    return state.known
  }
}

/** Reads the newest edition now, so that who has just published sees it on the next page, however fresh what was known. */
export async function rememberCurrentEdition(): Promise<void> {
  await readHead()
}

/** For tests and the bench, which turn from one database to another: no site does. */
export function forgetCurrentEdition(): void {
  delete shared[KEY]
}

const HASHES_MOST = 10_000

/** The hash of an edition up to the current one, remembered: it never changes. Empty where its number was lost. */
export async function getEditionHash(n: number): Promise<string> {
  const { known, hashes } = getState()
  if (n === known.n) return known.hash
  const remembered = hashes.get(n)
  if (remembered !== undefined) return remembered
  const rows = await read((database) =>
    database.execute<{ hash: string }>(sql`select hash from edition where n = ${n}`),
  )
  const hash = rows[0]?.hash ?? ''
  if (hashes.size >= HASHES_MOST) hashes.clear()
  hashes.set(n, hash)
  return hash
}

async function readHead(): Promise<CurrentEdition> {
  const begun = Date.now()
  const rows = await read((database) =>
    database.execute<CurrentEdition>(sql`
      select n, hash, (select count(*)::int from redaction) as redactions from edition order by n desc limit 1`),
  )
  const state = getState()
  const [head] = rows
  if (head && head.n > state.known.n) {
    state.known = head
    keepHighestEdition(head.n)
  }
  state.readAt = begun
  return state.known
}
