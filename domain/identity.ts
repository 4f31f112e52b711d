import { absDecimal, compareDecimals, countDecimals, subtractDecimals } from './decimal'
import type { Frequency } from './period'
import { isSpan } from './period'

/** A figure's place in the record: what its id is made of. */
export type FigureKey = { indicator: string; area: string; period: string; frequency: Frequency; claimant: string }

/**
 * One test of the arithmetic: `total` is the sum of `parts`, or is not less than the one part. Members are ids of
 * figures of the same area, claimant and period, which need not all be published.
 */
export type IdentityTest = { kind: 'sum' | 'most' | 'ytd'; total: string; parts: string[] }

export const identityOutcomes = ['passes', 'rounding', 'fails'] as const

/** How a test came out; `rounding` is a difference no larger than the rounding of its members explains. */
export type IdentityOutcome = IdentityTest & { outcome: (typeof identityOutcomes)[number]; difference: string }

/** Parts that make a whole, by indicator. */
const sums: readonly [total: string, ...parts: string[]][] = [
  ['lgb_issue_total', 'lgb_issue_new', 'lgb_issue_refi'],
  ['lgb_issue_total', 'lgb_issue_total_general', 'lgb_issue_total_special'],
  ['lgb_issue_total_general', 'lgb_issue_new_general', 'lgb_issue_refi_general'],
  ['lgb_issue_total_special', 'lgb_issue_new_special', 'lgb_issue_refi_special'],
  ['lgb_issue_new', 'lgb_issue_new_general', 'lgb_issue_new_special'],
  ['lgb_issue_refi', 'lgb_issue_refi_general', 'lgb_issue_refi_special'],
  ['lgd_balance_total', 'lgd_balance_general', 'lgd_balance_special'],
  ['lgd_balance_total', 'lgd_balance_bonds', 'lgd_balance_nonbond'],
  ['lgd_limit_total', 'lgd_limit_general', 'lgd_limit_special'],
  ['lgb_principal_repaid', 'lgb_principal_by_refi', 'lgb_principal_by_fiscal'],
]

/** The sums each indicator takes part in. */
const sumsOf: ReadonlyMap<string, typeof sums> = new Map(
  sums.flat().map((indicator) => [indicator, sums.filter((members) => members.includes(indicator))]),
)

/** The wholes that are parted into general and special. */
export const splits: readonly { total: string; general: string; special: string }[] = sums.flatMap(
  ([total, ...parts]) => {
    const [general, special] = ['_general', '_special'].map((end) => parts.find((part) => part.endsWith(end)))
    return general && special && parts.length === 2 ? [{ total, general, special }] : []
  },
)

/** A balance stays within its limit. */
export const limits: readonly [limit: string, balance: string][] = [
  ['lgd_limit_total', 'lgd_balance_total'],
  ['lgd_limit_general', 'lgd_balance_general'],
  ['lgd_limit_special', 'lgd_balance_special'],
]

/** The whole that exactly these indicators are the parts of, and the parts in the order of the identity; else null. */
export function findParts(indicators: readonly string[]): { total: string; parts: string[] } | null {
  for (const [total, ...parts] of sums) {
    if (parts.length === indicators.length && parts.every((part) => indicators.includes(part))) return { total, parts }
  }
  return null
}

/** Every test a figure takes part in. */
export function listTests(figure: FigureKey): IdentityTest[] {
  const toId = (indicator: string) => formatFigureId({ ...figure, indicator })
  const own = sumsOf.get(figure.indicator) ?? []
  return [
    ...own.map(([total, ...parts]) => ({ kind: 'sum' as const, total: toId(total), parts: parts.map(toId) })),
    ...listLimitTests(figure),
    ...listRunningTests(figure),
  ]
}

/** The limit of a year holds for the balance at its end: the one is a figure of the year, the other of a day. */
function listLimitTests(figure: FigureKey): IdentityTest[] {
  const year = figure.period.slice(0, 4)
  const ofYear = figure.frequency === 'A' && figure.period === year
  const atEnd = figure.frequency === 'I' && figure.period === `${year}-12-31`
  return limits
    .filter(([limit, balance]) => (ofYear && figure.indicator === limit) || (atEnd && figure.indicator === balance))
    .map(([limit, balance]) => ({
      kind: 'most',
      total: formatFigureId({ ...figure, indicator: limit, period: year, frequency: 'A' }),
      parts: [formatFigureId({ ...figure, indicator: balance, period: `${year}-12-31`, frequency: 'I' })],
    }))
}

