import type { ChartComputed, ChartDescription } from '@/domain/chart/chart-description'
import { OFFICIAL } from '@/domain/claimant'
import type { ChartMessages } from '@/messages/public/chart.en'
import { getY, type LineEnd } from './chart-layout'
import { type ChartWords, fillTemplate, formatAxis, formatCompactWords } from './chart-words'

/** What the title leaves open: the place or the period where all is of one, and what the axis counts in. */
export function describeHead(chart: ChartDescription, worded: ChartWords): string {
  const [first] = chart.series
  const isOneArea = chart.series.every(({ area }) => area === first?.area)
  const { scale } = formatAxis(worded, chart)
  const isRanked = chart.arrangement === 'ranked'
  return [isRanked ? first?.points[0]?.label : isOneArea ? first?.areaLabel : '', scale].filter(Boolean).join(' · ')
}

/** What is drawn how, and what is not drawn, in sentences. */
export function describeNotes(chart: ChartDescription, { words }: ChartWords): string[] {
  const { notes } = words
  const [one] = chart.series
  const isRanked = chart.arrangement === 'ranked'
  const found: string[] = chart.computed ? describeComputed(chart.computed, words.computed) : []
  if (one && one.claimant !== OFFICIAL && chart.series.every(({ claimant }) => claimant === one.claimant)) {
    found.push(fillTemplate(notes.claimedBy, { claimant: one.claimantLabel }))
  }
  if (!isRanked && chart.series.some(({ runs }) => runs.length > 1)) found.push(notes.breaks)
  if (chart.series.some(({ points }) => points.some(({ estimate }) => estimate))) found.push(notes.estimates)
  const ringed = chart.series.flatMap(({ points }) => points).filter(({ changed }) => changed).length
  if (ringed > 0) found.push(ringed === 1 ? words.drift.oneRinged : fillTemplate(words.drift.ringed, { count: ringed }))
  if (!isRanked && chart.value.min > 0) found.push(notes.cutAxis)
  if (chart.arrangement === 'panels') found.push(notes.sameAxes)
  if (chart.events?.lanes.some(({ marks }) => marks.some(({ from, to, open }) => open || to > from)))
    found.push(words.events.spans)
  if (chart.arrangement === 'stacked') found.push(notes.stacked)
  if (chart.incomplete === 1) found.push(notes.incompleteOne)
  if (chart.incomplete > 1) found.push(fillTemplate(notes.incomplete, { count: chart.incomplete }))
  if (chart.leftOut === 1) found.push(notes.leftOutOne)
  if (chart.leftOut > 1) found.push(fillTemplate(notes.leftOut, { count: chart.leftOut }))
  return found
}

/** How what is drawn was computed, and for how many figures it could not be. */
function describeComputed({ measure, missing }: ChartComputed, words: ChartMessages['computed']): string[] {
  if (missing === 0) return [words.formula[measure]]
  const said = missing === 1 ? words.missingOne : fillTemplate(words.missing, { count: missing })
  return [words.formula[measure], said]
}

/** The last figure of each series: its name, or for a single series, which the title names, its value. */
export function toEnds(chart: ChartDescription, worded: ChartWords, height: number): LineEnd[] {
  return chart.series.flatMap((series) => {
    const last = series.points.findLast(({ amount }) => amount !== null)
    if (!last) return []
    const text = chart.series.length > 1 ? series.label : formatCompactWords(worded, chart, last.value)
    const pointY = getY(chart.value, height, last.amount ?? 0)
    return { text, colour: series.colour, estimate: last.estimate, at: last.at, pointY }
  })
}
