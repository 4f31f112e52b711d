'use client'

import { useActionState } from 'react'
import type { EditState } from '@/domain/edit-state'
import type { Language, Noun } from '@/domain/field'
import type { EditMessages } from '@/messages/edit.en'
import { fillTemplate } from './chart-words'
import { inputClass } from './desk-input'
import { EditConflict } from './edit-conflict'
import { EditRefusal } from './edit-refusal'
import { getProblem } from './record-form'

type WithdrawFormProps = {
  action: (before: EditState, form: FormData) => Promise<EditState>
  language: Language
  noun: Noun
  id: string
  base: number
  /** How many records rest on this one. */
  resting: number
  words: EditMessages
  idLabel: string
}

/** Withdraws a record, with what becomes of those that rest on it. */
export function WithdrawForm({ action, language, noun, id, base, resting, words, idLabel }: WithdrawFormProps) {
  const [state, send, pending] = useActionState(action, null)
  const problems = Object.fromEntries(
    Object.entries(state?.problems ?? {}).map(([key, code]) => [key, getProblem(words, code)]),
  )
  const values = state?.values ?? {}
  const count = Math.max(resting, state?.dependents?.length ?? 0)
  const labels = { id: idLabel, reason: words.withdrawReason, successor: words.successor }
  return (
    <form action={send} key={JSON.stringify(state?.values ?? 'first')} className="max-w-3xl" noValidate>
      <EditRefusal state={state} words={words} labels={labels} problems={problems} />
      <EditConflict state={state} words={words} labels={labels} />
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="base" value={state?.base ?? base} />
      <input type="hidden" name="id" value={id} />
      <Line
        id="f-withdraw-reason"
        name="reason"
        label={words.withdrawReason}
        value={state?.reason ?? ''}
        problem={problems.reason}
      />
      <Line
        id="f-successor"
        name="successor"
        label={words.successor}
        value={values.successor ?? ''}
        problem={problems.successor}
      />
      {count > 0 && (
        <fieldset className="my-4 border border-rule p-4">
          <legend className="px-1 font-semibold">{words.restsTitle}</legend>
          <p className="text-sm">{fillTemplate(words.restsHint, { count })}</p>
          <label className="flex min-h-8 items-center gap-2">
            <input type="radio" name="dependents" value="withdraw" defaultChecked={values.dependents === 'withdraw'} />
            {words.restsWithdraw}
          </label>
          <label className="flex min-h-8 items-center gap-2">
            <input type="radio" name="dependents" value="replace" defaultChecked={values.dependents === 'replace'} />
            {words.restsReplace}
          </label>
          <Line
            id="f-replacement"
            name="replacement"
            label={words.replacement}
            value={values.replacement ?? ''}
            problem={problems.replacement}
            list={`options-${noun}`}
            noun={noun}
          />
        </fieldset>
      )}
      <button type="submit" className="button" aria-disabled={pending}>
        {pending ? words.publishing : words.withdraw}
      </button>
    </form>
  )
}

type LineProps = {
  id: string
  name: string
  label: string
  value: string
  problem: string | undefined
  list?: string
  noun?: Noun
}

function Line({ id, name, label, value, problem, list, noun }: LineProps) {
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
      <input
        id={id}
        name={name}
        defaultValue={value}
        maxLength={500}
        list={list}
        data-noun={noun}
        autoComplete="off"
        className={inputClass}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
    </div>
  )
}
