'use client'

import { type ReactNode, useActionState } from 'react'
import { CopyButton } from '@/components/site/copy-button'
import type { DeskState } from '@/domain/desk-code'
import type { DeskMessages } from '@/messages/desk/desk.en'
import { DeskInput, type DeskInputSpec } from './desk-input'
import { DeskDoneNotice, DeskRefusal } from './desk-notice'
import { inputClass } from './input-class'

/** The words a form of the desk needs whatever it is for. */
export type DeskFormWords = Pick<
  DeskMessages,
  'errors' | 'done' | 'summary' | 'pending' | 'link' | 'copy' | 'prove' | 'factor'
>

export type DeskFormProps = {
  /** Distinguishes the inputs of several forms on a page. */
  id: string
  action: (before: DeskState, form: FormData) => Promise<DeskState>
  words: DeskFormWords
  submit: string
  /** What a screen reader calls the button, where its words alone would not say whom it is about. */
  label?: string
  inputs?: readonly DeskInputSpec[]
  hidden?: { readonly [name: string]: string }
  /** What it does cannot be taken back: its button is not the one that invites. */
  isGrave?: boolean
  /** What stands below the button, as how far a long work is. */
  children?: ReactNode
}

/** A form of the desk, with and without JavaScript: it says what was refused or done, and keeps what was typed. */
export function DeskForm(props: DeskFormProps) {
  const { id, action, words, submit, label, inputs = [], hidden = {}, isGrave, children } = props
  const [state, send, pending] = useActionState(action, null)
  const refused = state?.ok === false ? state : null
  return (
    <form action={send} id={id}>
      <DeskAnswer id={id} state={state} words={words} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {inputs.map((spec) => {
        const typed = refused?.values?.[spec.name]
        return (
          <DeskInput
            key={`${spec.name} ${typed ?? ''}`}
            id={`${id}-${spec.name}`}
            spec={typed === undefined ? spec : { ...spec, value: typed }}
            error={refused?.field === spec.name ? words.errors[refused.error] : undefined}
          />
        )
      })}
      <button
        type="submit"
        className={`button ${inputs.length === 0 ? 'small' : isGrave ? '' : 'main'}`}
        aria-label={label}
        aria-disabled={pending}
      >
        {pending ? words.pending : submit}
      </button>
      {children}
    </form>
  )
}

function DeskAnswer({ id, state, words }: { id: string; state: DeskState; words: DeskFormWords }) {
  if (state === null) return null
  if (!state.ok) {
    const href = state.field === undefined ? undefined : `#${id}-${state.field}`
    return (
      <DeskRefusal title={words.summary} text={words.errors[state.error]} href={href}>
        {state.error === 'unproved' && <ProveLink words={words} />}
      </DeskRefusal>
    )
  }
  return (
    <>
      <DeskDoneNotice text={words.done[state.done]} />
      {state.address !== undefined && <OneTimeLink id={id} address={state.address} words={words} />}
      {state.codes && <RecoveryCodes codes={state.codes} words={words} />}
    </>
  )
}

/** To the page that asks for the password again, and back to this one. */
function ProveLink({ words }: { words: DeskFormWords }) {
  return (
    <a href="/edit/prove" target="_blank" rel="noreferrer">
      {words.prove.link}
    </a>
  )
}

function RecoveryCodes({ codes, words }: { codes: readonly string[]; words: DeskFormWords }) {
  return (
    <div className="notice">
      <p className="font-semibold">{words.factor.codes}</p>
      <p className="text-sm text-muted">{words.factor.codesHint}</p>
      <ul className="my-2 columns-2 font-mono sm:w-80">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  )
}

/** The link whole, so that it can be read, selected and copied; it cannot be shown again. */
function OneTimeLink({ id, address, words }: { id: string; address: string; words: DeskFormWords }) {
  return (
    <div className="notice">
      <label htmlFor={`${id}-link`} className="block text-sm font-semibold">
        {words.link.label}
      </label>
      <p className="text-sm text-muted">{words.link.hint}</p>
      <input id={`${id}-link`} readOnly value={address} className={inputClass} />
      <CopyButton text={address} label={words.copy.label} done={words.copy.done} />
    </div>
  )
}
