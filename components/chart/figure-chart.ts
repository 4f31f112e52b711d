import { formatPeriodCode } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { getClaimantText } from '@/components/record/who'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import { type ChartResult, toChart } from '@/domain/chart/chart'
import type { ChartComputed, ChartRow } from '@/domain/chart/chart-description'
import { toStackedChart, type Whole } from '@/domain/chart/chart-stack'
import type { Indicator } from '@/domain/indicator'
import { parsePeriod } from '@/domain/period'
import { getPlaceOrder } from '@/domain/place-order'

/** A figure as a chart takes it. */
export function toChartRow({ id, fields }: RecordLike): ChartRow {
  const { indicator, area, period, frequency, claimant, status, value, note } = fields as Omit<ChartRow, 'value'> & {
    value?: string
  }
  const span = parsePeriod(period, frequency)
  return {
    id,
    indicator,
    area,
    period,
    frequency,
    claimant,
    status,
    value: value ?? null,
    note,
    periodStart: span?.start ?? '',
    periodEnd: span?.end ?? '',
  }
}

type FigureChartOptions = {
  computed?: ChartComputed | null
  whole?: Whole | null
  isChanged?: ((id: string) => boolean) | undefined
}

/** The chart of figures of one indicator at one frequency, named and linked for a reader; null where its indicator is unknown. */
export function toFigureChart(
  reading: Reading,
  rows: readonly RecordLike[],
  { computed = null, whole = null, isChanged }: FigureChartOptions = {},
): ChartResult | null {
  const indicator = reading.labels.indicator?.[String(rows[0]?.fields.indicator)] as Indicator | undefined
  if (!indicator) return null
  const options = {
    unit: indicator.unit,
    unitMult: indicator.unitMult,
    measure: indicator.measure,
    computed,
    labels: {
      indicator: (id: string) => getLabel(reading, 'indicator', id).text,
      area: (id: string) => getLabel(reading, 'area', id).text,
      claimant: (id: string) => getClaimantText(reading, id),
      period: (row: ChartRow) => formatPeriodCode(reading.words, row.period, row.frequency),
    },
    orderOf: (area: string) => getPlaceOrder({ id: area, fields: reading.labels.area?.[area] }),
    ...(isChanged ? { isChanged } : {}),
    href: (row: ChartRow) => hrefToRecord(reading, 'observation', row.id),
  }
  const drawn = rows.map(toChartRow)
  return whole ? toStackedChart(drawn, whole, options) : toChart(drawn, options)
}
