import type { Change } from '@/domain/change'
import type { Part } from '@/domain/proposal'
import { getSqlState, transact } from './client'
import { makeLine } from './line'
import { makeEditions } from './make-editions'
import type { PublishResult } from './publish-result'
import { parseChanges } from './settle-changes'

/**
 * A set of changes and why. `author` is the id of the editor who answers for it, `publisher` of the one who lets it pass
 * where that is another, `also` are those who had a part in it. `proposal` is what it was proposed as: it is marked as
 * published, unless it was decided or revised meanwhile. `undoes` is the edition it takes back. Only the first data
 * passes `fixed`: its time and salts are the same on every machine, and its author is no person. Only db/redactions.ts
 * passes `redacts`, which lets a change say that it is a redaction.
 */
export type Publication = {
  author: string
  publisher?: string
  also?: readonly Part[]
  proposal?: { n: number; revision: number; note?: string }
  undoes?: number
  redacts?: true
  summary: string
  changes: readonly Change[]
  fixed?: { at: Date; toSalt: (seq: number) => string }
}

const SUMMARY_MOST = 500
const TOGETHER_CHANGES_MOST = 200
/** Fifty thousand changes may take two minutes on a machine that is busy with something else as well. */
const MORE_MS_PER_CHANGE = 2

/** Thrown to roll a transaction back; what it carries is the answer. */
class Rollback extends Error {
  constructor(readonly result: PublishResult) {
    super('rolled back')
  }
}

/** Who must wait for the lock anyway waits in one line, and is published together with others. */
const line = makeLine<Publication, PublishResult>(runTogether, fitsTogether)

/**
 * Makes the next edition out of a set of changes, whole or not at all. The only writer of the published tables.
 * Changes made from an older version are merged field by field; a change that changes nothing is left out.
 */
export async function publish(publication: Publication): Promise<PublishResult> {
  const read = readPublication(publication)
  return read.ok ? line.wait(read.publication) : read.result
}

/** What {@link publish} would answer now to whoever may publish: the same code in a transaction that is rolled back. */
export async function publishDryRun(publication: Publication): Promise<PublishResult> {
  const read = readPublication(publication)
  return read.ok ? runAlone(read.publication, true) : read.result
}

type ReadPublication = { ok: true; publication: Publication } | { ok: false; result: PublishResult }

function readPublication(publication: Publication): ReadPublication {
  const summary = publication.summary.trim().normalize('NFC').slice(0, SUMMARY_MOST)
  const parsed = parseChanges(publication.changes)
  if (!parsed.ok) return { ok: false, result: { ok: false, error: 'invalid', problems: parsed.problems } }
  if (summary === '') return { ok: false, result: { ok: false, error: 'no-summary' } }
  return { ok: true, publication: { ...publication, summary, changes: parsed.changes } }
}

/** Small ones of different records: then none of them changes what another was made from. */
function fitsTogether(together: readonly Publication[], next: Publication): boolean {
  const all = [...together, next]
  const records = all.flatMap(({ changes }) => changes.map(({ noun, id }) => `${noun} ${id}`))
  return (
    records.length <= TOGETHER_CHANGES_MOST &&
    new Set(records).size === records.length &&
    all.every(({ fixed }) => fixed === undefined)
  )
}

/**
 * Several publications in one transaction, an edition each, so that they wait for the disk once. Where the database
 * refuses one of them, none is kept and each is published alone.
 */
async function runTogether(publications: readonly Publication[]): Promise<PromiseSettledResult<PublishResult>[]> {
  if (publications.length > 1) {
    try {
      const results = await transact(async (transaction) => {
        const made = await makeEditions(transaction, publications)
        for (const result of made) if (isWritten(result)) throw new Rollback(result)
        return made
      })
      return results.map((value) => ({ status: 'fulfilled', value }))
    } catch (error) {
      if (!(error instanceof Rollback) && getSqlState(error) === null) throw error
    }
  }
  const settled: PromiseSettledResult<PublishResult>[] = []
  for (const publication of publications) settled.push(...(await Promise.allSettled([runAlone(publication, false)])))
  return settled
}

async function runAlone(publication: Publication, dry: boolean): Promise<PublishResult> {
  try {
    return await transact(async (transaction) => {
      const [result] = await makeEditions(transaction, [publication], { isRehearsal: dry })
      if (result === undefined) throw new Error('a publication was left without an answer')
      if (dry || isWritten(result)) throw new Rollback(result)
      return result
    }, publication.changes.length * MORE_MS_PER_CHANGE)
  } catch (error) {
    if (error instanceof Rollback) return error.result
    const state = getSqlState(error)
    if (state === '55P03' || state === '40P01') return { ok: false, error: 'busy' }
    throw error
  }
}

/** What is found only when everything has been written: what is refused then must be taken back. */
function isWritten(result: PublishResult): boolean {
  return !result.ok && (result.error === 'missing' || result.error === 'rests' || result.error === 'decided')
}
