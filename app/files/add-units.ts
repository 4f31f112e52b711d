import { getRecords } from '@/db/get-record'
import { type FigureMemory, rememberUnits } from '@/domain/figure-csv'

/** Sees that a file knows the units of these indicators in its edition. */
export async function addUnits(memory: FigureMemory, indicators: Iterable<string>, edition: number): Promise<void> {
  const unknown = [...new Set(indicators)].filter((id) => !memory.units.has(id))
  if (unknown.length > 0) rememberUnits(memory, await getRecords('indicator', unknown, edition))
}
