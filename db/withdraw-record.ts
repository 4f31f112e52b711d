import type { Change, Withdrawal } from '@/domain/change'
import type { AnyFields, Citation, Noun } from '@/domain/field'
import { definitions } from '@/domain/record'
import { listDependents } from './check-references'
import { readDesk } from './client'
import { getCurrentRecords } from './get-current'
import type { Dependent } from './publish-result'
import { type SubmitResult, submit } from './submit'

/** What becomes of the records that rest on the one that goes: they go too, or rest on another instead. */
export type DependentsChoice = { kind: 'none' } | { kind: 'withdraw' } | { kind: 'replace'; by: string }

type Withdrawing = {
  author: string
  noun: Noun
  id: string
  base: number
  withdraw: Withdrawal
  dependents: DependentsChoice
  wantsReview?: boolean
}

const MOST = 2_000

/**
 * Withdraws a record in one edition together with what its editor chose for the records that rest on it.
 * `not-replaceable` where the reference is part of an id, `too-many` above 2,000 records.
 */
export async function withdrawRecord({
  author,
  noun,
  id,
  base,
  withdraw,
  dependents,
  wantsReview = false,
}: Withdrawing): Promise<SubmitResult | { ok: false; error: 'not-replaceable' | 'too-many' }> {
  const first: Change = { noun, id, base, withdraw }
  const proposing = { author, kind: 'withdrawal', summary: withdraw.reason, wantsReview } as const
  if (dependents.kind === 'none') return submit({ ...proposing, changes: [first] })
  const more = dependents.kind === 'withdraw' ? await listFalling(first) : await listReplacing(first, dependents.by)
  if (typeof more === 'string') return { ok: false, error: more }
  return submit({ ...proposing, changes: [first, ...more] })
}

/** Everything that rests on a record, and on that, to the end. */
async function listFalling(first: Change): Promise<Change[] | 'too-many'> {
  const found = new Map<string, { noun: Noun; id: string }>([[`${first.noun} ${first.id}`, first]])
  let fresh: { noun: Noun; id: string }[] = [first]
  while (fresh.length > 0) {
    const resting = await listResting(fresh)
    fresh = resting.filter(({ noun, id }) => !found.has(`${noun} ${id}`))
    for (const record of fresh) found.set(`${record.noun} ${record.id}`, record)
    if (found.size > MOST) return 'too-many'
  }
  found.delete(`${first.noun} ${first.id}`)
  const current = await getCurrentRecords([...found.values()])
  const reason = first.withdraw?.reason ?? ''
  return current.map(({ noun, id, fromEdition }) => ({ noun, id, base: fromEdition, withdraw: { reason } }))
}

/** The records that rest on a record, with another put in its place. */
async function listReplacing(first: Change, by: string): Promise<Change[] | 'not-replaceable' | 'too-many'> {
  const resting = await listResting([first])
  if (resting.length > MOST) return 'too-many'
  if (resting.some(({ noun, key }) => definitions[noun].compose?.includes(key))) return 'not-replaceable'
  const current = await getCurrentRecords(resting)
  return current.map(({ noun, id, fromEdition, fields }) => {
    const keys = resting.filter((one) => one.noun === noun && one.id === id).map(({ key }) => key)
    return { noun, id, base: fromEdition, fields: replaceReferences(fields, keys, first.id, by) }
  })
}

/** Pure: the fields with every mention of `old` under `keys` turned into `by`; a source cited twice is cited once. */
function replaceReferences(fields: AnyFields, keys: readonly string[], old: string, by: string): AnyFields {
  const replaced: AnyFields = { ...fields }
  for (const key of keys) {
    if (key !== 'citations') replaced[key] = by
    else {
      const citations = (fields.citations as Citation[]).map((citation) =>
        citation.source === old ? { ...citation, source: by } : citation,
      )
      const texts = citations.map((citation) => JSON.stringify(citation))
      replaced.citations = citations.filter((_, at) => texts.indexOf(texts[at] ?? '') === at)
    }
  }
  return replaced
}

async function listResting(records: readonly { noun: Noun; id: string }[]): Promise<Dependent[]> {
  const nouns = [...new Set(records.map(({ noun }) => noun))]
  const found = await Promise.all(
    nouns.map((noun) =>
      readDesk((database) =>
        listDependents(
          database,
          noun,
          records.filter((record) => record.noun === noun).map(({ id }) => id),
          MOST + 1,
        ),
      ),
    ),
  )
  return found.flat()
}
