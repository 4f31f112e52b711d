import type { AnyFields, Noun } from '@/domain/field'
import { getReferences } from '@/domain/record'
import { getRecords } from './get-record'
import type { RecordVersion } from './list-records'

/** The records that others refer to, by noun and id, as they stand in an edition: for names, units and sources. */
export type Labels = { [N in Noun]?: Record<string, AnyFields> }

/** Everything the given rows refer to, one query per noun, and what these refer to in turn where names need it. */
export async function getLabels(
  edition: number,
  rows: readonly RecordVersion[],
  also: readonly { noun: Noun; id: string }[] = [],
): Promise<Labels> {
  const wanted = new Map<Noun, Set<string>>()
  const want = (noun: Noun, id: string) => wanted.set(noun, (wanted.get(noun) ?? new Set()).add(id))
  for (const { noun, fields } of rows) {
    for (const to of getReferences(noun, fields)) want(to.noun, to.id)
    // A report is called after the place whose stay it is on.
    if (noun === 'report') want('area', String(fields.member).split('.')[1] ?? '')
  }
  for (const { noun, id } of also) want(noun, id)
  const found = await Promise.all(
    [...wanted].map(async ([noun, ids]) => {
      const records = await getRecords(noun, [...ids], edition)
      return [noun, Object.fromEntries(records.map(({ id, fields }) => [id, fields]))] as const
    }),
  )
  return Object.fromEntries(found)
}
