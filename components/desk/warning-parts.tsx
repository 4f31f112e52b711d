import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { type Doubtful, warningCodes } from '@/domain/doubtful'
import { groupDigits } from '@/domain/format-number'
import type { FormValues } from '@/domain/record-form'
import { formatWarningKey, NOTE_NAME, WARNED_NAME, type Warning } from '@/domain/warning'
import type { WarningMessages } from '@/messages/desk/warning.en'
import { NoteInput } from './note-input'

/** What is doubtful in a field, at the field; `id` is what the input is described by. */
export function FieldWarnings({ id, texts = [] }: { id: string; texts?: readonly string[] | undefined }) {
  if (texts.length === 0) return null
  return (
    <div id={id} className="my-1 space-y-1 border-s-2 border-accent ps-2 text-sm" data-warned>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

type WarningSummaryProps = {
  texts: { [name: string]: readonly string[] }
  labels: Record<string, string>
  words: WarningMessages
  /** What the ids of the form's inputs begin with. */
  prefix?: string
}

const SUMMARY_MOST = 30

/** What is doubtful, each with a link to its field; of very much the first, and how much more there is. */
export function WarningSummary({ texts, labels, words, prefix = 'f-' }: WarningSummaryProps): ReactNode {
  const all = Object.entries(texts).flatMap(([name, ofField]) => ofField.map((text) => ({ name, text })))
  if (all.length === 0) return null
  return (
    <ul className="list-disc ps-5 leading-7">
      {all.slice(0, SUMMARY_MOST).map(({ name, text }) => (
        <li key={`${name} ${text}`}>
          <a href={`#${prefix}${name}`}>{labels[name] ?? name}</a>: {text}
        </li>
      ))}
      {all.length > SUMMARY_MOST && <li>{fillTemplate(words.more, { count: all.length - SUMMARY_MOST })}</li>}
    </ul>
  )
}

/** How much is doubtful of each kind, where it is too much to be read one by one. */
export function WarningCounts({ counts, words }: { counts: Doubtful['counts']; words: WarningMessages }) {
  return (
    <ul className="my-3 flex flex-wrap gap-x-6 gap-y-1" data-warnings="counts">
      {warningCodes
        .filter((code) => counts[code] > 0)
        .map((code) => (
          <li key={code} data-code={code}>
            {fillTemplate(words.counts[code], { count: groupDigits(String(counts[code])) })}
          </li>
        ))}
    </ul>
  )
}

type WarningNoteProps = {
  warnings: readonly Warning[]
  values: FormValues
  problem: string | undefined
  words: WarningMessages
  required: string
}

/** The note on what is doubtful, once there is something; it is for the warnings that were read, and for no others. */
export function WarningNote({ warnings, values, problem, words, required }: WarningNoteProps) {
  const value = values[NOTE_NAME] ?? ''
  if (warnings.length === 0 && value === '') return null
  const seen = warnings.length > 0 ? JSON.stringify(warnings.map(formatWarningKey)) : (values[WARNED_NAME] ?? '')
  return (
    <div className="my-6 border-s-2 border-accent ps-3">
      <input type="hidden" name={WARNED_NAME} value={seen} />
      <NoteInput
        name={NOTE_NAME}
        label={words.note}
        required={required}
        hint={words.noteHint}
        value={value}
        problem={problem}
      />
    </div>
  )
}
