'use client'

import { useContext } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { Ledger } from '@/components/view/ledger'
import type { EditState } from '@/domain/edit-state'
import type { AnyFields } from '@/domain/field'
import type { EditMessages } from '@/messages/desk/edit.en'
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
    return (value as (string | object)[])
      .map((one) => (typeof one === 'string' ? one : Object.values(one).join(' · ')))
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
        <Ledger heads={[words.field, words.was, words.theirs, words.yoursColumn]} frame="overflow-x-auto pt-2">
          {state.conflicts.map(({ key, base, theirs, yours }) => (
            <tr key={key} data-conflict={key}>
              <th scope="row">
                <a href={`#f-${key}`}>{inputs.find((one) => one.key === key)?.label ?? key}</a>
              </th>
              <td>{toText(key, base)}</td>
              <Side name={key} side="theirs" label={words.theirs} text={toText(key, theirs)} />
              <Side name={key} side="yours" label={words.yoursColumn} text={toText(key, yours)} />
            </tr>
          ))}
        </Ledger>
      )}
      <p className="mt-2">{note}</p>
    </section>
  )
}

/** One side's text and the choice that it shall stand; what is typed in the form counts for one's own. */
function Side({ name, side, label, text }: { name: string; side: 'theirs' | 'yours'; label: string; text: string }) {
  return (
    <td>
      <label className="flex min-h-6 items-start gap-2">
        <input type="radio" name={`take.${name}`} value={side} defaultChecked={side === 'yours'} aria-label={label} />
        <span>{text}</span>
      </label>
    </td>
  )
}
