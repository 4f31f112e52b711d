import { pageOfNoun } from '@/domain/address'
import type { EditState } from '@/domain/edit-state'
import type { EditMessages } from '@/messages/edit.en'

type EditRefusalProps = {
  state: EditState
  words: EditMessages
  labels: Record<string, string>
  problems: Record<string, string>
}

/** What was not published and why, with a link to each field that is wrong; read out when it appears. */
export function EditRefusal({ state, words, labels, problems }: EditRefusalProps) {
  if (!state || (state.rows !== undefined && Object.keys(problems).length === 0)) return null
  return (
    <div role="alert" className="notice" tabIndex={-1}>
      <p className="font-semibold">{words.summary}</p>
      <p>{words.errors[state.error]}</p>
      {Object.keys(problems).length > 0 && (
        <ul className="list-disc ps-5">
          {Object.entries(problems).map(([name, text]) => (
            <li key={name}>
              <a href={`#f-${name}`}>{labels[name] ?? labels[name.split('.')[0] ?? ''] ?? name}</a>: {text}
            </li>
          ))}
        </ul>
      )}
      {state.dependents && state.dependents.length > 0 && (
        <ul className="list-disc ps-5">
          {state.dependents.slice(0, 20).map(({ noun, id, key }) => (
            <li key={`${noun} ${id} ${key}`}>
              <a href={`/${pageOfNoun[noun]}/${id}`}>{id}</a>
            </li>
          ))}
          {state.dependents.length > 20 && <li>+ {state.dependents.length - 20}</li>}
        </ul>
      )}
    </div>
  )
}
