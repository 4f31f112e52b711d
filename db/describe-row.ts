import { compareFields } from '@/domain/change'
import { toFieldKey } from '@/domain/import-column'
import type { ReportRow, RowProblem, RowState } from '@/domain/import-report'
import { getFields, type Problem } from '@/domain/record'
import type { ImportedRow } from './import-csv'

/** What becomes of a row: as it was marked, or else by what it was made from and what it says now. */
export function describeRow(row: ImportedRow, marked: RowState | undefined): ReportRow {
  const { file, line, noun, id, was, change } = row
  const keys = getFields(noun).map(({ key }) => key)
  const differences = was?.fields && change?.fields ? compareFields(keys, was.fields, change.fields) : []
  const plain = change?.withdraw
    ? 'withdrawn'
    : was === null
      ? 'new'
      : was.fields === null
        ? 'restored'
        : differences.length > 0
          ? 'changed'
          : 'same'
  const problems = row.problems.map((problem) => toRowProblem(row, problem))
  return { file, line, noun, id, state: marked ?? plain, differences, problems }
}

/** Where in the file a problem stands: the head of its column as the file spells it, and what is in the cell. */
function toRowProblem({ noun, columns, cells }: ImportedRow, { key, code }: Problem): RowProblem {
  const [first = ''] = key.split('.')
  const column = Object.entries(columns).find(([, target]) => target !== '' && toFieldKey(noun, target) === first)
  if (!column) return { key, code }
  const cell = cells[column[1]] ?? ''
  return { key, code, head: column[0], ...(cell === '' ? {} : { cell: cell.slice(0, 200) }) }
}
