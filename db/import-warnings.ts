import { compareFields } from '@/domain/change'
import type { Doubtful } from '@/domain/doubtful'
import { getFields } from '@/domain/record'
import type { BasedChange, Warning } from '@/domain/warning'
import { describeDoubtful, findWarnings } from './find-warnings'
import type { ImportedRow } from './import-csv'

/** What is doubtful about an import: by row, and what it comes to; null where nothing is. */
export type ImportWarnings = { byRow: ReadonlyMap<ImportedRow, Warning[]>; doubtful: Doubtful | null }

/** Judges the rows that change something, each as all of them together would leave the record. */
export async function findImportWarnings(rows: readonly ImportedRow[]): Promise<ImportWarnings> {
  const open = rows.filter(isChanging)
  const changes = open.flatMap(({ change, was }): BasedChange[] =>
    change ? [{ change, base: was?.fields ?? null }] : [],
  )
  const found = await findWarnings(changes)
  return {
    byRow: new Map(open.flatMap((row, at) => (found[at]?.length ? [[row, found[at]] as const] : []))),
    doubtful: describeDoubtful(changes, found),
  }
}

function isChanging({ noun, was, change }: ImportedRow): boolean {
  if (!change?.fields || !was?.fields) return change !== null
  const keys = getFields(noun).map(({ key }) => key)
  return compareFields(keys, was.fields, change.fields).length > 0
}
