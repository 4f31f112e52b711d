import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The parts of an import and what each is of the whole, from measured times (docs/decisions/0054-imports-say-how-far-they-are.md).
 * What is left of 1 is the telling of what came of it: nobody reads 100 % before it is over.
 */
const SHARES = { reading: 0.12, comparing: 0.08, surroundings: 0.18, judging: 0.17, settling: 0.12, writing: 0.28 }
type Stage = keyof typeof SHARES

/** How much of each part is done, from 0 to 1. */
type Work = Map<Stage, number>
type State = { works: Map<string, Work>; current: AsyncLocalStorage<Work> }

/** More than these at a time are done without being followed. */
const WORKS_MOST = 200
const KEY = Symbol.for('pot-and-iron.progress')
const shared = globalThis as typeof globalThis & { [KEY]?: State }

/** One state for the process: what works and what is asked are bundled apart. */
function getState(): State {
  shared[KEY] ??= { works: new Map(), current: new AsyncLocalStorage() }
  return shared[KEY]
}

/**
 * Does a work that its person can ask about meanwhile, by a key of their own. However it ends, it is forgotten then.
 * Without a key, or with one that is being followed already, it is done all the same.
 */
export async function followWork<T>(person: string, key: string | null, work: () => Promise<T>): Promise<T> {
  const { works, current } = getState()
  const name = `${person} ${key}`
  if (key === null || works.has(name) || works.size >= WORKS_MOST) return work()
  const followed: Work = new Map()
  works.set(name, followed)
  try {
    return await current.run(followed, work)
  } finally {
    works.delete(name)
  }
}

/** Says of the work that is being done, if anybody follows it, how much of a part is done; it never becomes less. */
export function tellProgress(stage: Stage, done: number): void {
  const work = getState().current.getStore()
  work?.set(stage, Math.min(1, Math.max(done, work.get(stage) ?? 0)))
}

/** How much of a work is done, from 0 to 1; null where this person has none of that key under way. */
export function getProgress(person: string, key: string): number | null {
  const work = getState().works.get(`${person} ${key}`)
  return work ? [...work].reduce((sum, [stage, done]) => sum + SHARES[stage] * done, 0) : null
}
