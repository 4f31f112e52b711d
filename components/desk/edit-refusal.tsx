import type { ReactNode } from 'react'
import type { EditState } from '@/domain/edit-state'
import type { Language, Noun } from '@/domain/field'
import { formatDeskPath } from '@/domain/return-path'
import type { EditMessages } from '@/messages/desk/edit.en'
import { ListedRecords } from './listed-records'

type EditRefusalProps = {
  state: EditState
  words: EditMessages
  labels: Record<string, string>
  problems: Record<string, string>
  language: Language
  noun: Noun
  /** What the ids of the form's inputs begin with. */
  prefix?: string
  /** What else there is to say. */
  children?: ReactNode
}

/** What was not published and why, with a link to each field that is wrong; it takes the focus when it appears. */
export function EditRefusal({
  state,
  words,
  labels,
  problems,
  language,
  noun,
  prefix = 'f-',
  children,
}: EditRefusalProps) {
  if (!state || state.rows !== undefined) return null
  return (
    <div role="alert" className="notice" tabIndex={-1}>
      <p className="font-semibold">{words.summary}</p>
      <p>{words.errors[state.error]}</p>
      {Object.keys(problems).length > 0 && (
        <ul className="list-disc ps-5 leading-7">
          {Object.entries(problems).map(([name, text]) => (
            <li key={name}>
              <a href={`#${prefix}${name}`}>{labels[name] ?? labels[name.split('.')[0] ?? ''] ?? name}</a>: {text}
            </li>
          ))}
        </ul>
      )}
      {children}
      {state.taken !== undefined && (
        <p>
          <a href={formatDeskPath(language, `/edit/${noun}/${state.taken}`)}>{words.openTaken}</a>{' '}
          <code>{state.taken}</code>
        </p>
      )}
      {state.dependents && <ListedRecords {...state.dependents} words={words} />}
    </div>
  )
}

/** The words for each problem, by input name; a code without words of its own is still said to be wrong. */
export function describeProblems(state: EditState, words: EditMessages): Record<string, string> {
  const known: Record<string, string> = words.problems
  return Object.fromEntries(
    Object.entries(state?.problems ?? {}).map(([name, code]) => [name, known[code] ?? words.problems.other]),
  )
}
