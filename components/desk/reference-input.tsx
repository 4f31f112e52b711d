'use client'

import { useContext, useState } from 'react'
import { Filled } from '@/components/record/filled'
import type { Noun } from '@/domain/field'
import { PickerContext } from './picker-lists'

type ReferenceInputProps = {
  noun: Noun
  /** The template that says what is chosen: `{name}`. */
  chosen: string
  id: string
  name: string
  defaultValue: string
  className: string
}

/** An input that names another record by id: its list opens while typing, and what it names is said below it. */
export function ReferenceInput({ noun, chosen, ...input }: ReferenceInputProps) {
  const { find, search } = useContext(PickerContext)
  const [value, setValue] = useState(input.defaultValue)
  const record = find(noun, value.trim())
  return (
    <>
      <input
        {...input}
        type="text"
        list={`options-${noun}`}
        maxLength={500}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onInput={(event) => {
          setValue(event.currentTarget.value)
          search(noun, event.currentTarget.value)
        }}
      />
      <p className="text-sm text-muted" aria-live="polite">
        {record && <Filled template={chosen} values={{ name: <span lang={toTag(record.lang)}>{record.text}</span> }} />}
      </p>
    </>
  )
}

function toTag(language: 'en' | 'zh' | undefined): string | undefined {
  return language === 'zh' ? 'zh-Hans' : language
}
