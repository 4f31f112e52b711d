import type { Noun } from '@/domain/field'
import type { FormValues } from '@/domain/record-form'
import type { EditMessages } from '@/messages/edit.en'
import { fillTemplate } from './chart-words'
import { inputClass } from './desk-input'

/** One field of a record's form: plain, so that it can go to the browser. */
export type RecordInputSpec = {
  key: string
  label: string
  kind: 'text' | 'texts' | 'url' | 'decimal' | 'integer' | 'date' | 'period' | 'code' | 'reference' | 'citations'
  required: boolean
  lines: number
  language?: 'en' | 'zh'
  options?: readonly { value: string; label: string }[]
  noun?: Noun
  /** Part of the id of a record that is there. */
  fixed?: boolean
}

type RecordInputProps = {
  spec: RecordInputSpec
  values: FormValues
  problem: string | undefined
  words: EditMessages
  names: Record<string, string>
}

/** A labelled input for one field, with what it asks for and what was wrong. */
export function RecordInput({ spec, values, problem, words, names }: RecordInputProps) {
  const id = `f-${spec.key}`
  const hint = getHint(spec, words)
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined
  const value = values[spec.key] ?? ''
  const common = {
    id,
    name: spec.key,
    defaultValue: value,
    'aria-describedby': described,
    'aria-invalid': problem ? true : undefined,
    'aria-required': spec.required || undefined,
    lang: spec.language === 'zh' ? 'zh-Hans' : spec.language,
    className: inputClass,
  } as const
  return (
    <div className="my-4" data-input={spec.key}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {spec.label}
        {spec.required && <span className="font-normal text-muted"> ({words.required})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-sm text-accent">
          {problem}
        </p>
      )}
      <Control spec={spec} common={common} words={words} />
      {spec.kind === 'reference' && names[value] && (
        <p className="text-sm text-muted">{fillTemplate(words.chosen, { name: names[value] })}</p>
      )}
      {spec.kind === 'date' && (
        <label className="flex min-h-8 items-center gap-2 text-sm">
          <input type="checkbox" name={`${spec.key}.noLater`} defaultChecked={Boolean(values[`${spec.key}.noLater`])} />
          {words.noLater}
        </label>
      )}
    </div>
  )
}

type Common = { id: string; name: string; defaultValue: string; className: string; lang: string | undefined }

function Control({ spec, common, words }: { spec: RecordInputSpec; common: Common; words: EditMessages }) {
  if (spec.kind === 'code') {
    return (
      <select {...common}>
        <option value="">{words.choose}</option>
        {spec.options?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  if (spec.kind === 'texts' || spec.lines > 1)
    return <textarea {...common} rows={spec.kind === 'texts' ? 4 : spec.lines} maxLength={20_000} />
  const list = spec.kind === 'reference' && !spec.fixed ? `options-${spec.noun}` : undefined
  const numeric = spec.kind === 'decimal' || spec.kind === 'integer'
  return (
    <input
      {...common}
      type="text"
      list={list}
      data-noun={list && spec.noun}
      inputMode={numeric ? 'decimal' : undefined}
      readOnly={spec.fixed ?? false}
      maxLength={4000}
      autoComplete="off"
      spellCheck={spec.kind === 'text'}
    />
  )
}

function getHint(spec: RecordInputSpec, words: EditMessages): string | undefined {
  if (spec.fixed) return words.composedHint
  if (spec.kind === 'date') return words.dateHint
  if (spec.kind === 'texts') return words.textsHint
  if (spec.kind === 'period') return words.periodHint
  return spec.kind === 'decimal' ? words.decimalHint : undefined
}
