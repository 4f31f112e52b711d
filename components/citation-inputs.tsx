import { citationKeys, countCitations, type FormValues } from '@/domain/record-form'
import type { EditMessages } from '@/messages/edit.en'
import { fillTemplate } from './chart-words'
import { inputClass } from './desk-input'

export type CitationWords = {
  labels: Record<(typeof citationKeys)[number], string>
  evidence: readonly { value: string; label: string }[]
}

type CitationInputsProps = {
  name: string
  label: string
  required: boolean
  rows: number
  values: FormValues
  problems: { [name: string]: string | undefined }
  names: Record<string, string>
  words: EditMessages
  citationWords: CitationWords
}

/** The citations of a record, one row of inputs each, and always one row that is still empty. */
export function CitationInputs({
  name,
  label,
  required,
  rows,
  values,
  problems,
  names,
  words,
  citationWords,
}: CitationInputsProps) {
  const count = Math.max(rows, countCitations(name, values) + 1)
  const problem = problems[name]
  return (
    <fieldset
      className="my-6 border border-rule p-4"
      id={`f-${name}`}
      aria-describedby={problem ? `f-${name}-problem` : undefined}
    >
      <legend className="px-1 font-semibold">
        {label}
        {required && <span className="font-normal text-muted"> ({words.required})</span>}
      </legend>
      {problem && (
        <p id={`f-${name}-problem`} className="text-sm text-accent">
          {problem}
        </p>
      )}
      <input type="hidden" name="rows" value={count} />
      {Array.from({ length: count }, (_, at) => (
        <fieldset
          key={`${name} ${at + 1}`}
          className="mb-4 grid gap-x-4 gap-y-2 border-b border-rule pb-4 sm:grid-cols-2"
        >
          <legend className="text-sm text-muted">{fillTemplate(words.citation, { n: at + 1 })}</legend>
          {citationKeys.map((key) => (
            <CitationInput
              key={key}
              name={`${name}.${at}.${key}`}
              part={key}
              values={values}
              problem={problems[`${name}.${at}.${key}`]}
              names={names}
              words={words}
              citationWords={citationWords}
            />
          ))}
        </fieldset>
      ))}
      <button type="submit" name="more" value={name} className="button small" formNoValidate>
        {words.addCitation}
      </button>
    </fieldset>
  )
}

type CitationInputProps = Pick<CitationInputsProps, 'values' | 'names' | 'words' | 'citationWords'> & {
  name: string
  part: (typeof citationKeys)[number]
  problem: string | undefined
}

function CitationInput({ name, part, values, problem, names, words, citationWords }: CitationInputProps) {
  const value = values[name] ?? ''
  const common = {
    id: `f-${name}`,
    name,
    defaultValue: value,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `f-${name}-problem` : undefined,
    className: inputClass,
  } as const
  return (
    <div>
      <label htmlFor={`f-${name}`} className="block text-sm">
        {citationWords.labels[part]}
      </label>
      {problem && (
        <p id={`f-${name}-problem`} className="text-sm text-accent">
          {problem}
        </p>
      )}
      {part === 'evidence' ? (
        <select {...common}>
          <option value="">{words.choose}</option>
          {citationWords.evidence.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          maxLength={4000}
          autoComplete="off"
          list={part === 'source' ? 'options-source' : undefined}
          data-noun={part === 'source' ? 'source' : undefined}
        />
      )}
      {part === 'source' && names[value] && <p className="text-sm text-muted">{names[value]}</p>}
    </div>
  )
}
