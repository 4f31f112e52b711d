'use client'

import { useContext } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import type { EditState } from '@/domain/edit-state'
import type { AnyFields, Citation } from '@/domain/field'
import type { EditMessages } from '@/messages/edit.en'
import { PickerContext } from './picker-lists'
import type { RecordInputSpec } from './record-input'

type EditConflictProps = {
  state: EditState
  words: EditMessages
  inputs: readonly RecordInputSpec[]
  /** What to do about it. */
  note: string
}

/** What somebody else published since the form was opened, field by field, and by whom. */
export function EditConflict({ state, words, inputs, note }: EditConflictProps) {
  const { find } = useContext(PickerContext)
  if (!state?.conflicts) return null
  const toText = (key: string, value: AnyFields[string]): string => {
    const spec = inputs.find((one) => one.key === key)
    if (value === undefined) return words.empty
    if (spec?.kind === 'reference' && spec.noun) return find(spec.noun, String(value))?.text ?? String(value)
    if (!Array.isArray(value)) return spec?.options?.find((one) => one.value === value)?.label ?? String(value)
    return value
      .map((one: string | Citation) => (typeof one === 'string' ? one : Object.values(one).join(' · ')))
      .join('; ')
  }
  return (
    <section className="notice" aria-labelledby="meanwhile">
      <h2 id="meanwhile" className="!mt-0">
        {words.meanwhile}
      </h2>
      <ul>
        {state.meanwhile?.map(({ edition, authorName, summary, at }) => (
          <li key={edition}>
            <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')} UTC</time> ·{' '}
            {fillTemplate(words.meanwhileBy, { n: edition, author: authorName, summary })}
          </li>
        ))}
      </ul>
      {state.conflicts.length > 0 && (
        <div className="overflow-x-auto">
          <table className="ledger mt-2 w-full">
            <thead>
              <tr>
                <th scope="col">{words.field}</th>
                <th scope="col">{words.was}</th>
                <th scope="col">{words.theirs}</th>
              </tr>
            </thead>
            <tbody>
              {state.conflicts.map(({ key, base, theirs }) => (
                <tr key={key} data-conflict={key}>
                  <th scope="row">
                    <a href={`#f-${key}`}>{inputs.find((one) => one.key === key)?.label ?? key}</a>
                  </th>
                  <td>{toText(key, base)}</td>
                  <td>{toText(key, theirs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="mt-2">{note}</p>
    </section>
  )
}
