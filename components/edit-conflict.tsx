import type { EditState } from '@/domain/edit-state'
import type { AnyFields, Citation } from '@/domain/field'
import type { EditMessages } from '@/messages/edit.en'
import { fillTemplate } from './chart-words'

/** What somebody else published since the form was opened, field by field, and by whom. */
export function EditConflict({
  state,
  words,
  labels,
}: {
  state: EditState
  words: EditMessages
  labels: Record<string, string>
}) {
  if (!state?.conflicts) return null
  return (
    <section className="notice" aria-labelledby="meanwhile">
      <h2 id="meanwhile" className="!mt-0">
        {words.meanwhile}
      </h2>
      <ul>
        {state.meanwhile?.map(({ edition, authorName, summary, at }) => (
          <li key={edition}>
            <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time> ·{' '}
            {fillTemplate(words.meanwhileBy, { n: edition, author: authorName, summary })}
          </li>
        ))}
      </ul>
      {state.conflicts.length > 0 && (
        <table className="ledger mt-2 w-full">
          <thead>
            <tr>
              <th scope="col">{labels.id}</th>
              <th scope="col">{words.was}</th>
              <th scope="col">{words.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {state.conflicts.map(({ key, base, theirs }) => (
              <tr key={key} data-conflict={key}>
                <th scope="row">
                  <a href={`#f-${key}`}>{labels[key] ?? key}</a>
                </th>
                <td>{toText(base, words)}</td>
                <td>{toText(theirs, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-2">{words.yours}</p>
    </section>
  )
}

function toText(value: AnyFields[string], words: EditMessages): string {
  if (value === undefined) return words.empty
  if (!Array.isArray(value)) return String(value)
  return value
    .map((one: string | Citation) => (typeof one === 'string' ? one : Object.values(one).join(' · ')))
    .join('; ')
}
