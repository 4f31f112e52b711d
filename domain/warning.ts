import { z } from 'zod'
import { type Canonical, formatCanonicalJson } from './canonical-json'
import type { Change } from './change'
import { absDecimal, compareDecimals, multiplyDecimal } from './decimal'
import type { AnyFields, Citation, Noun } from './field'
import { type FigureSeries, findNeighbours, type KnownFigure, sortIntoSeries, toFigure } from './figure-series'
import { getTwin, isTranslatable, isWeak } from './gap'
import { evaluateTest, type IdentityTest, listTests } from './identity'
import { getFields } from './record'
import type { FormValues } from './record-form'
import type { Reliability } from './source'

/** What is doubtful about a record, at the field `key`: it can be published with a note that says why it is right. */
export type Warning = { key: string } & (
  | { code: 'language'; written: string }
  | { code: 'weak'; source: string }
  | { code: 'identity'; kind: IdentityTest['kind']; total: KnownFigure; parts: KnownFigure[]; difference: string }
  | { code: 'far'; side: 'above' | 'below'; value: string; neighbours: KnownFigure[] }
)

/** What records are held against: figures by id, and the reliability of sources by id. */
export type Surroundings = {
  figures: ReadonlyMap<string, KnownFigure>
  reliabilities: ReadonlyMap<string, Reliability>
}

/** How many times as large, or as small, as its neighbours a figure may be: as both, or as the only one there is. */
const TIMES_BOTH = 3
const TIMES_ONE = 10

/**
 * What is doubtful about one record, whose fields are right in themselves:
 * - `language`: a name or title stands in one language only (a quotation may: it is never invented).
 * - `weak`: its only citation is of a source of the lowest reliability.
 * - `identity`: its value makes an identity fail by more than the rounding of the figures explains.
 * - `far`: its value is more than three times, or less than a third of, each of its two neighbours: the figures of the
 *   nearest period before and after with the same indicator, area, frequency and claimant. With one neighbour only, ten
 *   times or a tenth. A neighbour that is not above zero measures nothing and is left out; a running total has
 *   neighbours in its own year only, since it begins anew in January; a span of its own has none.
 */
export function listWarnings(noun: Noun, fields: AnyFields, surroundings: Surroundings): Warning[] {
  return judge(noun, fields, surroundings, sortIntoSeries(surroundings.figures.values()))
}

function judge(noun: Noun, fields: AnyFields, surroundings: Surroundings, series: FigureSeries): Warning[] {
  const figure = noun === 'observation' && fields.value !== undefined ? toFigure(fields) : null
  return [
    ...findLanguages(noun, fields),
    ...findWeak(fields, surroundings),
    ...(figure ? [...findIdentities(figure, surroundings), ...findFar(figure, series)] : []),
  ]
}

/** A change, and the fields of the version it was made from; null for a new record. */
export type BasedChange = { change: Change; base: AnyFields | null }

/**
 * What tells of each of the changes what it makes doubtful, in the record as all of them together would leave it. What the
 * version it was made from had in the same way, with the same figures, it did not bring about.
 */
export function makeJudge(changes: readonly BasedChange[], published: Surroundings): (one: BasedChange) => Warning[] {
  const surroundings = toSurroundings(
    published,
    changes.map(({ change }) => change),
  )
  const series = sortIntoSeries(surroundings.figures.values())
  return ({ change: { noun, fields }, base }) => {
    const now = fields ? judge(noun, fields, surroundings, series) : []
    if (now.length === 0 || !base) return now
    return listUnseen(now, judge(noun, base, surroundings, series).map(formatWarningKey))
  }
}

/** The warnings that are not among those whose keys are given. */
export function listUnseen(warnings: readonly Warning[], keys: readonly string[]): Warning[] {
  return warnings.filter((warning) => !keys.includes(formatWarningKey(warning)))
}

/** The figures that a warning compares. */
export function listFigures(warning: Warning): readonly KnownFigure[] {
  if (warning.code === 'identity') return [...warning.parts, warning.total]
  return warning.code === 'far' ? warning.neighbours : []
}

/** A warning with its figures as one text: another figure makes another warning. */
export function formatWarningKey(warning: Warning): string {
  return formatCanonicalJson(warning as Canonical)
}

/** What a form calls the note on its warnings, and the keys of those that its reader has seen (a list as JSON). */
export const NOTE_NAME = 'explanation'
export const WARNED_NAME = 'warned'

/** Whether a form that was sent answers these warnings: there is a note, and each of them was seen when it was written. */
export function isAnswered(warnings: readonly Warning[], values: FormValues): boolean {
  return (values[NOTE_NAME] ?? '').trim() !== '' && listUnseen(warnings, parseKeys(values[WARNED_NAME])).length === 0
}

function parseKeys(text: string | undefined): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(text ?? '[]'))
  } catch {
    return []
  }
}

const REASON_MOST = 500

/** The reason for a change with the note on its warnings, which nobody shall miss; null where both are too long. */
export function joinNote(reason: string, note: string): string | null {
  const joined = `${reason} · ${note}`
  return joined.length > REASON_MOST ? null : joined
}

/** The record around, as changes would leave it. */
function toSurroundings({ figures, reliabilities }: Surroundings, changes: readonly Change[]): Surroundings {
  const changed = { figures: new Map(figures), reliabilities: new Map(reliabilities) }
  for (const { noun, id, fields } of changes) {
    if (noun === 'source' && fields) changed.reliabilities.set(id, fields.reliability as Reliability)
    if (noun !== 'observation') continue
    if (fields?.value === undefined) changed.figures.delete(id)
    else changed.figures.set(id, toFigure(fields))
  }
  return changed
}

function findLanguages(noun: Noun, fields: AnyFields): Warning[] {
  return getFields(noun)
    .filter((field) => isTranslatable(field) && fields[field.key] === undefined)
    .map(({ key }) => ({ key, code: 'language' as const, written: getTwin(key) }))
    .filter(({ written }) => fields[written] !== undefined)
}

function findWeak({ citations = [] }: AnyFields, { reliabilities }: Surroundings): Warning[] {
  const cited = (citations as Citation[]).map(({ source }) => source)
  const [source] = cited
  if (source === undefined || !isWeak(cited.map((id) => reliabilities.get(id)))) return []
  return [{ key: 'citations', code: 'weak', source }]
}

function findIdentities(figure: KnownFigure, { figures }: Surroundings): Warning[] {
  const get = (id: string) => (id === figure.id ? figure : figures.get(id))
  return listTests(figure).flatMap((test) => {
    const outcome = evaluateTest(test, (id) => get(id)?.value)
    const total = get(test.total)
    if (outcome?.outcome !== 'fails' || !total) return []
    const parts = test.parts.flatMap((id) => get(id) ?? [])
    const difference = absDecimal(outcome.difference)
    return [{ key: 'value', code: 'identity', kind: test.kind, total, parts, difference }]
  })
}

function findFar(figure: KnownFigure, series: FigureSeries): Warning[] {
  const { value } = figure
  const neighbours = findNeighbours(figure, series).filter((one) => compareDecimals(one.value, '0') > 0)
  if (neighbours.length === 0) return []
  const times = neighbours.length === 1 ? TIMES_ONE : TIMES_BOTH
  const isAbove = neighbours.every((one) => compareDecimals(value, multiplyDecimal(one.value, times)) > 0)
  const isBelow = neighbours.every((one) => compareDecimals(multiplyDecimal(value, times), one.value) < 0)
  if (!isAbove && !isBelow) return []
  return [{ key: 'value', code: 'far', side: isAbove ? 'above' : 'below', value, neighbours }]
}
