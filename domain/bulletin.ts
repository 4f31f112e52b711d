import type { AnyFields } from './field'
import {
  evaluateTest,
  type FigureKey,
  formatFigureId,
  type IdentityOutcome,
  type IdentityTest,
  identityIndicators,
  listTests,
  splits,
} from './identity'
import type { Unit } from './indicator'
import type { Frequency } from './period'
import { parseStatedAmount, type StatedUnit } from './stated-amount'
import { formatWarningKey, type Warning } from './warning'

/** What a bulletin says once for all its figures. */
export type BulletinHead = { source: string; area: string; period: string; frequency: Frequency }
/** What is known of an indicator where its figures are typed. */
export type BulletinIndicator = { id: string; unit: Unit; unitMult: number; measure: string }
/** One line of the sheet: the indicator of each column, null where a column has none. */
export type BulletinRow = { total: string; general: string | null; special: string | null }

export const bulletinColumns = ['total', 'general', 'special'] as const
export type BulletinColumn = (typeof bulletinColumns)[number]

/** Who speaks in a bulletin: the competent state body. */
export const BULLETIN_CLAIMANT = 'official'

/** The ministry's indicators of local bonds and debt begin so. */
const OF_BULLETIN = /^lg[bd]_/

/**
 * The lines of the sheet for a frequency: first what the identities part into general and special, then what else they
 * test, then every other indicator of local bonds and debt. Stocks stand at an instant or a year, all else runs.
 */
export function listBulletinRows(indicators: readonly BulletinIndicator[], frequency: Frequency): BulletinRow[] {
  const fitting = new Set(
    indicators
      .filter(
        ({ measure }) => frequency === 'A' || measure === 'ratio' || (measure === 'stock') === (frequency === 'I'),
      )
      .map(({ id }) => id),
  )
  const parted = splits.filter(({ total }) => fitting.has(total))
  const inParted = new Set(parted.flatMap(({ total, general, special }) => [total, general, special]))
  const tested = identityIndicators.filter((id) => fitting.has(id))
  const others = indicators.map(({ id }) => id).filter((id) => OF_BULLETIN.test(id) && fitting.has(id))
  const single = [...new Set([...tested, ...others])].filter((id) => !inParted.has(id))
  return [...parted, ...single.map((total) => ({ total, general: null, special: null }))]
}

export function toFigureKey(head: BulletinHead, indicator: string): FigureKey {
  return { indicator, area: head.area, period: head.period, frequency: head.frequency, claimant: BULLETIN_CLAIMANT }
}

/** Every test the figures of the sheet take part in, each once. */
export function listBulletinTests(head: BulletinHead, rows: readonly BulletinRow[]): IdentityTest[] {
  const indicators = rows.flatMap((row) => bulletinColumns.flatMap((column) => row[column] ?? []))
  const tests = indicators.flatMap((indicator) => listTests(toFigureKey(head, indicator)))
  const byName = new Map(tests.map((test) => [`${test.kind} ${test.total} ${test.parts.join(' ')}`, test]))
  return [...byName.values()]
}

/** A typed figure: its id and indicator, and its value in the indicator's unit or why it has none. */
export type BulletinFigure = { id: string; indicator: string } & (
  | { ok: true; value: string; stated: StatedUnit }
  | { ok: false; error: 'decimal' | 'unit' }
)

/** What was typed into the sheet, by indicator; blanks are no figures. */
export function readBulletin(
  head: BulletinHead,
  indicators: readonly BulletinIndicator[],
  typed: { readonly [indicator: string]: string },
): BulletinFigure[] {
  return indicators.flatMap(({ id: indicator, unit, unitMult }) => {
    const text = typed[indicator]?.trim() ?? ''
    if (text === '') return []
    const id = formatFigureId(toFigureKey(head, indicator))
    return [{ id, indicator, ...parseStatedAmount(text, unit, unitMult) }]
  })
}

/** How the tests come out with what is typed over what is published; tests without all their figures are left out. */
export function testBulletin(
  tests: readonly IdentityTest[],
  figures: readonly BulletinFigure[],
  published: { readonly [id: string]: string },
): IdentityOutcome[] {
  const typed = new Map(figures.flatMap((figure) => (figure.ok ? [[figure.id, figure.value] as const] : [])))
  return tests.flatMap((test) => {
    if (![test.total, ...test.parts].some((id) => typed.has(id))) return []
    return evaluateTest(test, (id) => typed.get(id) ?? published[id]) ?? []
  })
}

/**
 * The fields of a typed figure. One that says what is published gains the source; another takes its place and rests on the
 * source alone.
 */
export function toBulletinFields(
  head: BulletinHead,
  indicator: string,
  value: string,
  before: AnyFields | null,
): AnyFields {
  const cited = Array.isArray(before?.citations) ? (before.citations as { source: string }[]) : []
  const isSame = before?.value === value
  const known = isSame ? cited : []
  const citations = known.some(({ source }) => source === head.source) ? known : [...known, { source: head.source }]
  const kept = isSame ? before : {}
  return {
    ...kept,
    ...toFigureKey(head, indicator),
    value,
    status: 'official',
    citations,
  }
}

/** The name under which a figure's input is sent. */
export function toInputName(indicator: string): string {
  return `v.${indicator}`
}

/** Where on the page of the sheet a warning on the source stands: it is chosen once for all figures. */
export const SOURCE_INPUT = 'bulletin-source'

/**
 * The warnings on the figures of a sheet, each at the input it is about: those on the source once, and a test of the
 * arithmetic once, at the first of its figures that was typed.
 * @param found the warnings on each figure, by the place of its indicator in `indicators`
 */
export function toSheetWarnings(indicators: readonly string[], found: readonly (readonly Warning[])[]): Warning[] {
  const placed = indicators.flatMap((indicator, at) =>
    (found[at] ?? []).map((warning): Warning => {
      return { ...warning, key: warning.code === 'weak' ? SOURCE_INPUT : toInputName(indicator) }
    }),
  )
  const told = new Set<string>()
  return placed.filter((warning) => {
    const name = warning.code === 'far' ? formatWarningKey(warning) : formatWarningKey({ ...warning, key: '' })
    return !told.has(name) && told.add(name)
  })
}
