import Link from 'next/link'
import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import type { RecordLike } from '@/components/record/record-like'
import { CopyTable } from '@/components/site/copy-button'
import type { Messages } from '@/messages/en'
import { nameHeads } from './name-heads'

/** One column: its head, how a row fills it, the sort key it orders by, and what a copy has in place of the words shown. */
export type Column = {
  key: string
  label: string
  sort?: string
  numeric?: boolean
  copy?: (row: RecordLike) => string | undefined
  cell: (row: RecordLike) => ReactNode
}

type DataTableProps = {
  caption: string
  columns: readonly Column[]
  rows: readonly RecordLike[]
  words: Messages
  /** The sort of the view, `-period`, and the address of the same view in another order; without them heads do not sort. */
  sort?: string
  hrefForSort?: (sort: string) => string
  /** Whether a button copies the table. */
  canCopy?: boolean
}

/** Where rows can be columns: the window in which `ledger-cards` are cards is narrower (app/cards.css). */
const WIDE = '(min-width: 53rem)'

/**
 * A table of records: a caption, heads that sort by link, the first column as the row's head. Heads stay in sight. Where
 * there is no room for columns each row is a card, its cells under each other, and what a cell is stands before it.
 */
export function DataTable({ caption, columns, rows, words, sort, hrefForSort, canCopy }: DataTableProps) {
  const last = rows.at(-1)
  return (
    <div className="ledger-block">
      {/* Columns are as wide as their rows need: painted before the last is there, a table would move. Cards do not. */}
      {last && <link rel="expect" href={`#${last.id}`} blocking="render" media={WIDE} />}
      {canCopy && (
        <p className="ledger-tools no-print">
          <CopyTable label={words.table.copy} done={words.share.copied} />
        </p>
      )}
      <section className="ledger-frame" aria-label={caption}>
        <table className="ledger ledger-cards" style={nameHeads(columns.map(({ label }) => label))}>
          <caption className="sr-only">{caption}</caption>
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
                {columns.map((column, at) => (
                  <Cell key={column.key} column={column} row={row} isHead={at === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Cell({ column: { cell, copy, numeric }, row, isHead }: { column: Column; row: RecordLike; isHead: boolean }) {
  if (isHead) return <th scope="row">{cell(row)}</th>
  return (
    <td className={numeric ? 'text-end' : undefined} data-copy={copy?.(row)}>
      {cell(row)}
    </td>
  )
}

type HeadProps = Pick<DataTableProps, 'sort' | 'hrefForSort' | 'words'> & { column: Column }

function Head({ column, sort, hrefForSort, words }: HeadProps) {
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
      <Link href={hrefForSort(next)} prefetch={false} title={fillTemplate(words.view.sortBy, { name: column.label })}>
        {column.label}
        {active && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
        {active && (
          <span className="sr-only"> ({descending ? words.view.sortDescending : words.view.sortAscending})</span>
        )}
      </Link>
    </th>
  )
}
