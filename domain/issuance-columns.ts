import { describeValueAxis, getSlot, type ValueAxis } from './chart/chart-axis'
import type { Issuance, PlaceFigure } from './place-figures'

/** One month with both parts of what was issued; `slot` counts months from the first one shown. */
export type IssuanceColumn<F extends PlaceFigure = PlaceFigure> = {
  slot: number
  fresh: F
  refi: F
  amounts: { fresh: number; refi: number }
  percent: string
}

/** Months of issuance as stacked columns on one axis from zero, each in its slot: a month without a figure stays empty. */
export type IssuanceColumns<F extends PlaceFigure = PlaceFigure> = {
  first: { year: number; month: number }
  slots: number
  axis: ValueAxis
  columns: IssuanceColumn<F>[]
  hasGaps: boolean
}

const COLUMNS_LEAST = 3

/** Null where fewer than three months have both parts and their share: then a table says it better. */
export function describeIssuanceColumns<F extends PlaceFigure>(
  issuance: readonly Issuance<F>[],
): IssuanceColumns<F> | null {
  const months = issuance
    .flatMap(({ period, frequency, fresh, refi, percent }) => {
      if (frequency !== 'M' || !fresh || !refi || percent === null) return []
      return [{ slot: getSlot(`${period}-01`, 'M'), fresh, refi, percent }]
    })
    .toSorted((a, b) => a.slot - b.slot)
  const [first] = months
  const last = months.at(-1)
  if (!first || !last || months.length < COLUMNS_LEAST) return null
  const columns = months.map((month) => ({
    ...month,
    slot: month.slot - first.slot,
    amounts: { fresh: Number(month.fresh.fields.value), refi: Number(month.refi.fields.value) },
  }))
  const period = String(first.fresh.fields.period)
  const slots = last.slot - first.slot + 1
  return {
    first: { year: Number(period.slice(0, 4)), month: Number(period.slice(5, 7)) },
    slots,
    axis: describeValueAxis(
      columns.map(({ amounts }) => amounts.fresh + amounts.refi),
      true,
    ),
    columns,
    hasGaps: slots > columns.length,
  }
}