/** Year to date = the previous month's year to date + the month; in January the month alone. */
function listRunningTests(figure: FigureKey): IdentityTest[] {
  const { frequency, period } = figure
  if ((frequency !== 'M' && frequency !== 'YTD') || isSpan(period)) return []
  const here = toRunningTest(figure, period)
  const next = frequency === 'YTD' ? toMonth(period, 1) : null
  return next === null || next.endsWith('-01') ? [here] : [here, toRunningTest(figure, next)]
}

function toRunningTest(figure: FigureKey, month: string): IdentityTest {
  const toId = (period: string, frequency: Frequency) => formatFigureId({ ...figure, period, frequency })
  const before = month.endsWith('-01') ? [] : [toId(toMonth(month, -1), 'YTD')]
  return { kind: 'ytd', total: toId(month, 'YTD'), parts: [...before, toId(month, 'M')] }
}

function toMonth(month: string, step: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

export function formatFigureId({ indicator, area, period, frequency, claimant }: FigureKey): string {
  return [indicator, area, period, frequency, claimant].join('.')
}

/** The key that {@link formatFigureId} made an id of. */
export function parseFigureId(id: string): FigureKey {
  const [indicator = '', area = '', period = '', frequency = '', claimant = ''] = id.split('.')
  return { indicator, area, period, frequency: frequency as Frequency, claimant }
}

/** Every indicator that takes part in a sum or a limit; running totals concern every flow. */
export const identityIndicators: readonly string[] = [...new Set([...sums, ...limits].flat())]

/** One identity of the record: what is tested, and how all its tests came out. */
export type IdentitySummary = {
  key: string
  kind: IdentityTest['kind']
  total: string
  parts: string[]
  counts: Record<(typeof identityOutcomes)[number], number>
}

/**
 * Every test that the given figures allow, and a summary by identity, in the order in which they were found.
 * @param figures figures with a value; a test is evaluated where all its members are among them
 */
export function evaluateFigures(figures: readonly (FigureKey & { id: string; value: string })[]): {
  outcomes: (IdentityOutcome & { key: string })[]
  summaries: IdentitySummary[]
} {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const summaries = new Map<string, IdentitySummary>()
  const outcomes = figures.flatMap((figure) =>
    listTests(figure).flatMap((test) => {
      // Each test stands at its total, so that it is counted once however many figures take part in it.
      const outcome = test.total === figure.id ? evaluateTest(test, (id) => byId.get(id)?.value) : null
      if (!outcome) return []
      const summary = toSummary(test, byId)
      const known = summaries.get(summary.key) ?? summary
      known.counts[outcome.outcome] += 1
      summaries.set(known.key, known)
      return [{ ...outcome, key: known.key }]
    }),
  )
  return { outcomes, summaries: [...summaries.values()] }
}

/** Tests as they are told: what does not add up before what rounding explains, and that before what does. */
export function orderOutcomes<T extends Pick<IdentityOutcome, 'outcome'>>(outcomes: readonly T[]): T[] {
  return outcomes.toSorted((a, b) => identityOutcomes.indexOf(b.outcome) - identityOutcomes.indexOf(a.outcome))
}

/** Whether some maker has a part in every figure of a test: figures of different makers need not add up. */
export function isOfOneMaker(makers: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = makers
  return makers.length === 0 || first.some((maker) => others.every((other) => other.includes(maker)))
}

function toSummary({ kind, total, parts }: IdentityTest, byId: ReadonlyMap<string, FigureKey>): IdentitySummary {
  const indicatorOf = (id: string) => byId.get(id)?.indicator ?? ''
  const names = { total: indicatorOf(total), parts: [...new Set(parts.map(indicatorOf))] }
  const key = kind === 'ytd' ? `ytd ${names.total}` : `${kind} ${names.total} ${names.parts.join(' ')}`
  return { key, kind, ...names, counts: { passes: 0, rounding: 0, fails: 0 } }
}

/** The outcome of a test, or null where one of its figures is not published. */
export function evaluateTest(test: IdentityTest, getValue: (id: string) => string | undefined): IdentityOutcome | null {
  const total = getValue(test.total)
  const parts = test.parts.map(getValue)
  if (total === undefined || !parts.every((part) => part !== undefined)) return null
  const difference = subtractDecimals(total, parts)
  const holds = test.kind === 'most' ? !difference.startsWith('-') : difference === '0'
  if (holds) return { ...test, difference, outcome: 'passes' }
  const explained = compareDecimals(absDecimal(difference), getRounding([total, ...parts])) <= 0
  return { ...test, difference, outcome: explained ? 'rounding' : 'fails' }
}

/** Half a unit in the last published place of every member, added up. */
function getRounding(values: readonly string[]): string {
  const halves = values.map(
    (value) => `${countDecimals(value) === 0 ? '0.5' : `0.${'0'.repeat(countDecimals(value))}5`}`,
  )
  return absDecimal(subtractDecimals('0', halves))
}
