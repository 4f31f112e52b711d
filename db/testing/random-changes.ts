import type { Change } from '@/domain/change'
import type { AnyFields, Noun } from '@/domain/field'
import { type RecordModel, type Stand, toName } from './record-model'

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  /** A whole number from 0 to below `most`. */
  below(most: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T
  }
}

const ids = {
  source: Array.from({ length: 8 }, (_, at) => `s-${at}`),
  area: Array.from({ length: 6 }, (_, at) => `99000${at}`),
}

/** One to three changes to different records, as an editor would send them whose forms may be some editions old. */
export function makeChanges(random: Random, model: RecordModel): Change[] {
  const changes = new Map<string, Change>()
  const count = random.pick([1, 1, 1, 2, 3])
  for (let made = 0; made < count; made += 1) {
    const change = makeChange(random, model)
    changes.set(toName(change), change)
  }
  return [...changes.values()]
}

function makeChange(random: Random, model: RecordModel): Change {
  const noun = random.pick(['source', 'source', 'area'] as const)
  const id = random.pick(ids[noun])
  const versions = listVersions(model, noun, id)
  const newest = versions.at(-1)
  // Now and then somebody takes an id that is taken, or changes what is not there: both must be refused.
  if (!newest) return { noun, id, base: random.once(20) ? 1 : null, fields: makeFields(random, noun) }
  if (random.once(30)) return { noun, id, base: null, fields: makeFields(random, noun) }
  const seen = random.once(3) ? random.pick(versions.slice(-4)) : newest
  const base = seen.from
  if (random.once(10)) return { noun, id, base, withdraw: { reason: 'made for a test' } }
  const older = random.pick(versions).fields
  if (older && (random.once(6) || !seen.fields)) return { noun, id, base, fields: older }
  return { noun, id, base, fields: edit(random, noun, seen.fields ?? makeFields(random, noun)) }
}

/** The versions of a record from its first to its newest. */
function listVersions(model: RecordModel, noun: Noun, id: string): Stand[] {
  const versions: Stand[] = []
  for (let at = model.at(model.head).get(`${noun} ${id}`); at; at = model.at(at.from - 1).get(`${noun} ${id}`)) {
    versions.unshift(at)
  }
  return versions
}

function makeFields(random: Random, noun: 'source' | 'area'): AnyFields {
  if (noun === 'area')
    return { nameEn: makeText(random), nameZh: '某', kind: 'county', citations: makeCitations(random) }
  const fixed = { publisher: 'Ministry', url: 'https://example.org/a', language: 'zh', kind: 'official' }
  return { ...fixed, title: makeText(random), reliability: random.pick(['A', 'B', 'C']) }
}

function edit(random: Random, noun: 'source' | 'area', fields: AnyFields): AnyFields {
  const edited = { ...fields }
  if (random.once(2)) edited[noun === 'area' ? 'nameEn' : 'title'] = makeText(random)
  if (random.once(3)) edited.note = makeText(random)
  else if (random.once(4)) delete edited.note
  if (noun === 'area' && random.once(3)) edited.parent = random.pick(ids.area)
  if (noun === 'area' && random.once(4)) edited.citations = makeCitations(random)
  if (noun === 'source' && random.once(4)) edited.reliability = random.pick(['A', 'B', 'C'])
  return edited
}

/** Few texts, so that two editors now and then write the same. */
function makeText(random: Random): string {
  return `text ${random.below(12)}`
}

function makeCitations(random: Random): { source: string }[] {
  return random.once(3)
    ? [{ source: random.pick(ids.source) }, { source: 's-0' }]
    : [{ source: random.pick(ids.source) }]
}
