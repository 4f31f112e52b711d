import Link from 'next/link'
import type { ReactNode } from 'react'
import type { RecordLike } from '@/components/record/record-like'

/** One column: its head, how a row fills it, and the sort key it orders by. */
export type Column = {
  key: string
  label: string
  sort?: string
  numeric?: boolean
  cell: (row: RecordLike) => ReactNode
}

type DataTableProps = {
  caption: string
  columns: readonly Column[]
  rows: readonly RecordLike[]
  /** The sort of the view, `-period`, and the address of the same view in another order. */
  sort?: string
  hrefForSort?: (sort: string) => string
  words: { sortBy: string; ascending: string; descending: string }
}

/** A table of records: a caption, heads that sort by link, the first column as the row's head. */
export function DataTable({ caption, columns, rows, sort, hrefForSort, words }: DataTableProps) {
  return (
    <section className="ledger-frame" tabIndex={0} aria-label={caption}>
      <table className="ledger">
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {columns.map(({ key }) => (
            <col key={key} className={`col-${key}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head
                key={column.key}
                column={column}
                {...(sort ? { sort } : {})}
                {...(hrefForSort ? { hrefForSort } : {})}
                words={words}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} id={row.id}>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} {...(column.numeric ? { className: 'text-end' } : {})}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Head({
  column,
  sort,
  hrefForSort,
  words,
}: Pick<DataTableProps, 'sort' | 'hrefForSort' | 'words'> & { column: Column }) {
  const align = column.numeric ? 'text-end' : undefined
  if (!column.sort || !hrefForSort) {
    return (
      <th scope="col" className={align}>
        {column.label}
      </th>
    )
  }
  const descending = sort === `-${column.sort}`
  const active = descending || sort === column.sort
  const next = descending ? column.sort : `-${column.sort}`
  return (
    <th scope="col" className={align} aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}>
      <Link href={hrefForSort(next)} prefetch={false} title={words.sortBy.replace('{name}', column.label)}>
        {column.label}
        {active && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
        {active && <span className="sr-only"> ({descending ? words.descending : words.ascending})</span>}
      </Link>
    </th>
  )
}
