'use client'

import { useMemo, useState } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import {
  type BulletinHead,
  type BulletinIndicator,
  type BulletinRow,
  listBulletinTests,
  readBulletin,
  testBulletin,
} from '@/domain/bulletin'
import type { EditError, EditState } from '@/domain/edit-state'
import type { Language } from '@/domain/field'
import type { IdentityOutcome } from '@/domain/identity'
import type { BulletinMessages } from '@/messages/desk/bulletin.en'
import { BulletinIdentities } from './bulletin-identities'
import { BulletinSheet } from './bulletin-sheet'
import { inputClass } from './desk-input'
import { type EditAction, useEditForm } from './use-edit-form'

type BulletinFormProps = {
  action: EditAction
  language: Language
  head: BulletinHead
  /** The edition whose figures stand beside. */
  edition: number
  indicators: readonly BulletinIndicator[]
  rows: readonly BulletinRow[]
  names: { readonly [indicator: string]: string }
  /** Published values by figure. */
  published: { readonly [id: string]: string }
  words: BulletinMessages
  outcomes: Record<IdentityOutcome['outcome'], string>
  refusal: { summary: string; errors: Record<EditError, string>; missing: string }
  submitting: { label: string; pending: string; mayReview: boolean }
}

/** The sheet of a bulletin: typed or pasted, tested as it is typed, and handed in as one. A plain form without JavaScript. */
export function BulletinForm(props: BulletinFormProps) {
  const { head, indicators, rows, names, published, words, submitting } = props
  const { state, pending, form } = useEditForm(props.action)
  const [typed, setTyped] = useState<{ [indicator: string]: string }>(() => pickTyped(state))
  const [placed, setPlaced] = useState<number | null>(null)
  const tests = useMemo(() => listBulletinTests(head, rows), [head, rows])
  const figures = readBulletin(head, indicators, typed)
  const outcomes = testBulletin(tests, figures, published)
  return (
    <form {...form} id="bulletin">
      <Refusal state={state} words={words} refusal={props.refusal} />
      {Object.entries({ ...head, language: props.language, edition: String(props.edition) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p id="sheet-hint" className="max-w-prose text-sm text-muted">
        {words.sheetHint}
      </p>
      <BulletinSheet
        {...{ head, indicators, rows, names, published, words, figures, outcomes, typed }}
        texts={props.outcomes}
        onType={(changes) => setTyped((before) => ({ ...before, ...changes }))}
        onPlace={setPlaced}
      />
      <p role="status" className="text-sm text-muted">
        {placed !== null && fillTemplate(words.placed, { count: placed })}
      </p>
      <BulletinIdentities outcomes={outcomes} names={names} words={words} texts={props.outcomes} />
      <Lines
        name="note"
        label={words.note}
        hint={words.noteHint}
        value={state?.values.note}
        isWrong={Boolean(state?.problems.note)}
      />
      <Lines name="reason" label={words.reason} value={state?.reason} isWrong={Boolean(state?.problems.reason)} />
      {submitting.mayReview && (
        <p className="my-4">
          <label className="inline-flex min-h-6 items-center gap-2">
            <input type="checkbox" name="review" value="yes" defaultChecked={state?.review ?? false} />
            {words.review}
          </label>
        </p>
      )}
      <button type="submit" className="button" aria-disabled={pending}>
        {pending ? submitting.pending : submitting.label}
      </button>
    </form>
  )
}

/** What was typed before a form came back without JavaScript: the inputs of figures are named `v.<indicator>`. */
function pickTyped(state: EditState): { [indicator: string]: string } {
  const values = Object.entries(state?.values ?? {}).filter(([name]) => name.startsWith('v.'))
  return Object.fromEntries(values.map(([name, value]) => [name.slice(2), value]))
}

type RefusalProps = { state: EditState; words: BulletinMessages; refusal: BulletinFormProps['refusal'] }

function Refusal({ state, words, refusal }: RefusalProps) {
  if (!state) return null
  const { problems } = state
  const wrong = Object.entries(problems).filter(([name]) => name.startsWith('v.'))
  return (
    <div role="alert" className="notice" tabIndex={-1}>
      <p className="font-semibold">{refusal.summary}</p>
      <ul>
        {problems.sheet && <li>{words.nothing}</li>}
        {problems.note && (
          <li>
            <a href="#bulletin-note">{words.noteMissing}</a>
          </li>
        )}
        {problems.reason && (
          <li>
            <a href="#bulletin-reason">{refusal.missing}</a>
          </li>
        )}
        {wrong.map(([name]) => (
          <li key={name}>
            <a href={`#${name}`}>
              <code>{name.slice(2)}</code>
            </a>
          </li>
        ))}
        {Object.keys(problems).length === 0 && <li>{refusal.errors[state.error]}</li>}
      </ul>
    </div>
  )
}

type LinesProps = { name: string; label: string; hint?: string; value: string | undefined; isWrong: boolean }

function Lines({ name, label, hint, value, isWrong }: LinesProps) {
  const id = `bulletin-${name}`
  return (
    <div className="my-4 max-w-prose">
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={2}
        maxLength={500}
        defaultValue={value}
        className={inputClass}
        aria-invalid={isWrong || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  )
}
