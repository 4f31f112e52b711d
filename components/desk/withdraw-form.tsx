'use client'

import { fillTemplate } from '@/components/chart/chart-words'
import type { ListedRecord } from '@/domain/edit-state'
import type { Language, Noun } from '@/domain/field'
import type { EditMessages } from '@/messages/desk/edit.en'
import { EditConflict } from './edit-conflict'
import { describeProblems, EditRefusal } from './edit-refusal'
import { inputClass } from './input-class'
import { ListedRecords } from './listed-records'
import { ReferenceInput } from './reference-input'
import { type EditAction, useEditForm } from './use-edit-form'

/** What rests on a record: how many in all, and the first of them. */
export type Resting = { total: number; records: readonly ListedRecord[] }

type WithdrawFormProps = {
  action: EditAction
  language: Language
  noun: Noun
  id: string
  base: number
  resting: Resting
  words: EditMessages
}

const PREFIX = 'w-'

/** Withdraws a record, with what becomes of those that rest on it. */
export function WithdrawForm({ action, language, noun, id, base, resting, words }: WithdrawFormProps) {
  const { state, pending, form } = useEditForm(action)
  const problems = describeProblems(state, words)
  const values = state?.values ?? {}
  const labels = { reason: words.withdrawReason, successor: words.successor, replacement: words.replacement }
  const rests = resting.total > 0 || (state?.dependents?.total ?? 0) > 0
  return (
    <form
      {...form}
      key={JSON.stringify(state?.values ?? 'first')}
      className="max-w-3xl"
      aria-label={words.withdrawTitle}
    >
      <EditRefusal
        state={state}
        words={words}
        labels={labels}
        problems={problems}
        language={language}
        noun={noun}
        prefix={PREFIX}
      />
      <EditConflict state={state} words={words} inputs={[]} note={words.yoursWithdraw} />
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="reader" value={language} />
      <input type="hidden" name="base" value={state?.base ?? base} />
      <input type="hidden" name="id" value={id} />
      <Line name="reason" label={words.withdrawReason} value={state?.reason ?? ''} problem={problems.reason} />
      <Line
        name="successor"
        label={words.successor}
        value={values.successor ?? ''}
        problem={problems.successor}
        reference={{ noun, chosen: words.chosen }}
      />
      {rests && (
        <fieldset className="my-4 border border-rule p-4">
          <legend className="px-1 font-semibold">{words.restsTitle}</legend>
          <RestingList resting={resting} words={words} />
          <Choice value="withdraw" label={words.restsWithdraw} chosen={values.dependents} />
          <Choice value="replace" label={words.restsReplace} chosen={values.dependents} />
          <Line
            name="replacement"
            label={words.replacement}
            value={values.replacement ?? ''}
            problem={problems.replacement}
            reference={{ noun, chosen: words.chosen }}
          />
        </fieldset>
      )}
      <button type="submit" className="button" aria-disabled={pending}>
        {pending ? words.publishing : words.withdraw}
      </button>
    </form>
  )
}

function RestingList({ resting, words }: { resting: Resting; words: EditMessages }) {
  return (
    <div className="text-sm">
      <p>{fillTemplate(words.restsHint, { count: resting.total })}</p>
      {resting.records.length > 0 && (
        <details open={resting.total <= 5} className="my-2">
          <summary className="min-h-8 cursor-pointer py-1">{words.restsAll}</summary>
          <ListedRecords {...resting} words={words} />
        </details>
      )}
    </div>
  )
}

function Choice({ value, label, chosen }: { value: string; label: string; chosen: string | undefined }) {
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input type="radio" name="dependents" value={value} defaultChecked={chosen === value} />
      {label}
    </label>
  )
}

type LineProps = {
  name: string
  label: string
  value: string
  problem: string | undefined
  reference?: { noun: Noun; chosen: string }
}

function Line({ name, label, value, problem, reference }: LineProps) {
  const id = `${PREFIX}${name}`
  const common = {
    id,
    name,
    defaultValue: value,
    className: inputClass,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-problem` : undefined,
  } as const
  return (
    <div className="my-3">
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {problem && (
        <p id={`${id}-problem`} className="text-sm text-accent">
          {problem}
        </p>
      )}
      {reference ? <ReferenceInput {...common} {...reference} /> : <input {...common} type="text" maxLength={500} />}
    </div>
  )
}
