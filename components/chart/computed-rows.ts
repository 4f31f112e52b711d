import type { RecordLike } from '@/components/record/record-like'
import { getLabel, type Reading } from '@/components/view/reading'
import type { Computed, ComputedMeasure } from '@/domain/computed-measure'
import { fillTemplate } from './chart-words'

export type Computations = ReadonlyMap<string, Computed>

/**
 * Figures as they are drawn by a measure: each with its computed value, in percent, under a name that says so. Those it
 * cannot be computed for are left out, so that they are gaps. Only for drawing: tables and files keep what is stored.
 */
export function toComputedRows(
  reading: Reading,
  measure: ComputedMeasure,
  rows: readonly RecordLike[],
  computed: Computations,
): { reading: Reading; rows: RecordLike[] } {
  const indicators = Object.entries(reading.labels.indicator ?? {}).map(([id, fields]) => {
    const title = getComputedTitle(reading, measure, id)
    const shown = { unit: 'percent', unitMult: 0, measure: 'ratio', nameEn: title, nameZh: title }
    return [id, { ...fields, ...shown }] as const
  })
  return {
    reading: { ...reading, labels: { ...reading.labels, indicator: Object.fromEntries(indicators) } },
    rows: rows.flatMap((row) => {
      const found = computed.get(row.id)
      return found ? [{ ...row, fields: { ...row.fields, value: found.value } }] : []
    }),
  }
}

/** `Use of the limit: Local government debt balance` */
function getComputedTitle(reading: Reading, measure: ComputedMeasure, indicator: string): string {
  const { computed } = reading.words.chart
  return fillTemplate(computed.title, {
    measure: computed.name[measure],
    indicator: getLabel(reading, 'indicator', indicator).text,
  })
}
