import { toChartRow } from '@/components/chart/figure-chart'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import { toChart } from '@/domain/chart/chart'
import type { ChartDescription, ChartOptions, ChartRow } from '@/domain/chart/chart-description'
import { OFFICIAL } from '@/domain/claimant'
import type { Unit } from '@/domain/indicator'
import { type DebtScope, listBalances, listLimits, listUses, type PlaceFigure } from '@/domain/place-figures'
import { getPeriodText } from './place-words'

/** What the lines of such a chart measure has a name of its own, which its title gives. */
const LINES = 'lines'

/** A line of a chart that is not an area of its own: its order, its name, and its figures. */
type Line = { key: string; name: string; rows: readonly ChartRow[] }

/** The chart of some lines of one unit, or null where there is nothing to draw. */
export function drawLines(
  reading: Reading,
  lines: readonly Line[],
  options: Pick<ChartOptions, 'unit' | 'unitMult' | 'measure'>,
): ChartDescription | null {
  const names = new Map(lines.map(({ key, name }) => [key, name]))
  const result = toChart(
    lines.flatMap(({ key, rows }) => rows.map((row) => ({ ...row, indicator: LINES, area: key, claimant: OFFICIAL }))),
    {
      ...options,
      labels: {
        area: (key) => names.get(key) ?? key,
        claimant: (id) => getLabel(reading, 'claimant', id).text,
        period: (row) =>
          getPeriodText(reading, { id: row.id, fields: { period: row.period, frequency: row.frequency } }),
      },
      href: (row) => hrefToRecord(reading, 'observation', row.id),
    },
  )
  return result.ok ? result.chart : null
}

/** A limit of a year drawn where the balance it bounds is drawn: at the year's last day. */
function toYearEnd(figure: PlaceFigure): ChartRow {
  const row = toChartRow({ ...figure, noun: 'observation', fromEdition: 0 })
  const end = `${row.period}-12-31`
  return { ...row, period: end, frequency: 'I', periodStart: end, periodEnd: end }
}

/** A figure as a chart takes it. */
export function toRow(figure: PlaceFigure): ChartRow {
  return toChartRow({ ...figure, noun: 'observation', fromEdition: 0 })
}

function getUnit(reading: Reading, indicator: string): { unit: Unit; unitMult: number } {
  const fields = reading.labels.indicator?.[indicator]
  return { unit: (fields?.unit ?? 'CNY') as Unit, unitMult: Number(fields?.unitMult ?? 8) }
}

/** Debt and its limit over time, two lines of one place. */
export function toDebtChart(
  reading: Reading,
  figures: readonly PlaceFigure[],
  area: string,
  scope: DebtScope,
): ChartDescription | null {
  const { place } = reading.words
  return drawLines(
    reading,
    [
      { key: '1', name: place.balance, rows: listBalances(figures, area, scope).map(toRow) },
      { key: '2', name: place.limit, rows: listLimits(figures, area, scope).map(toYearEnd) },
    ],
    { ...getUnit(reading, `lgd_balance_${scope}`), measure: 'stock' },
  )
}

/** Balances of some places over time, a strip for each on one scale. */
export function toDebtPanels(
  reading: Reading,
  figures: readonly PlaceFigure[],
  areas: readonly { id: string; name: string }[],
  scope: DebtScope,
): ChartDescription | null {
  const chart = drawLines(
    reading,
    areas.map(({ id, name }, at) => ({ key: `${at + 1}`, name, rows: listBalances(figures, id, scope).map(toRow) })),
    { ...getUnit(reading, `lgd_balance_${scope}`), measure: 'stock' },
  )
  return chart && { ...chart, arrangement: chart.arrangement === 'ranked' ? 'ranked' : 'panels' }
}

/** The use of the limit at the ends of years in some places, each a line; percent, computed. */
export function toUseChart(
  reading: Reading,
  figures: readonly PlaceFigure[],
  areas: readonly { id: string; name: string }[],
  scope: DebtScope,
): ChartDescription | null {
  return drawLines(
    reading,
    areas.map(({ id, name }, at) => ({
      key: `${at + 1}`,
      name,
      rows: listUses(figures, id, scope).map(({ balance, percent }) => ({ ...toRow(balance), value: percent })),
    })),
    { unit: 'percent', unitMult: 0, measure: 'ratio' },
  )
}
