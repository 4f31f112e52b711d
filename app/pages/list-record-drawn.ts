import type { RecordLike } from '@/components/record/record-like'
import type { LabelMap } from '@/components/view/reading'
import type { Drawn } from '@/db/compare-view'
import type { AreaReading } from '@/db/list-area'
import { type FigureKey, listTests } from '@/domain/identity'
import { getDefaultView } from '@/domain/view'
import { listPlaceKeys } from './area-page'
import { listLabelled } from './read-drift'

const said = ['mentions', 'task-forces'] as const

/**
 * Everything a record's page is drawn from: itself, the lists on it, and whatever its numbers rest on. A place comes
 * with what was read of it in the edition that is asked for.
 */
export function listRecordDrawn(
  { noun, id, fields }: RecordLike,
  places: readonly AreaReading[],
  labels: readonly LabelMap[],
): Drawn {
  const tests = noun === 'observation' ? listTests(fields as unknown as FigureKey) : []
  const tested = tests.flatMap(({ total, parts }) => [total, ...parts])
  return {
    restsOn: { noun, id },
    views: noun === 'area' ? said.map((page) => ({ page, view: { ...getDefaultView(page), area: [id] } })) : [],
    records: [
      { noun, id },
      ...tested.map((figure) => ({ noun: 'observation' as const, id: figure })),
      ...places.flatMap(listPlaceKeys),
    ],
    beside: labels.flatMap(listLabelled),
  }
}
