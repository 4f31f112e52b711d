import { and, desc, inArray, isNotNull, sql } from 'drizzle-orm'
import type { ReferencePeriod } from '@/domain/chart/reference-period'
import { type Computed, type ComputedMeasure, computeMeasure, getOperands } from '@/domain/computed-measure'
import type { FigureKey } from '@/domain/identity'
import type { Unit } from '@/domain/indicator'
import type { View } from '@/domain/view'
import { asOf } from './as-of'
import { read } from './client'
import { getRecords } from './get-record'
import { type RecordVersion, toVersion } from './list-records'
import { observation } from './schema/record'
import { getWhere } from './view-queries'

/** What is computed from the figures of some rows, by the row's id; a row is missing where an operand is. */
export type Computations = ReadonlyMap<string, Computed>

/** Computes a measure for each of some figures of an edition, from the stored figures it is defined by. */
export async function computeFigures(
  measure: ComputedMeasure,
  rows: readonly Pick<RecordVersion, 'id' | 'fields'>[],
  edition: number,
): Promise<Computations> {
  const indicators = await getRecords(
    'indicator',
    [...new Set(rows.map(({ fields }) => String(fields.indicator)))],
    edition,
  )
  const units = new Map(indicators.map(({ id, fields }) => [id, fields.unit as Unit]))
  const wanted = rows.flatMap(({ id, fields }) => {
    const figure = fields as FigureKey
    const operands = getOperands(measure, figure, units.get(figure.indicator))
    return operands ? [{ id, operands }] : []
  })
  const values = await getValues(new Set(wanted.flatMap(({ operands }) => operands)), edition)
  return new Map(
    wanted.flatMap(({ id, operands: [of, against] }) => {
      const [first, second] = [values.get(of), values.get(against)]
      const value = first === undefined || second === undefined ? null : computeMeasure(measure, first, second)
      if (first === undefined || second === undefined || value === null) return []
      const operands = [
        { id: of, value: first },
        { id: against, value: second },
      ]
      return [[id, { value, operands }] as const]
    }),
  )
}

/** The ids of the rows from which another value is computed in another edition than was in theirs. */
export async function compareComputed(
  measure: ComputedMeasure,
  rows: readonly Pick<RecordVersion, 'id' | 'fields'>[],
  computed: Computations,
  edition: number,
): Promise<Set<string>> {
  const then = await computeFigures(measure, rows, edition)
  return new Set(rows.flatMap(({ id }) => (then.get(id)?.value === computed.get(id)?.value ? [] : [id])))
}

/** The values of figures by id; those without one, or not in the edition, are missing. */
async function getValues(ids: ReadonlySet<string>, edition: number): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map()
  const rows = await read((database) =>
    database
      .select({ id: observation.id, value: observation.value })
      .from(observation)
      .where(
        and(
          sql`${observation.id} in (select json_array_elements_text(${JSON.stringify([...ids])}::json) collate "C")`,
          asOf(observation, edition),
          isNotNull(observation.value),
        ),
      ),
  )
  return new Map(rows.map(({ id, value }) => [id, String(value)]))
}

const ROWS_MOST = 3_000

/** The figures of a view in some places from which a measure can be computed, and by reference period, newest first. */
export type ComputedComparison = { rows: RecordVersion[]; periods: ReferencePeriod[]; computed: Computations }

/** The newest figures of a view in some places that a measure can be computed from. */
export async function listComputed(
  view: View<'debt'>,
  measure: ComputedMeasure,
  edition: number,
  places: readonly string[],
): Promise<ComputedComparison> {
  const found = await read((database) =>
    database
      .select()
      .from(observation)
      .where(
        and(
          asOf(observation, edition),
          getWhere('debt', view, edition),
          inArray(observation.area, [...places]),
          isNotNull(observation.value),
        ),
      )
      .orderBy(desc(observation.periodEnd), observation.frequency, observation.id)
      .limit(ROWS_MOST),
  )
  const versions = found.map((row) => toVersion('observation', row))
  const computed = await computeFigures(measure, versions, edition)
  const rows = versions.filter(({ id }) => computed.has(id))
  return { rows, periods: toPeriods(rows), computed }
}

function toPeriods(rows: readonly RecordVersion[]): ReferencePeriod[] {
  const places = new Map<string, Set<string>>()
  for (const { fields } of rows) {
    const key = `${fields.period} ${fields.frequency}`
    places.set(key, (places.get(key) ?? new Set()).add(String(fields.area)))
  }
  return [...places].map(([key, areas]) => {
    const [period = '', frequency] = key.split(' ')
    return { period, frequency: frequency as FigureKey['frequency'], places: areas.size }
  })
}
