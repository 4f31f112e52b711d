import { describeHead, describeNotes } from '@/components/chart/chart-notes'
import { toRankedRows } from '@/components/chart/chart-ranked'
import { type ChartWords, fillTemplate, formatSummary, formatValueWords } from '@/components/chart/chart-words'
import {
  type ClassWords,
  type Comparison,
  describeClasses,
  describeCoverage,
  describeNewer,
  describeRankScale,
  getAmountText,
  getRowSign,
  listComparisonRemarks,
  type RankScale,
  toRankScale,
} from '@/components/chart/comparison-words'
import { listChartRemarks } from '@/components/chart/figure-remarks'
import { tellRemarks } from '@/components/chart/remark-list'
import { shortenPlace } from '@/components/chart/tile-map'
import { getLabel, type Reading } from '@/components/view/reading'
import type { ChartDescription } from '@/domain/chart/chart-description'
import { getSign, type Remark } from '@/domain/chart/chart-remarks'
import { tileGrid } from '@/domain/chart/tile-grid'
import { getLevel } from '@/domain/chart/tile-level'
import { describeEventLines } from './picture-events'

/** One row of a ranking. `amount` is for drawing only: what is read is `value`. */
export type BarRow = { name: string; value: string; amount: number | null; estimate: boolean; sign?: string | null }

/** One square of the map: its place in the grid from 1, its short name, and where it has a figure that and its fifth. */
export type PictureTile = {
  column: number
  row: number
  code: string
  value?: string
  level?: number
  sign?: string | null
}

/** What is drawn of a view away from its page, with its words: `head` says what the title leaves open. */
export type PictureFigure = { title: string; head: string; notes: string[]; summary: string } & (
  | { kind: 'chart'; chart: ChartDescription }
  | { kind: 'ranking'; rows: BarRow[]; scale: RankScale }
  | { kind: 'map'; tiles: PictureTile[]; classes: ClassWords[]; noFigure: string }
)

export function toChartFigure(title: string, chart: ChartDescription, worded: ChartWords): PictureFigure {
  const text = {
    title,
    head: describeHead(chart, worded),
    notes: [
      ...describeNotes(chart, worded),
      ...tellRemarks(listChartRemarks(chart)),
      ...(chart.events ? describeEventLines(chart.events, worded) : []),
    ],
    summary: formatSummary(worded, chart),
  }
  if (chart.arrangement !== 'ranked') return { ...text, kind: 'chart', chart }
  const rows = toRankedRows(chart).map(({ series, point }) => ({
    name: series.label,
    value: formatValueWords(worded, chart, point.value),
    amount: point.amount,
    estimate: point.estimate,
    sign: getSign(listChartRemarks(chart), point.note),
  }))
  const amounts = rows.flatMap(({ amount }) => amount ?? [])
  return { ...text, kind: 'ranking', rows, scale: toRankScale(worded, amounts, chart) }
}

/** Places at one date, largest first, or the provinces as a map in five shades. */
export function toComparisonFigure(reading: Reading, kind: 'ranking' | 'map', comparison: Comparison): PictureFigure {
  const { words } = reading
  const { indicator, rows, measure, isChosen } = comparison
  const remarks = listComparisonRemarks(comparison)
  const bars = rows.map((row) => {
    const { fields } = row
    return {
      name: getLabel(reading, 'area', String(fields.area)).text,
      value: getAmountText(reading, fields),
      amount: Number(fields.value),
      estimate: fields.status === 'estimate',
      sign: getRowSign(remarks, row),
    }
  })
  const newer = describeNewer(reading, comparison)
  const said = [...(newer ? [newer] : []), ...(measure ? [words.chart.computed.formula[measure]] : [])]
  const text = {
    title: getLabel(reading, 'indicator', indicator).text,
    head: describeCoverage(reading, comparison),
    summary: bars
      .map(({ name, value }) => fillTemplate(words.view.clause, { name, values: value }))
      .join(words.chart.listSeparator),
  }
  if (kind === 'map') {
    const { noFigure, notShown, shades } = words.comparison
    const classes = describeClasses(reading, comparison)
    const notes = [...said, ...tellRemarks(remarks), shades]
    return {
      ...text,
      kind,
      notes,
      tiles: toTiles(reading, rows, remarks),
      classes,
      noFigure: isChosen ? notShown : noFigure,
    }
  }
  const notes = bars.some(({ estimate }) => estimate) ? [words.chart.notes.estimates] : []
  return {
    ...text,
    kind,
    notes: [...said, ...notes, ...tellRemarks(remarks)],
    rows: bars,
    scale: describeRankScale(reading, comparison),
  }
}

function toTiles(reading: Reading, rows: Comparison['rows'], remarks: readonly Remark[]): PictureTile[] {
  const values = rows.map(({ fields }) => Number(fields.value))
  return Object.entries(tileGrid).map(([id, place]) => {
    const name = getLabel(reading, 'area', id).text
    const tile = { ...place, code: reading.language === 'zh' ? shortenPlace(name) : id.slice(3) }
    const found = rows.find(({ fields }) => fields.area === id)
    if (!found) return tile
    return {
      ...tile,
      sign: getRowSign(remarks, found),
      value: getAmountText(reading, found.fields),
      level: getLevel(values, Number(found.fields.value)),
    }
  })
}
