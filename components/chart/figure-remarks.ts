import type { ChartDescription } from '@/domain/chart/chart-description'
import { getSign, listRemarks, type Remark } from '@/domain/chart/chart-remarks'

/** The record's notes on what a chart draws, with their letters. */
export function listChartRemarks({ series }: Pick<ChartDescription, 'series'>): Remark[] {
  return listRemarks(
    series.flatMap(({ points }) => points.flatMap(({ amount, note }) => (amount === null ? [] : note))),
  )
}

/** The letter at a point, where it has one: most points travel without. */
export function toSign(remarks: readonly Remark[], note: string | null): { sign?: string } {
  const sign = getSign(remarks, note)
  return sign === null ? {} : { sign }
}
