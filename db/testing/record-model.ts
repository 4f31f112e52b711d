import { isDeepStrictEqual } from 'node:util'
import type { Change } from '@/domain/change'
import type { AnyFields, Citation, Noun } from '@/domain/field'

/** How a record stands: since which edition, and its fields, or null once it is withdrawn. */
export type Stand = { noun: Noun; id: string; from: number; fields: AnyFields | null }
/** Every record there ever was, by noun and id, as it stands in one edition. */
export type State = ReadonlyMap<string, Stand>

export type Answer = { ok: true; next: State } | { ok: false; error: string }

/**
 * What the record should do, said as simply as it can be said and without any code of the record: an edition is a whole
 * map of records, and an editor's change is what differs from the version that the editor had in view. It knows sources
 * (which rest on nothing) and areas (which rest on a parent and on what they cite).
 */
export class RecordModel {
  /** The state of each edition; edition 0 is empty. */
  readonly editions: State[] = [new Map()]

  get head(): number {
    return this.editions.length - 1
  }

  at(edition: number): State {
    const state = this.editions[edition]
    if (!state) throw new Error(`the model has no edition ${edition}`)
    return state
  }

  /** What publishing these changes on top of `edition` comes to; `next` is the state it would make. */
  answer(changes: readonly Change[], edition = this.head): Answer {
    const next = new Map(this.at(edition))
    const answers = changes.map((change) => this.settle(change, this.at(edition)))
    if (answers.includes('invalid')) return { ok: false, error: 'invalid' }
    if (answers.includes('conflict')) return { ok: false, error: 'conflict' }
    const made = changes.filter((change, at) => {
      const fields = answers[at] as AnyFields | null | 'same'
      if (fields === 'same') return false
      next.set(toName(change), { noun: change.noun, id: change.id, from: edition + 1, fields })
      return true
    })
    if (made.length === 0) return { ok: false, error: 'unchanged' }
    const error = findBroken(made, next)
    return error ? { ok: false, error } : { ok: true, next }
  }

  /** What taking back an edition would change now, and whether something later stands in the way. */
  undo(edition: number, reason: string): { changes: Change[]; isBlocked: boolean } {
    const changes: Change[] = []
    let isBlocked = false
    for (const [name, made] of this.at(edition)) {
      if (made.from !== edition) continue
      const before = this.at(edition - 1).get(name)?.fields ?? null
      const now = this.at(this.head).get(name) as Stand
      const { noun, id, from: base } = now
      if (now.from === edition) {
        changes.push(before ? { noun, id, base, fields: before } : { noun, id, base, withdraw: { reason } })
      } else if (before && made.fields && now.fields) {
        const fields = { ...now.fields }
        for (const key of listKeys(before, made.fields)) {
          if (isDeepStrictEqual(before[key], made.fields[key]) || isDeepStrictEqual(now.fields[key], before[key]))
            continue
          if (isDeepStrictEqual(now.fields[key], made.fields[key])) put(fields, key, before[key])
          else isBlocked = true
        }
        if (!isDeepStrictEqual(fields, now.fields)) changes.push({ noun, id, base, fields })
      } else if (before || now.fields) isBlocked = true
    }
    return { changes, isBlocked }
  }

  /** The fields a change leaves, null where it withdraws, `same` where it comes to nothing, or why it is refused. */
  private settle(change: Change, state: State): AnyFields | null | 'same' | 'invalid' | 'conflict' {
    const now = state.get(toName(change))
    if (!now) return change.base === null && change.fields ? change.fields : 'invalid'
    if (change.base === null) return 'invalid'
    const wanted = change.fields ?? null
    if (!wanted && !now.fields) return 'same'
    if (change.base === now.from) return isDeepStrictEqual(wanted, now.fields) ? 'same' : wanted
    const seen = this.editions[change.base]?.get(toName(change))
    if (!wanted || !now.fields || !seen?.fields) return 'conflict'
    const fields = { ...now.fields }
    for (const key of listKeys(seen.fields, wanted)) {
      if (isDeepStrictEqual(wanted[key], seen.fields[key]) || isDeepStrictEqual(wanted[key], now.fields[key])) continue
      if (!isDeepStrictEqual(now.fields[key], seen.fields[key])) return 'conflict'
      put(fields, key, wanted[key])
    }
    return isDeepStrictEqual(fields, now.fields) ? 'same' : fields
  }
}

/** `rests` where a living record rests on one that was just withdrawn, else `missing` where a new version rests on nothing. */
function findBroken(made: readonly Change[], state: State): 'rests' | 'missing' | null {
  const gone = new Set(made.filter(({ withdraw }) => withdraw).map(toName))
  const living = [...state.values()].filter(({ fields }) => fields)
  if (living.some(({ fields }) => listSupports(fields).some((name) => gone.has(name)))) return 'rests'
  const touched = made.map((change) => state.get(toName(change))?.fields ?? null)
  const isMissing = touched.some((fields) => listSupports(fields).some((name) => !state.get(name)?.fields))
  return isMissing ? 'missing' : null
}

function listSupports(fields: AnyFields | null): string[] {
  const cited = ((fields?.citations ?? []) as Citation[]).map(({ source }) => `source ${source}`)
  return fields?.parent === undefined ? cited : [...cited, `area ${fields.parent}`]
}

function listKeys(...records: AnyFields[]): string[] {
  return [...new Set(records.flatMap((fields) => Object.keys(fields)))]
}

function put(fields: AnyFields, key: string, value: AnyFields[string]): void {
  if (value === undefined) delete fields[key]
  else fields[key] = value
}

export function toName({ noun, id }: { noun: string; id: string }): string {
  return `${noun} ${id}`
}
