'use client'

import { useActionState } from 'react'
import { Ledger } from '@/components/view/ledger'
import type { DeskState } from '@/domain/desk-code'
import type { DeskFormWords } from './desk-form'
import { DeskDoneNotice, DeskRefusal } from './desk-notice'

/** A field both sides changed, in words; the empty key stands for the whole record. */
export type RebaseRow = {
  noun: string
  id: string
  key: string
  label: string
  base: string
  theirs: string
  yours: string
}

type RebaseTableWords = Record<'field' | 'base' | 'theirs' | 'yours' | 'rebase', string>

type RebaseFieldsProps = {
  action: (before: DeskState, form: FormData) => Promise<DeskState>
  hidden: { readonly [name: string]: string }
  rows: readonly RebaseRow[]
  words: RebaseTableWords
  formWords: DeskFormWords
}

/** Three columns, the text at the time, theirs and yours, and a choice for each field; it works without JavaScript. */
export function RebaseFields({ action, hidden, rows, words, formWords }: RebaseFieldsProps) {
  const [state, send, pending] = useActionState(action, null)
  return (
    <form action={send} id="rebase">
      {state?.ok === false && <DeskRefusal title={formWords.summary} text={formWords.errors[state.error]} />}
      {state?.ok && <DeskDoneNotice text={formWords.done[state.done]} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {rows.length > 0 && (
        <Ledger heads={[words.field, words.base, words.theirs, words.yours]}>
          {rows.map((row) => (
            <tr key={`${row.noun} ${row.id} ${row.key}`} data-conflict={row.key}>
              <th scope="row">{row.label}</th>
              <td>{row.base}</td>
              <Choice row={row} side="theirs" words={words} />
              <Choice row={row} side="yours" words={words} />
            </tr>
          ))}
        </Ledger>
      )}
      <button type="submit" className="button main mt-3" aria-disabled={pending}>
        {pending ? formWords.pending : words.rebase}
      </button>
    </form>
  )
}

function Choice({ row, side, words }: { row: RebaseRow; side: 'theirs' | 'yours'; words: RebaseTableWords }) {
  return (
    <td>
      <label className="flex min-h-6 items-start gap-2">
        <input
          type="radio"
          name={`choice ${row.noun} ${row.id} ${row.key}`}
          value={side}
          defaultChecked={side === 'yours'}
          aria-label={`${row.label}: ${words[side]}`}
        />
        <span>{row[side]}</span>
      </label>
    </td>
  )
}
