'use client'

import type { ReactNode } from 'react'
import type { EditError } from '@/domain/edit-state'
import type { Language, Noun } from '@/domain/field'
import type { ImportMessages } from '@/messages/desk/import.en'
import { inputClass } from './input-class'
import { LabelledField } from './labelled-field'
import { type EditAction, useEditForm } from './use-edit-form'
import { WorkProgress } from './work-progress'

export type ImportFormWords = Pick<
  ImportMessages,
  'noun' | 'file' | 'fileHint' | 'text' | 'textHint' | 'textLong' | 'edition' | 'editionHint' | 'checking' | 'progress'
> & { submit: string; summary: string; missing: string; errors: Record<EditError, string> }

type ImportFormProps = {
  action: EditAction
  language: Language
  words: ImportFormWords
  nouns: readonly { noun: Noun; label: string }[]
  edition: number
  /** The file that is looked at again; `text` null where it is too long to be shown. */
  kept?: { n: number; noun: Noun; text: string | null }
  children?: ReactNode
}

/** A file or a pasted table on its way to be looked at, with and without JavaScript; nothing of it goes lost. */
export function ImportForm({ action, language, words, nouns, edition, kept, children }: ImportFormProps) {
  const { state, pending, form } = useEditForm(action)
  const typed = state?.values ?? {}
  const text = typed.text || (kept?.text ?? '')
  return (
    <form {...form} id="import" className="max-w-3xl">
      {state && (
        <div role="alert" className="notice" tabIndex={-1}>
          <p className="font-semibold">{words.summary}</p>
          <p>{state.problems.text ? <a href="#import-text">{words.missing}</a> : words.errors[state.error]}</p>
        </div>
      )}
      <input type="hidden" name="language" value={language} />
      {kept && <input type="hidden" name="n" value={kept.n} />}
      {children}
      <LabelledField id="import-noun" label={words.noun}>
        <select id="import-noun" name="noun" className={inputClass} defaultValue={typed.noun || kept?.noun}>
          {nouns.map(({ noun, label }) => (
            <option key={noun} value={noun}>
              {label}
            </option>
          ))}
        </select>
      </LabelledField>
      <LabelledField id="import-file" label={words.file} hint={words.fileHint}>
        <input
          type="file"
          id="import-file"
          name="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          className={inputClass}
          aria-describedby="import-file-hint"
        />
      </LabelledField>
      <LabelledField
        id="import-text"
        label={words.text}
        hint={kept?.text === null ? words.textLong : words.textHint}
        isWide
      >
        <textarea
          id="import-text"
          name="text"
          rows={8}
          defaultValue={text}
          spellCheck={false}
          wrap="off"
          className={`${inputClass} font-mono text-sm`}
          aria-describedby="import-text-hint"
          aria-invalid={state?.problems.text ? true : undefined}
        />
      </LabelledField>
      <LabelledField id="import-edition" label={words.edition} hint={words.editionHint}>
        <input
          id="import-edition"
          name="edition"
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          defaultValue={typed.edition || String(edition)}
          className={inputClass}
          aria-describedby="import-edition-hint"
        />
      </LabelledField>
      <button type="submit" className="button main" aria-disabled={pending}>
        {words.submit}
      </button>
      <WorkProgress working={words.checking} label={words.progress} />
    </form>
  )
}
