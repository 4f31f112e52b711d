import type { Field, Noun } from '@/domain/field'
import type { FormValues } from '@/domain/record-form'
import type { EditMessages } from '@/messages/desk/edit.en'
import { inputClass } from './input-class'
import { ReferenceInput } from './reference-input'
import { FieldWarnings } from './warning-parts'

/** One field of a record's form: plain, so that it can go to the browser. */
export type RecordInputSpec = {
  key: string
  label: string
  kind: 'id' | Field['kind']
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
  /** What the value of the field counts in, beside its label. */
  unit?: string | undefined
  values: FormValues
  problem: string | undefined
  warnings: readonly string[] | undefined
  words: EditMessages
}

/** A labelled input for one field, with what it asks for and what was wrong. */
export function RecordInput({ spec, unit, values, problem, warnings, words }: RecordInputProps) {
  const id = `f-${spec.key}`
  const hint = getHint(spec, words)
  const described =
    [unit && `${id}-unit`, hint && `${id}-hint`, problem && `${id}-problem`, warnings && `${id}-warnings`]
      .filter(Boolean)
      .join(' ') || undefined
  const common = {
    id,
    name: spec.key,
    defaultValue: values[spec.key] ?? '',
    'aria-describedby': described,
    'aria-invalid': problem ? true : undefined,
    'aria-required': spec.required || undefined,
    lang: spec.language === 'zh' ? 'zh-Hans' : spec.language,
    className: inputClass,
  } as const
  return (
    <div className="my-4" data-input={spec.key}>
      <label htmlFor={id} className={`text-sm font-semibold ${unit === undefined ? 'block' : 'inline-block'}`}>
        {spec.label}
        {spec.required && <span className="font-normal text-muted"> ({words.required})</span>}
      </label>
      {unit !== undefined && (
        <span id={`${id}-unit`} className="ms-2 text-sm text-muted" aria-live="polite" data-unit>
          {unit}
        </span>
      )}
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
      <FieldWarnings id={`${id}-warnings`} texts={warnings} />
      <Control spec={spec} common={common} words={words} />
      {spec.kind === 'date' && (
        <label className="flex min-h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            name={`${spec.key}.noLater`}
            aria-label={`${spec.label}: ${words.noLater}`}
            defaultChecked={Boolean(values[`${spec.key}.noLater`])}
          />
          {words.noLater}
        </label>
      )}
    </div>
  )
}

type Common = { id: string; name: string; defaultValue: string; className: string; lang: string | undefined }

function Control({ spec, common, words }: { spec: RecordInputSpec; common: Common; words: EditMessages }) {
  if (spec.kind === 'reference' && spec.noun)
    return <ReferenceInput {...common} noun={spec.noun} chosen={words.chosen} />
  if (spec.kind === 'code') {
    return (
      <select {...common}>
        <option value="">{spec.required ? words.choose : words.notStated}</option>
        {spec.options?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  if (spec.kind === 'texts' || spec.lines > 1) return <textarea {...common} rows={countRows(spec, common)} />
  const isWritten = spec.kind === 'text'
  return (
    <input
      {...common}
      type="text"
      inputMode={spec.kind === 'integer' ? 'numeric' : undefined}
      maxLength={4000}
      spellCheck={isWritten}
      {...(isWritten ? {} : { autoComplete: 'off', autoCapitalize: 'none' })}
    />
  )
}

/** As high as its text, within reason: what is hidden in a small box is overlooked. */
function countRows({ kind, lines }: RecordInputSpec, { defaultValue }: Common): number {
  const needed = defaultValue
    .split('\n')
    .map((line) => Math.ceil(line.length / 70))
    .reduce((sum, rows) => sum + Math.max(1, rows), 0)
  return Math.min(14, Math.max(kind === 'texts' ? 4 : lines, needed))
}

function getHint({ kind }: RecordInputSpec, words: EditMessages): string | undefined {
  switch (kind) {
    case 'id':
      return words.idHint
    case 'date':
      return words.dateHint
    case 'texts':
      return words.textsHint
    case 'period':
      return words.periodHint
    case 'decimal':
      return words.decimalHint
    case 'reference':
      return words.referenceHint
    default:
      return undefined
  }
}
