'use client'

import {
  type FormEvent,
  type RefObject,
  useActionState,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import type { EditState } from '@/domain/edit-state'
import { countCitationRows, type FormValues } from '@/domain/record-form'
import { type Draft, dropDraft, keepDraft, readDraft } from './draft-store'
import { type Caret, placeCaret, putBackTyped, readCaret, readTyped, tellTyped } from './typed-early'

export type EditAction = (before: EditState, form: FormData) => Promise<EditState>

/**
 * A form that is sent to an action without ever losing what was typed. Without JavaScript it is a plain form. With it, an
 * answer that does not come is told in the form, leaving with something unsaved asks first, and what was refused takes
 * the focus. Under `draftKey` this browser keeps what is typed until it is published, and a form opened again holds it.
 * @returns the last answer, whether one is awaited, what the form element is given, and the draft that was put back
 */
export function useEditForm(action: EditAction, draftKey: string | null = null) {
  const [answered, send] = useActionState(action, null)
  const [sent, setSent] = useState<EditState>(null)
  const [pending, startSending] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  const unsaved = useRef(false)
  const isSending = useRef(false)
  const state = sent ?? answered
  useLeaveWarning(unsaved)
  const [restored, setRestored] = useState<Draft | null>(null)
  const caret = useRef<Caret | null>(null)
  // Before anything else is typed: the next letter would be kept in place of the draft, or fall beside the form drawn anew.
  useLayoutEffect(() => {
    putBackTyped(form.current)
    const draft = draftKey === null ? null : readDraft(draftKey)
    if (draftKey === null || !draft) return tellTyped(form.current)
    const typed = readTyped(form.current)
    const { reason = draft.reason, ...values } = typed
    const merged = { ...draft, reason, values: { ...draft.values, ...values } }
    if (Object.keys(typed).length > 0) keepDraft(draftKey, merged)
    caret.current = readCaret(form.current)
    setRestored(draft)
    setSent(toState(merged))
  }, [draftKey])
  const discard = () => {
    if (draftKey !== null) dropDraft(draftKey)
    unsaved.current = false
    setRestored(null)
    setSent(null)
  }
  useEffect(() => {
    if (!state) return
    unsaved.current = true
    if (caret.current) placeCaret(caret.current)
    else findFirst(form.current, state)?.focus()
    caret.current = null
  }, [state])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Two presses can come before anything is drawn again.
    if (isSending.current) return
    isSending.current = true
    const button = (event.nativeEvent as SubmitEvent).submitter
    const typed = new FormData(event.currentTarget, button)
    unsaved.current = false
    startSending(async () => {
      const answer = await ask(action, state, typed).catch((error: unknown) => {
        if (draftKey !== null) dropDraft(draftKey)
        throw error
      })
      isSending.current = false
      setRestored(null)
      startSending(() => setSent(answer))
    })
  }
  const note = useCallback(() => {
    unsaved.current = true
    if (draftKey === null || !form.current) return
    const { reason = '', base = '', ...values } = toTexts(new FormData(form.current))
    keepDraft(draftKey, { values, reason, base: base === '' ? null : Number(base) })
  }, [draftKey])
  return {
    state,
    pending,
    restored,
    discard,
    form: { ref: form, action: send, onSubmit: submit, onInput: note, noValidate: true },
  }
}

/** What was refused, or after a change of rows the first source that is still blank. */
function findFirst(form: HTMLFormElement | null, state: NonNullable<EditState>): HTMLElement | null | undefined {
  if (state.rows === undefined) return form?.querySelector<HTMLElement>('[role=alert]')
  const sources = form?.querySelectorAll<HTMLInputElement>('input[name^="citations."][name$=".source"]') ?? []
  return [...sources].find((source) => source.value === '')
}

/** A draft as an answer that says nothing but what was typed. */
function toState({ values, reason, base }: Draft): EditState {
  return { error: 'invalid', values, reason, base, problems: {}, rows: countCitationRows('citations', values, 1) }
}

/** The action's answer; where none comes, the state that says so and holds what was typed. A redirect goes its way. */
async function ask(action: EditAction, before: EditState, form: FormData): Promise<EditState> {
  try {
    return await action(before, form)
  } catch (error) {
    if (isRedirect(error)) throw error
    const { reason = '', base = '', ...values } = toTexts(form)
    const isOut = await isSignedOut()
    return {
      error: isOut ? 'signed-out' : 'unreachable',
      values,
      reason,
      problems: {},
      base: base === '' ? null : Number(base),
    }
  }
}

function isRedirect(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT')
}

function toTexts(form: FormData): FormValues {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$')),
  )
}

async function isSignedOut(): Promise<boolean> {
  try {
    return (await fetch('/edit/options?noun=area')).status === 401
  } catch {
    return false
  }
}

/** A browser asks only before it leaves a document, so with something unsaved every link is followed as a whole page. */
function useLeaveWarning(unsaved: RefObject<boolean>) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !unsaved.current || event.button !== 0 || isModified(event)) return
      if (link.target !== '' || (link.pathname === location.pathname && link.hash !== '')) return
      event.preventDefault()
      event.stopPropagation()
      location.assign(link.href)
    }
    addEventListener('beforeunload', warn)
    document.addEventListener('click', follow, true)
    return () => {
      removeEventListener('beforeunload', warn)
      document.removeEventListener('click', follow, true)
    }
  }, [unsaved])
}

function isModified({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey
}
