'use client'

import { useContext } from 'react'
import { PickerContext } from '@/components/desk/picker-lists'
import type { RecordInputSpec } from '@/components/desk/record-input'
import type { FormValues } from '@/domain/record-form'
import type { EditMessages } from '@/messages/desk/edit.en'

/** The parts of a composed id: read, not changed, and sent along. */
export function RecordIdentity({
  inputs,
  values,
  words,
}: {
  inputs: readonly RecordInputSpec[]
  values: FormValues
  words: EditMessages
}) {
  const { find } = useContext(PickerContext)
  if (inputs.length === 0) return null
  return (
    <section className="my-4" aria-labelledby="identity">
      <h2 id="identity" className="!my-0 text-base">
        {words.identity}
      </h2>
      <p className="text-sm text-muted">{words.identityHint}</p>
      <dl className="record-fields mt-2">
        {inputs.map((spec) => {
          const value = values[spec.key] ?? ''
          const named =
            spec.kind === 'reference' && spec.noun
              ? find(spec.noun, value)?.text
              : spec.options?.find((option) => option.value === value)?.label
          return [
            <dt key={`${spec.key} name`}>{spec.label}</dt>,
            <dd key={spec.key} id={`f-${spec.key}`}>
              {named && `${named} `}
              <code className={named && 'text-muted'}>{value}</code>
              <input type="hidden" name={spec.key} value={value} />
            </dd>,
          ]
        })}
      </dl>
    </section>
  )
}
