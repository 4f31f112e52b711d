'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import {
  type BulletinHead,
  type BulletinIndicator,
  type BulletinRow,
  listBulletinTests,
  readBulletin,
  testBulletin,
} from '@/domain/bulletin'
import type { EditState } from '@/domain/edit-state'
import type { IdentityOutcome } from '@/domain/identity'
import { NOTE_NAME } from '@/domain/warning'
import type { BulletinMessages } from '@/messages/desk/bulletin.en'
import type { EditMessages } from '@/messages/desk/edit.en'
import { BulletinIdentities } from './bulletin-identities'
import { BulletinSheet } from './bulletin-sheet'
import { NoteInput } from './note-input'
import { WarningNote } from './warning-parts'
import type { WarningWords } from './warning-text'

export type BulletinFieldsProps = {
  state: EditState
  head: BulletinHead
  indicators: readonly BulletinIndicator[]
  rows: readonly BulletinRow[]
  names: { readonly [indicator: string]: string }
  /** Published values by figure. */
  published: { readonly [id: string]: string }
  /** The words of the warnings on each input. */
  warned: { [name: string]: readonly string[] }
  words: BulletinMessages
  edit: EditMessages
  warningWords: WarningWords
  outcomes: Record<IdentityOutcome['outcome'], string>
  /** Told when something else stands in the sheet. */
  onChange: () => void
}

/** What is typed into the sheet of a bulletin, how it adds up, why it is published, and the note on what is doubtful. */
export function BulletinFields(props: BulletinFieldsProps) {
  const { state, head, indicators, rows, names, published, words, edit, warned, onChange } = props
  const [typed, setTyped] = useState<{ [indicator: string]: string }>(() => pickTyped(state))
  const [placed, setPlaced] = useState<number | null>(null)
  const tests = useMemo(() => listBulletinTests(head, rows), [head, rows])
  const figures = readBulletin(head, indicators, typed)
  const outcomes = testBulletin(tests, figures, published)
  // What is pasted is typed by nobody: no input says that it has changed.
  const told = useRef(typed)
  useEffect(() => {
    if (told.current === typed) return
    told.current = typed
    onChange()
  }, [typed, onChange])
  const problem = (code: string | undefined) => (code === 'long' ? edit.problems.long : code && edit.problems.missing)
  return (
    <>
      <p id="sheet-hint" className="max-w-prose text-sm text-muted">
        {words.sheetHint}
      </p>
      <BulletinSheet
        {...{ head, indicators, rows, names, published, words, figures, outcomes, typed, warned }}
        texts={props.outcomes}
        onType={(changes) => setTyped((before) => ({ ...before, ...changes }))}
        onPlace={setPlaced}
      />
      <p role="status" className="text-sm text-muted">
        {placed !== null && fillTemplate(words.placed, { count: placed })}
      </p>
      <BulletinIdentities outcomes={outcomes} names={names} words={words} texts={props.outcomes} />
      <div className="my-6 max-w-prose">
        <NoteInput
          name="reason"
          label={words.reason}
          required={edit.required}
          hint={edit.reasonHint}
          value={state?.reason ?? ''}
          problem={problem(state?.problems.reason)}
        />
      </div>
      <div className="max-w-prose">
        <WarningNote
          warnings={state?.warnings ?? []}
          values={state?.values ?? {}}
          problem={problem(state?.problems[NOTE_NAME])}
          words={props.warningWords.words}
          required={edit.required}
        />
      </div>
    </>
  )
}

/** What was typed before a form came back: the inputs of figures are named `v.<indicator>`. */
function pickTyped(state: EditState): { [indicator: string]: string } {
  const values = Object.entries(state?.values ?? {}).filter(([name]) => name.startsWith('v.'))
  return Object.fromEntries(values.map(([name, value]) => [name.slice(2), value]))
}
