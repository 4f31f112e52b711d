'use client'

import { useEffect, useState } from 'react'
import { neutraliseText } from '@/domain/formula'

type Words = { label: string; done: string }

/** Copies a text. */
export function CopyButton({ text, ...words }: Words & { text: string }) {
  return <Copying {...words} read={() => text} />
}

/** Copies the table that follows in the same block, as lines of cells separated by tabs, heads first. */
export function CopyTable(words: Words) {
  return <Copying {...words} read={(button) => readTable(button.closest('.ledger-block')?.querySelector('table'))} />
}

/** It is there only where it can do so: without scripts, or a clipboard, the text beside it is selected. */
function Copying({ label, done, read }: Words & { read: (button: Element) => string }) {
  const [isAble, setAble] = useState(false)
  const [copied, setCopied] = useState(false)
  useEffect(() => setAble(Boolean(navigator.clipboard)), [])
  if (!isAble) return null
  return (
    <button
      type="button"
      className="button small"
      onClick={async (event) => {
        await navigator.clipboard.writeText(read(event.currentTarget))
        setCopied(true)
        setTimeout(() => setCopied(false), 2000)
      }}
    >
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  )
}

function readTable(table: HTMLTableElement | null | undefined): string {
  return [...(table?.rows ?? [])].map((row) => [...row.cells].map(readCell).join('\t')).join('\n')
}

/** What the record keeps, where the cell says it; else its words, without what is there for the eye or the ear alone. */
function readCell(cell: HTMLElement): string {
  if (cell.dataset.copy !== undefined) return cell.dataset.copy
  const copy = cell.cloneNode(true) as HTMLElement
  for (const mark of copy.querySelectorAll('[aria-hidden], .sr-only')) mark.remove()
  for (const part of copy.querySelectorAll('li + li, small, .block + .block')) part.before('; ')
  return neutraliseText((copy.textContent ?? '').replace(/\s+/g, ' ').trim())
}
