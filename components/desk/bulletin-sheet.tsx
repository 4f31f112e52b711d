'use client'

import type { ClipboardEvent, KeyboardEvent } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import {
  type BulletinColumn,
  type BulletinFigure,
  type BulletinHead,
  type BulletinIndicator,
  type BulletinRow,
  bulletinColumns,
  toFigureKey,
} from '@/domain/bulletin'
import { groupDigits } from '@/domain/format-number'
import { formatFigureId } from '@/domain/identity'
import { parseBlock } from '@/domain/stated-amount'
import type { BulletinMessages } from '@/messages/bulletin.en'

type BulletinSheetProps = {
  head: BulletinHead
  indicators: readonly BulletinIndicator[]
  rows: readonly BulletinRow[]
  names: { readonly [indicator: string]: string }
  published: { readonly [id: string]: string }
  words: BulletinMessages
  figures: readonly BulletinFigure[]
  typed: { readonly [indicator: string]: string }
  onType: (changes: { [indicator: string]: string }) => void
}

/** A line of the sheet for each indicator and a column for total, general and special; moved in as in a spreadsheet. */
export function BulletinSheet(props: BulletinSheetProps) {
  const { rows, names, words, onType } = props
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
    if (!input || !/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    onType(placeBlock(rows, Number(input.dataset.row), Number(input.dataset.column), parseBlock(text)))
  }
  return (
    <div className="ledger-frame my-4">
      <table className="ledger w-full" onKeyDown={move} onPaste={paste}>
        <caption className="mb-2 max-w-prose text-start text-sm text-muted">{words.sheetHint}</caption>
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
              <th scope="row" className="font-normal">
                {names[row.total] ?? row.total}
              </th>
              {bulletinColumns.map((column, place) => (
                <td key={column}>
                  {row[column] && <Cell {...props} row={row} column={column} at={at} place={place} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = BulletinSheetProps & { row: BulletinRow; column: BulletinColumn; at: number; place: number }

/** An input, what was understood of it, and what is published now. */
function Cell({
  head,
  indicators,
  row,
  column,
  at,
  place,
  names,
  published,
  words,
  figures,
  typed,
  onType,
}: CellProps) {
  const indicator = row[column] ?? ''
  const figure = figures.find((one) => one.indicator === indicator)
  const unit = indicators.find(({ id }) => id === indicator)?.unit ?? 'CNY'
  const now = published[formatFigureId(toFigureKey(head, indicator))]
  const id = `v.${indicator}`
  return (
    <>
      <input
        id={id}
        name={id}
        value={typed[indicator] ?? ''}
        onChange={(event) => onType({ [indicator]: event.currentTarget.value })}
        data-row={at}
        data-column={place}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        aria-label={fillTemplate(words.cell, {
          indicator: names[row.total] ?? row.total,
          column: words.columns[column],
        })}
        aria-invalid={figure && !figure.ok ? true : undefined}
        aria-describedby={`${id}-said`}
        className="min-h-9 w-full min-w-28 rounded-xs border border-muted bg-field px-2 text-end text-ink tabular-nums"
      />
      <span id={`${id}-said`} className="block min-h-5 text-end text-sm text-muted tabular-nums">
        {figure?.ok && fillTemplate(words.understood, { value: groupDigits(figure.value), unit: words.units[unit] })}
        {figure && !figure.ok && <span className="text-accent">{words.problems[figure.error]}</span>}
        {now !== undefined && <> {fillTemplate(words.published, { value: groupDigits(now) })}</>}
      </span>
    </>
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
