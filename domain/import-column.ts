import { getHead, type Noun } from './field'
import { getFields } from './record'
import { getCsvHeads } from './record-csv'

/** What each column of a file holds: a head of the noun's CSV by the head in the file; empty where it is left aside. */
export type ColumnMap = { [head: string]: string }

/** Words for fields by key, in one language. */
export type FieldNames = { readonly [key: string]: string }

/** The unit a file says its figures are in. It is the indicator's, so it is compared and not kept. */
export const unitHeads = ['UNIT_MEASURE', 'UNIT_MULT'] as const

/** Everything a column may hold: the noun's own heads, and beside figures their unit. */
export function listImportHeads(noun: Noun): string[] {
  return noun === 'observation' ? [...getCsvHeads(noun), ...unitHeads] : getCsvHeads(noun)
}

/** The field a head stands for, or `id`. */
export function toFieldKey(noun: Noun, head: string): string {
  if (head === 'CITATIONS') return 'citations'
  return getFields(noun).find((field) => getHead(field) === head)?.key ?? (head === 'ID' ? 'id' : head)
}

/**
 * Finds what each column holds by its head: the SDMX name, the field's key, or the field's name in either language,
 * whatever its case, width and spaces. A column that names nothing is not in the answer; of two that name the same the
 * second is not.
 */
export function matchColumns(noun: Noun, heads: readonly string[], names: readonly FieldNames[] = []): ColumnMap {
  const known = new Map(listImportHeads(noun).map((head) => [toPlain(head), head]))
  for (const head of listImportHeads(noun)) {
    const key = toFieldKey(noun, head)
    if (head === 'CITATIONS') continue
    for (const spelling of [key, ...names.map((name) => name[key] ?? head)]) {
      if (!known.has(toPlain(spelling))) known.set(toPlain(spelling), head)
    }
  }
  const taken = new Set<string>()
  const matched: ColumnMap = {}
  for (const head of heads) {
    const target = known.get(toPlain(head))
    if (target === undefined || taken.has(target)) continue
    taken.add(target)
    matched[head] = target
  }
  return matched
}

function toPlain(head: string): string {
  return head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}

/** The cells of a record under the heads of its noun's CSV; columns left aside or not known are not in it. */
export function renameCells(cells: Record<string, string>, columns: ColumnMap): Record<string, string> {
  const renamed: Record<string, string> = {}
  for (const [head, target] of Object.entries(columns)) if (target !== '') renamed[target] = cells[head] ?? ''
  return renamed
}
