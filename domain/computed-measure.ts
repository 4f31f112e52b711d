import { AREA_OF_NATION } from './area'
import { lastDayOfMonth } from './date'
import { compareDecimals, getPercent, subtractDecimals } from './decimal'
import { type FigureKey, formatFigureId, limits } from './identity'
import type { Unit } from './indicator'
import { type Frequency, isSpan } from './period'

/**
 * What is computed from stored figures, in percent: `share` of the national total, `change` on a year before, `use` of
 * the limit, `refinancing` as a share of all bonds issued. Nothing of it is stored.
 */
export const computedMeasures = ['share', 'change', 'use', 'refinancing'] as const
export type ComputedMeasure = (typeof computedMeasures)[number]

/** Ids of the two stored figures a measure is computed from: the first is set against the second. */
export type Operands = readonly [of: string, against: string]

/** A computed value: percent with two decimals, and the stored figures it comes from with their values as published. */
export type Computed = { value: string; operands: readonly { id: string; value: string }[] }

export const COMPUTED_DECIMALS = 2

/** The heads of what is computed in files of rows, behind those of what is published. */
export const computedHeads = ['COMPUTED_MEASURE', 'COMPUTED_PERCENT', 'COMPUTED_FROM'] as const

/** The ids of both operands as one cell of a file. */
export function formatOperands({ operands }: Computed): string {
  return operands.map(({ id }) => id).join(';')
}

/** Refinancing bonds and the bonds they are part of. */
const refinancing: readonly [refinancing: string, total: string][] = [
  ['lgb_issue_refi', 'lgb_issue_total'],
  ['lgb_issue_refi_general', 'lgb_issue_total_general'],
  ['lgb_issue_refi_special', 'lgb_issue_total_special'],
]

/** The indicators a measure is defined for; null where it is for every amount of money. */
export function listMeasurable(measure: ComputedMeasure): readonly string[] | null {
  if (measure === 'use') return limits.flatMap(([limit, balance]) => [balance, limit])
  return measure === 'refinancing' ? refinancing.flat() : null
}

export function canMeasure(measure: ComputedMeasure, indicator: string, unit: Unit | undefined): boolean {
  return listMeasurable(measure)?.includes(indicator) ?? unit === 'CNY'
}

/**
 * Which stored figures a measure of a figure is computed from: of the same claimant, and but for what the measure
 * compares of the same indicator, area and period. Null where the measure is not defined: the nation has no share in
 * itself, a span of its own no year before, and a limit holds for the end of its year.
 */
export function getOperands(measure: ComputedMeasure, figure: FigureKey, unit: Unit | undefined): Operands | null {
  if (!canMeasure(measure, figure.indicator, unit)) return null
  if (measure === 'use') return getLimitOperands(figure)
  const toId = (change: Partial<FigureKey>) => formatFigureId({ ...figure, ...change })
  if (measure === 'share') return figure.area === AREA_OF_NATION ? null : [toId({}), toId({ area: AREA_OF_NATION })]
  if (measure === 'change') {
    const before = getYearBefore(figure.period, figure.frequency)
    return before === null ? null : [toId({}), toId({ period: before })]
  }
  const pair = refinancing.find((both) => both.includes(figure.indicator))
  return pair ? [toId({ indicator: pair[0] }), toId({ indicator: pair[1] })] : null
}

function getLimitOperands(figure: FigureKey): Operands | null {
  const pair = limits.find((both) => both.includes(figure.indicator))
  const year = figure.period.slice(0, 4)
  const isLimit = figure.indicator === pair?.[0]
  const fits = isLimit
    ? figure.frequency === 'A' && figure.period === year
    : figure.frequency === 'I' && figure.period === `${year}-12-31`
  if (!pair || !fits) return null
  return [
    formatFigureId({ ...figure, indicator: pair[1], period: `${year}-12-31`, frequency: 'I' }),
    formatFigureId({ ...figure, indicator: pair[0], period: year, frequency: 'A' }),
  ]
}

/** The same period a year earlier; the end of February is the end of February. Null for a span of its own. */
function getYearBefore(period: string, frequency: Frequency): string | null {
  if (isSpan(period)) return null
  const year = Number(period.slice(0, 4)) - 1
  if (frequency !== 'I') return `${year}${period.slice(4)}`
  const month = Number(period.slice(5, 7))
  const isMonthEnd = Number(period.slice(8)) === lastDayOfMonth(year + 1, month)
  return `${year}${period.slice(4, 7)}-${isMonthEnd ? lastDayOfMonth(year, month) : period.slice(8)}`
}

/**
 * The value of a measure from both its figures as published: exact, then rounded half away from zero to two decimals of
 * a percent. Null where the second is not above zero: there is nothing to set the first against.
 */
export function computeMeasure(measure: ComputedMeasure, of: string, against: string): string | null {
  if (compareDecimals(against, '0') <= 0) return null
  return getPercent(measure === 'change' ? subtractDecimals(of, [against]) : of, against, COMPUTED_DECIMALS)
}
