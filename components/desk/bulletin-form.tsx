'use client'

import type { EditState } from '@/domain/edit-state'
import type { Language } from '@/domain/field'
import type { EditMessages } from '@/messages/desk/edit.en'
import { BulletinFields, type BulletinFieldsProps } from './bulletin-fields'
import { BulletinRefusal } from './bulletin-refusal'
import { RestoredDraft } from './restored-draft'
import { type EditAction, useEditForm } from './use-edit-form'
import { describeWarnings } from './warning-text'

type BulletinFormProps = Omit<BulletinFieldsProps, 'state' | 'warned' | 'onChange' | 'edit'> & {
  action: EditAction
  language: Language
  /** The edition whose figures stand beside. */
  edition: number
  sourceName: string
  edit: EditMessages
  submitting: {
    label: string
    pending: string
    mayReview: boolean
    /** Where the browser keeps what is typed; null keeps nothing. */
    draft: string | null
    restored: string
    discard: string
  }
}

/**
 * The sheet of a bulletin: typed or pasted, tested as it is typed, and handed in as one. A plain form without JavaScript;
 * with it, what was typed is kept until it is published.
 */
export function BulletinForm(props: BulletinFormProps) {
  const { head, names, words, warningWords, submitting, edit } = props
  const { state, pending, form, restored, discard } = useEditForm(props.action, submitting.draft)
  const warned = describeWarnings(state?.warnings ?? [], warningWords, (of, id) =>
    of === 'source' ? props.sourceName : (names[id] ?? id),
  )
  const hidden = { ...head, language: props.language, base: String(state?.base ?? props.edition) }
  // A form that comes back is drawn anew, so that its inputs hold what was typed.
  return (
    <form {...form} id="bulletin" key={toVersion(state)}>
      <RestoredDraft draft={restored} words={submitting} onDiscard={discard} />
      <BulletinRefusal {...{ state, words, edit, names, warned }} warningWords={warningWords.words} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <BulletinFields {...props} state={state} warned={warned} onChange={form.onInput} />
      {submitting.mayReview && (
        <p className="my-4">
          <label className="inline-flex min-h-6 items-center gap-2">
            <input type="checkbox" name="review" value="yes" defaultChecked={state?.review ?? false} />
            {words.review}
          </label>
        </p>
      )}
      <button type="submit" className="button main" aria-disabled={pending}>
        {pending ? submitting.pending : submitting.label}
      </button>
    </form>
  )
}

function toVersion(state: EditState): string {
  return state ? JSON.stringify([state.base, state.values, state.reason]) : 'first'
}
