'use client'

import { useActionState } from 'react'
import type { EditState } from '@/domain/edit-state'
import type { Language, Noun } from '@/domain/field'
import type { FormValues } from '@/domain/record-form'
import type { EditMessages } from '@/messages/edit.en'
import { fillTemplate } from './chart-words'
import { CitationInputs, type CitationWords } from './citation-inputs'
import { inputClass } from './desk-input'
import { EditConflict } from './edit-conflict'
import { EditRefusal } from './edit-refusal'
import { type Options, PickerLists } from './picker-lists'
import { RecordInput, type RecordInputSpec } from './record-input'

type RecordFormProps = {
  action: (before: EditState, form: FormData) => Promise<EditState>
  language: Language
  noun: Noun
  /** The id of the record that is changed; absent for a new one. */
  id?: string
  /** Whether a new record's id is made of its fields. */
  composed: boolean
  base: number | null
  inputs: readonly RecordInputSpec[]
  values: FormValues
  options: Options
  words: EditMessages
  citationWords: CitationWords
  idLabel: string
}

/** The form of one record, with and without JavaScript: problems stand at their field, and what was typed stays. */
export function RecordForm(properties: RecordFormProps) {
  const { action, language, noun, id, composed, inputs, options, words, citationWords } = properties
  const [state, send, pending] = useActionState(action, null)
  const values = state?.values ?? properties.values
  const base = state ? state.base : properties.base
  const names = Object.fromEntries(
    Object.values(options).flatMap((list) => list?.map((option) => [option.id, option.text]) ?? []),
  )
  const problems = Object.fromEntries(
    Object.entries(state?.problems ?? {}).map(([key, code]) => [key, getProblem(words, code)]),
  )
  const labels = Object.fromEntries([
    ['id', properties.idLabel],
    ['reason', words.reason],
    ...inputs.map(({ key, label }) => [key, label]),
  ])
  // A form that comes back is drawn anew, so that its inputs hold what was typed (or what the merge made of it).
  const version = state ? JSON.stringify([state.base, state.rows, state.values]) : 'first'
  return (
    <form action={send} key={version} className="max-w-3xl" noValidate>
      <EditRefusal state={state} words={words} labels={labels} problems={problems} />
      <EditConflict state={state} words={words} labels={labels} />
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="base" value={base ?? ''} />
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {/* Enter publishes: the first button of the form is the one a browser presses. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        {words.publish}
      </button>
      {id === undefined && !composed && (
        <RecordInput
          spec={{ key: 'id', label: properties.idLabel, kind: 'integer', required: true, lines: 1 }}
          values={values}
          problem={problems.id}
          words={{ ...words, decimalHint: words.idHint }}
          names={{}}
        />
      )}
      {inputs.map((spec) =>
        spec.kind === 'citations' ? (
          <CitationInputs
            key={spec.key}
            name={spec.key}
            label={spec.label}
            required={spec.required}
            rows={state?.rows ?? 1}
            values={values}
            problems={problems}
            names={names}
            words={words}
            citationWords={citationWords}
          />
        ) : (
          <RecordInput
            key={spec.key}
            spec={spec}
            values={values}
            problem={problems[spec.key]}
            words={words}
            names={names}
          />
        ),
      )}
      <PickerLists options={options} />
      <Reason words={words} value={state?.reason ?? ''} problem={problems.reason} />
      <button type="submit" className="button" aria-disabled={pending}>
        {pending ? words.publishing : words.publish}
      </button>
    </form>
  )
}

function Reason({ words, value, problem }: { words: EditMessages; value: string; problem: string | undefined }) {
  return (
    <div className="my-6 border-t-2 border-ink pt-4">
      <label htmlFor="f-reason" className="block font-semibold">
        {words.reason} <span className="font-normal text-muted">({words.required})</span>
      </label>
      <p id="f-reason-hint" className="text-sm text-muted">
        {words.reasonHint}
      </p>
      {problem && (
        <p id="f-reason-problem" className="text-sm text-accent">
          {problem}
        </p>
      )}
      <textarea
        id="f-reason"
        name="reason"
        rows={2}
        maxLength={500}
        defaultValue={value}
        className={inputClass}
        aria-required
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? 'f-reason-hint f-reason-problem' : 'f-reason-hint'}
      />
    </div>
  )
}

/** The words for a problem's code; a code without words of its own is still said to be wrong. */
export function getProblem(words: EditMessages, code: string): string {
  if (code === 'conflict') return words.errors.conflict
  const known: Record<string, string> = words.problems
  return fillTemplate(known[code] ?? words.problems.other, {})
}
