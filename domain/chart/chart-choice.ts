import type { ComputedMeasure } from '@/domain/computed-measure'
import { type Frequency, frequencies } from '@/domain/period'

export const AREAS_MOST = 36
export const SERIES_MOST = 36
/** So many places are small multiples, of fewer figures each: a page is not to weigh more for them. */
const FEW_AREAS = 12
const POINTS_OF_MANY_MOST = 720
export const POINTS_MOST = 3000

export type FrequencyCount = { frequency: Frequency; count: number }

/** What a view holds: periods that stand on no axis are counted in `spans` and in nothing else. */
export type ChartExtent = { indicators: number; spans: number; frequencies: (FrequencyCount & { areas: number })[] }

/** Why there is no chart, and so what the reader must choose. Counts are of what the view holds now. */
export type ChartChoice =
  | { kind: 'no-figures'; spans: number }
  | { kind: 'too-many-indicators'; count: number }
  | { kind: 'too-many-areas'; count: number; most: number }
  | { kind: 'too-many-series'; count: number; most: number }
  | { kind: 'too-many-points'; count: number; most: number }
  | { kind: 'mixed-frequencies'; frequencies: FrequencyCount[] }
  | { kind: 'only-cumulative'; count: number }
  | { kind: 'parts-of-many' | 'no-whole' }
  | { kind: 'not-measurable' | 'nothing-computed'; measure: ComputedMeasure }

/**
 * The frequency most figures have, never a cumulative one (months and running totals say different things of the same
 * month), and the others with their counts. Equal counts go by the order of the code list. `chosen` is null where all
 * there is runs from 1 January, or nothing is.
 */
export function chooseFrequency(counts: readonly FrequencyCount[]): {
  chosen: Frequency | null
  others: FrequencyCount[]
} {
  const totals = frequencies.flatMap((frequency) => {
    const count = counts.reduce((sum, one) => (one.frequency === frequency ? sum + one.count : sum), 0)
    return count > 0 ? [{ frequency, count }] : []
  })
  const best = totals.filter(({ frequency }) => frequency !== 'YTD').toSorted((a, b) => b.count - a.count)[0]
  return { chosen: best?.frequency ?? null, others: totals.filter((one) => one !== best) }
}

/** What can be drawn of an extent, at the frequency asked for or the best one, or what must be chosen first. */
export function chooseChart(
  { indicators, spans, frequencies: counts }: ChartExtent,
  asked: Frequency | null,
): { frequency: Frequency | null; others: FrequencyCount[]; choice: ChartChoice | null } {
  const { chosen, others } = asked ? { chosen: asked, others: getOthers(counts, asked) } : chooseFrequency(counts)
  const found = counts.find(({ frequency }) => frequency === chosen)
  return { frequency: chosen, others, choice: getChoice() }

  function getChoice(): ChartChoice | null {
    if (indicators > 1) return { kind: 'too-many-indicators', count: indicators }
    if (!chosen && others[0]) return { kind: 'only-cumulative', count: others[0].count }
    if (!found) return { kind: 'no-figures', spans }
    if (found.areas > AREAS_MOST) return { kind: 'too-many-areas', count: found.areas, most: AREAS_MOST }
    const most = found.areas > FEW_AREAS ? POINTS_OF_MANY_MOST : POINTS_MOST
    if (found.count > most) return { kind: 'too-many-points', count: found.count, most }
    return null
  }
}

function getOthers(counts: ChartExtent['frequencies'], asked: Frequency): FrequencyCount[] {
  return counts.flatMap(({ frequency, count }) => (frequency === asked ? [] : [{ frequency, count }]))
}
