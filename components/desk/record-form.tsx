'use client'

import { type FormEvent, useContext, useState } from 'react'
import { RecordIdentity } from '@/components/record/record-identity'
import type { Language, Noun } from '@/domain/field'
import type { FormValues } from '@/domain/record-form'
import { NOTE_NAME } from '@/domain/warning'
import type { EditMessages } from '@/messages/desk/edit.en'
import { CitationInputs, type CitationWords } from './citation-inputs'
import { EditConflict } from './edit-conflict'
import { describeProblems, EditRefusal } from './edit-refusal'
import { NoteInput } from './note-input'
import { PickerContext } from './picker-lists'
import { RecordInput, type RecordInputSpec } from './record-input'
import { RestoredDraft } from './restored-draft'
import { type EditAction, useEditForm } from './use-edit-form'
import { WarningNote, WarningSummary } from './warning-parts'
import { describeWarnings, type WarningWords } from './warning-text'

type RecordFormProps = {
  action: EditAction
  language: Language
  noun: Noun
  /** The id of the record that is changed; absent for a new one. */
  id?: string
  /** Whether a new record's id is made of its fields. */
  composed: boolean
  base: number | null
  inputs: readonly RecordInputSpec[]
  values: FormValues
  words: EditMessages
  citationWords: CitationWords
  warningWords: WarningWords
  idLabel: string
  /** What the form says of where its changes go. */
  submitting: Submitting
}

/**
 * Whether the changes are published or proposed, and whether somebody may be asked to look first. `proposal` is the one
 * that the form changes, with the reason it was given.
 */
export type Submitting = {
  label: string
  pending: string
  review?: { label: string; hint: string }
  proposal?: { n: number; revision: number; summary: string }
  /** Where the browser keeps what is typed; null keeps nothing. */
  draft: string | null
  words: DraftWords
}

type DraftWords = { restored: string; discard: string }

/** The form of one record, with and without JavaScript: problems stand at their field, and what was typed stays. */
export function RecordForm(properties: RecordFormProps) {
  const { action, language, noun, id, composed, inputs, words, citationWords, idLabel, submitting } = properties
  const { warningWords } = properties
  const { proposal } = submitting
  const { state, pending, form, restored, discard } = useEditForm(action, submitting.draft)
  const values = state?.values ?? properties.values
  const base = state ? state.base : properties.base
  const problems = describeProblems(state, words)
  const { find } = useContext(PickerContext)
  const [indicator, setIndicator] = useState<string>()
  // What is typed now, else what the form came back with or began with: that works without scripts too.
  const unit = find('indicator', (indicator ?? values.indicator ?? '').trim())?.unit
  const note = (event: FormEvent<HTMLFormElement>) => {
    form.onInput()
    const { target } = event
    if (target instanceof HTMLInputElement && target.name === 'indicator') setIndicator(target.value)
  }
  const warned = describeWarnings(state?.warnings ?? [], warningWords, (of, one) => find(of, one)?.text ?? one)
  const idInput: RecordInputSpec = { key: 'id', label: idLabel, kind: 'id', required: true, lines: 1 }
  const fixed = inputs.filter((spec) => spec.fixed)
  const open = inputs.filter((spec) => !spec.fixed)
  const shown = id === undefined && !composed ? [idInput, ...open] : open
  const labels = Object.fromEntries([
    ['id', idLabel],
    ['reason', words.reason],
    [NOTE_NAME, warningWords.words.note],
    ...inputs.map(({ key, label }) => [key, label]),
  ])
  // A form that comes back is drawn anew, so that its inputs hold what was typed (or what the merge made of it).
  const version = state ? JSON.stringify([state.base, state.rows, state.values]) : 'first'
  return (
    <form {...form} onInput={note} key={version} className="max-w-3xl" aria-label={words.publish}>
      <RestoredDraft
        draft={restored}
        words={submitting.words}
        onDiscard={() => {
          setIndicator(undefined)
          discard()
        }}
      />
      <EditRefusal state={state} words={words} labels={labels} problems={problems} language={language} noun={noun}>
        <WarningSummary texts={warned} labels={labels} words={warningWords.words} />
      </EditRefusal>
      <EditConflict state={state} words={words} inputs={inputs} note={state?.gone ? words.yoursGone : words.yours} />
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="reader" value={language} />
      <input type="hidden" name="base" value={base ?? ''} />
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {proposal && <input type="hidden" name="proposal" value={proposal.n} />}
      {proposal && <input type="hidden" name="revision" value={proposal.revision} />}
      {/* Enter publishes: the first button of the form is the one a browser presses. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        {submitting.label}
      </button>
      <RecordIdentity inputs={fixed} values={values} words={words} />
      {toGroups(shown).map((group) => (
        <div key={group[0]?.key} className={group.length > 1 ? 'grid gap-x-6 sm:grid-cols-2' : undefined}>
          {group.map((spec) =>
            spec.kind === 'files' ? (
              <input key={spec.key} type="hidden" name={spec.key} value={values[spec.key] ?? ''} />
            ) : spec.kind === 'citations' ? (
              <CitationInputs
                key={spec.key}
                name={spec.key}
                label={spec.label}
                required={spec.required}
                rows={state?.rows ?? 1}
                values={values}
                problems={problems}
                warnings={warned[spec.key]}
                words={words}
                citationWords={citationWords}
              />
            ) : (
              <RecordInput
                key={spec.key}
                spec={spec}
                unit={noun === 'observation' && spec.key === 'value' ? unit : undefined}
                values={values}
                problem={problems[spec.key]}
                warnings={warned[spec.key]}
                words={words}
              />
            ),
          )}
        </div>
      ))}
      <div className="my-6 border-t-2 border-ink pt-4">
        <NoteInput
          name="reason"
          label={words.reason}
          required={words.required}
          hint={words.reasonHint}
          value={state?.reason ?? proposal?.summary ?? ''}
          problem={problems.reason}
        />
      </div>
      <WarningNote
        warnings={state?.warnings ?? []}
        values={values}
        problem={problems[NOTE_NAME]}
        words={warningWords.words}
        required={words.required}
      />
      {submitting.review && <Review {...submitting.review} isAsked={state?.review ?? false} />}
      <button type="submit" className="button main" aria-disabled={pending}>
        {pending ? submitting.pending : submitting.label}
      </button>
    </form>
  )
}

/** The two languages of one text stand side by side, and so do the coordinates. */
function toGroups(inputs: readonly RecordInputSpec[]): RecordInputSpec[][] {
  const groups: RecordInputSpec[][] = []
  for (const spec of inputs) {
    const before = groups.at(-1)
    const first = before?.[0]
    if (before?.length === 1 && first && isPair(first, spec)) before.push(spec)
    else groups.push([spec])
  }
  return groups
}

function isPair(first: RecordInputSpec, second: RecordInputSpec): boolean {
  if (first.key === 'latitude') return second.key === 'longitude'
  return first.language === 'en' && second.language === 'zh' && first.key.slice(0, -2) === second.key.slice(0, -2)
}

function Review({ label, hint, isAsked }: { label: string; hint: string; isAsked: boolean }) {
  return (
    <p className="my-4">
      <label className="inline-flex min-h-6 items-center gap-2">
        <input type="checkbox" name="review" value="yes" defaultChecked={isAsked} aria-describedby="f-review-hint" />
        {label}
      </label>
      <span id="f-review-hint" className="block text-sm text-muted">
        {hint}
      </span>
    </p>
  )
}
