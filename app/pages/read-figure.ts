import { type PictureFigure, toChartFigure, toComparisonFigure } from '@/components/picture/picture-figure'
import type { Reading } from '@/components/view/reading'
import { canMeasure } from '@/domain/computed-measure'
import type { DriftMark } from '@/domain/drift'
import type { Unit } from '@/domain/indicator'
import type { View } from '@/domain/view'
import type { PageRequest } from './page-request'
import { describeChoice, listPublishers, readChart, type ViewChart } from './read-chart'
import { type Compared, readComparison } from './read-comparison'

/** What a view of figures is drawn as: `drawn` over time, `compared` at one date; both null where nothing can be. */
export type ViewFigure =
  | { form: 'time'; drawn: ViewChart; compared: null }
  /** `drawn` says what must be chosen to see the view over time, where that is what it asks for. */
  | { form: 'ranking' | 'map'; drawn: ViewChart | null; compared: Compared | null }

/**
 * The chart a view asks for. One over time that cannot be drawn gives way to the places at one date, so that one indicator
 * is never without a drawing: a map of the provinces, or a ranking where the view names its places.
 * @param total how many rows the view has
 * @param marks what differs today, where the chart is to mark it; a picture says the same whatever came later
 */
export async function readFigure(
  request: PageRequest,
  reading: Reading,
  total: number,
  marks: readonly DriftMark[] | null = null,
): Promise<ViewFigure> {
  const view = request.address.view as View<'debt'>
  if (view.chart !== undefined)
    return { form: view.chart, drawn: null, compared: await readComparison(request, view.chart, marks) }
  const drawn = await readChart(reading, view, total, marks)
  if (drawn.chart || view.indicator.length !== 1) return { form: 'time', drawn, compared: null }
  const form = view.area.length > 0 ? 'ranking' : 'map'
  const compared = await readComparison(request, form, marks)
  return compared ? { form, drawn, compared } : { form: 'time', drawn, compared }
}

/** What of a view of figures can be drawn elsewhere than on its page, or the words for why nothing can. */
export type ViewPicture = { figure: PictureFigure; publishers: string[] } | { figure: null; refusal: string }

/** The same figure as a picture. */
export function toViewPicture(reading: Reading, view: View<'debt'>, found: ViewFigure): ViewPicture {
  const { form, drawn, compared } = found
  if (compared) {
    const figure = toComparisonFigure(compared.reading, form, compared.comparison)
    return { figure, publishers: listPublishers(compared.reading, compared.comparison.rows) }
  }
  if (form !== 'time') return { figure: null, refusal: describeNoComparison(reading, view) }
  const { title, chart, choice, publishers } = drawn
  if (chart)
    return { figure: toChartFigure(title, chart, { lang: reading.language, words: reading.words.chart }), publishers }
  return { figure: null, refusal: describeChoice(reading, choice ?? { kind: 'no-figures', spans: 0 }) }
}

/** Whatever chart a view asks for: what a picture and a frame show. */
export async function readPicture(request: PageRequest, reading: Reading, total: number): Promise<ViewPicture> {
  return toViewPicture(reading, request.address.view as View<'debt'>, await readFigure(request, reading, total))
}

/** Why a view has no ranking or map, and what it would need. */
export function describeNoComparison(reading: Reading, { indicator, measure }: View<'debt'>): string {
  const [only] = indicator
  if (measure === undefined || only === undefined || indicator.length > 1) return reading.words.comparison.choose
  const unit = reading.labels.indicator?.[only]?.unit as Unit | undefined
  return describeChoice(reading, {
    kind: canMeasure(measure, only, unit) ? 'nothing-computed' : 'not-measurable',
    measure,
  })
}
