'use client'

import type { ClipboardEvent, KeyboardEvent } from 'react'
import { type BulletinHead, type BulletinRow, bulletinColumns } from '@/domain/bulletin'
import { readBulletinText } from '@/domain/bulletin-text'
import { parseBlock } from '@/domain/stated-amount'
import { BulletinCell, type BulletinCellProps } from './bulletin-cell'

type BulletinSheetProps = Omit<BulletinCellProps, 'row' | 'column' | 'at' | 'place'> & {
  rows: readonly BulletinRow[]
  /** Told how many figures a pasted text or block held. */
  onPlace: (count: number) => void
}

/** A line of the sheet for each indicator and a column for total, general and special; moved in as in a spreadsheet. */
export function BulletinSheet(props: BulletinSheetProps) {
  const { head, rows, names, words, onType, onPlace } = props
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = toStep(event)
    const input = event.target instanceof HTMLInputElement ? event.target : null
    const next = step && input && findNext(event.currentTarget, input, step)
    if (!next) return
    event.preventDefault()
    next.focus()
    next.select()
  }
  const paste = (event: ClipboardEvent<HTMLTableElement>) => {
    const text = event.clipboardData.getData('text/plain')
    const input = event.target instanceof HTMLInputElement ? event.target : null
    const placed = input && readPasted(text, input, head, rows)
    if (!placed) return
    event.preventDefault()
    onType(placed)
    onPlace(Object.keys(placed).length)
  }
  return (
    <div className="my-4 overflow-x-auto">
      <table className="ledger w-full" aria-describedby="sheet-hint" onKeyDown={move} onPaste={paste}>
        <caption className="sr-only">{words.sheet}</caption>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            {bulletinColumns.map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.total}>
              <th scope="row" className="min-w-28 font-normal lg:min-w-60">
                {names[row.total] ?? row.total}
              </th>
              {bulletinColumns.map((column, place) => (
                <td key={column}>
                  {row[column] && <BulletinCell {...props} row={row} column={column} at={at} place={place} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Step = { rows: number; columns: number }

/** Up, down and Enter move between lines; left and right only from the end of what stands in the cell. */
function toStep(event: KeyboardEvent): Step | null {
  const input = event.target
  if (event.nativeEvent.isComposing || !(input instanceof HTMLInputElement)) return null
  const isAll = input.selectionStart === 0 && input.selectionEnd === input.value.length
  switch (event.key) {
    case 'ArrowUp':
      return { rows: -1, columns: 0 }
    case 'ArrowDown':
    case 'Enter':
      return { rows: event.shiftKey ? -1 : 1, columns: 0 }
    case 'ArrowLeft':
      return input.selectionEnd === 0 || isAll ? { rows: 0, columns: -1 } : null
    case 'ArrowRight':
      return input.selectionStart === input.value.length || isAll ? { rows: 0, columns: 1 } : null
    default:
      return null
  }
}

/** The next cell in a direction that has an input. */
function findNext(table: HTMLTableElement, from: HTMLInputElement, { rows, columns }: Step): HTMLInputElement | null {
  let [row, column] = [Number(from.dataset.row) + rows, Number(from.dataset.column) + columns]
  for (; row >= 0 && row < table.rows.length && column >= 0 && column < 3; row += rows, column += columns) {
    const next = table.querySelector<HTMLInputElement>(`input[data-row="${row}"][data-column="${column}"]`)
    if (next) return next
  }
  return null
}

/** What a text of the ministry or a block of a spreadsheet says for the sheet; null for what belongs into one cell. */
function readPasted(text: string, input: HTMLInputElement, head: BulletinHead, rows: readonly BulletinRow[]) {
  const read = readBulletinText(text, rows, head)
  if (Object.keys(read).length > 0) return read
  if (!/[\t\n]/.test(text.replace(/[\r\n]+$/, ''))) return null
  return placeBlock(rows, Number(input.dataset.row), Number(input.dataset.column), parseBlock(text))
}

/** What a pasted block says for each cell it covers; what falls beside a cell is left out. */
function placeBlock(rows: readonly BulletinRow[], row: number, column: number, block: readonly string[][]) {
  const placed: { [indicator: string]: string } = {}
  for (const [down, cells] of block.entries()) {
    for (const [right, text] of cells.entries()) {
      const name = bulletinColumns[column + right]
      const indicator = name && rows[row + down]?.[name]
      if (indicator) placed[indicator] = text
    }
  }
  return placed
}
