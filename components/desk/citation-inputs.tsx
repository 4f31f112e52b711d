import { fillTemplate } from '@/components/chart/chart-words'
import { citationKeys, countCitationRows, type FormValues } from '@/domain/record-form'
import type { EditMessages } from '@/messages/desk/edit.en'
import { inputClass } from './input-class'
import { ReferenceInput } from './reference-input'
import { FieldWarnings } from './warning-parts'

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
  warnings: readonly string[] | undefined
  words: EditMessages
  citationWords: CitationWords
}

/** The citations of a record, one row of inputs each, and a row that is still empty. */
export function CitationInputs({ name, label, required, rows, warnings, ...rest }: CitationInputsProps) {
  const { values, problems, words } = rest
  const count = countCitationRows(name, values, rows)
  const problem = problems[name]
  const described = [problem && `f-${name}-problem`, warnings && `f-${name}-warnings`].filter(Boolean).join(' ')
  return (
    <fieldset
      className="my-6 border border-rule p-4"
      id={`f-${name}`}
      tabIndex={-1}
      aria-describedby={described === '' ? undefined : described}
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
      <FieldWarnings id={`f-${name}-warnings`} texts={warnings} />
      <input type="hidden" name="rows" value={count} />
      {Array.from({ length: count }, (_, at) => at).map((at) => (
        <CitationRow key={at} name={name} at={at} {...rest} />
      ))}
      <button type="submit" name="more" value={name} className="button small" formNoValidate>
        {words.addCitation}
      </button>
    </fieldset>
  )
}

type PartsProps = Pick<CitationInputsProps, 'values' | 'problems' | 'words' | 'citationWords'>

const details = citationKeys.filter((part) => part !== 'source')

/** The source is what most citations have; the rest is folded until something stands there. */
function CitationRow({ name, at, ...parts }: PartsProps & { name: string; at: number }) {
  const { values, problems, words } = parts
  const nameOf = (part: string) => `${name}.${at}.${part}`
  const isFilled = citationKeys.some((part) => values[nameOf(part)])
  const isOpen = details.some((part) => values[nameOf(part)] || problems[nameOf(part)])
  return (
    <fieldset className="relative mb-3 border-b border-rule pb-3">
      <legend className="sr-only">{fillTemplate(words.citation, { n: at + 1 })}</legend>
      <CitationInput name={nameOf('source')} part="source" n={at + 1} {...parts} />
      <details open={isOpen} className="mt-1 text-sm">
        <summary className="min-h-8 cursor-pointer py-1">{words.citationMore}</summary>
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
          {details.map((part) => (
            <CitationInput key={part} name={nameOf(part)} part={part} {...parts} />
          ))}
        </div>
      </details>
      {isFilled && (
        <button
          type="submit"
          name="drop"
          value={at}
          className="absolute end-0 top-0 min-h-6 px-1 text-sm underline"
          aria-label={fillTemplate(words.dropCitationNamed, { n: at + 1 })}
          formNoValidate
        >
          {words.dropCitation}
        </button>
      )}
    </fieldset>
  )
}

type CitationInputProps = PartsProps & { name: string; part: (typeof citationKeys)[number]; n?: number }

function CitationInput({ name, part, n, values, problems, words, citationWords }: CitationInputProps) {
  const problem = problems[name]
  const common = {
    id: `f-${name}`,
    name,
    defaultValue: values[name] ?? '',
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `f-${name}-problem` : undefined,
    className: inputClass,
  } as const
  return (
    <div className={part === 'quote' ? 'sm:col-span-2' : undefined}>
      <label htmlFor={`f-${name}`} className="block text-sm">
        {n === undefined ? citationWords.labels[part] : fillTemplate(words.citation, { n })}
      </label>
      {problem && (
        <p id={`f-${name}-problem`} className="text-sm text-accent">
          {problem}
        </p>
      )}
      {part === 'source' && <ReferenceInput {...common} noun="source" chosen={words.chosen} />}
      {part === 'evidence' && (
        <select {...common}>
          <option value="">{words.notStated}</option>
          {citationWords.evidence.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {part === 'place' && <input {...common} type="text" maxLength={4000} />}
      {part === 'quote' && <textarea {...common} rows={2} maxLength={4000} />}
    </div>
  )
}
