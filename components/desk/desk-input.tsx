import { inputClass } from './input-class'
import { NoteInput } from './note-input'

/** One input of a form of the desk. */
export type DeskInputSpec = { name: string; label: string; hint?: string; value?: string } & (
  | { kind: 'text' | 'email' | 'password'; autoComplete: string; fixed?: boolean; optional?: boolean }
  | { kind: 'choice'; options: readonly { value: string; label: string }[] }
  | { kind: 'lines'; optional?: boolean }
  /** A few lines that it must have; `required` is the word for that. */
  | { kind: 'note'; required: string }
  /** Any number of the options; `value` holds those chosen, with a space between. */
  | { kind: 'several'; options: readonly { value: string; label: string }[] }
  | { kind: 'switch' }
  | { kind: 'file' }
)

type DeskInputProps = { id: string; spec: DeskInputSpec; error?: string | undefined }

/** A label, its input, what it asks for, and what was wrong with what was sent. */
export function DeskInput({ id, spec, error }: DeskInputProps) {
  const described = [spec.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const common = {
    id,
    name: spec.name,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error ? true : undefined,
    className: inputClass,
  } as const
  if (spec.kind === 'switch') {
    return (
      <p className="my-4">
        <label className="inline-flex min-h-6 items-center gap-2">
          <input type="checkbox" id={id} name={spec.name} value="yes" defaultChecked={spec.value === 'yes'} />
          {spec.label}
        </label>
      </p>
    )
  }
  if (spec.kind === 'note') {
    const { name, label, hint, value = '', required } = spec
    return (
      <div className="my-4 max-w-prose">
        <NoteInput id={id} {...{ name, label, hint, value, required }} problem={error} />
      </div>
    )
  }
  if (spec.kind === 'several')
    return <SeveralInput id={id} spec={spec} error={error} described={common['aria-describedby']} />
  return (
    <div className={`my-4 ${spec.kind === 'lines' ? 'max-w-prose' : 'max-w-md'}`}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {spec.label}
      </label>
      {spec.hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {spec.hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm text-accent">
          {error}
        </p>
      )}
      {spec.kind === 'file' ? (
        <input {...common} type="file" required />
      ) : spec.kind === 'lines' ? (
        <textarea {...common} rows={3} maxLength={2_000} defaultValue={spec.value} required={!spec.optional} />
      ) : spec.kind === 'choice' ? (
        <select {...common} defaultValue={spec.value}>
          {spec.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={spec.kind}
          defaultValue={spec.value}
          autoComplete={spec.autoComplete}
          maxLength={spec.kind === 'email' ? 254 : 500}
          readOnly={spec.fixed ?? false}
          required={!spec.optional}
          {...(spec.kind === 'email' ? { autoCapitalize: 'none', spellCheck: false } : {})}
        />
      )}
    </div>
  )
}

type SeveralInputProps = {
  id: string
  spec: Extract<DeskInputSpec, { kind: 'several' }>
  error?: string | undefined
  described: string | undefined
}

function SeveralInput({ id, spec, error, described }: SeveralInputProps) {
  const chosen = spec.value?.split(' ') ?? []
  return (
    <fieldset id={id} className="my-4 max-w-prose" aria-describedby={described}>
      <legend className="text-sm font-semibold">{spec.label}</legend>
      {error && (
        <p id={`${id}-error`} className="text-sm text-accent">
          {error}
        </p>
      )}
      {spec.options.map(({ value, label }) => (
        <p key={value}>
          <label className="inline-flex min-h-6 items-baseline gap-2 py-1">
            <input type="checkbox" name={spec.name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        </p>
      ))}
    </fieldset>
  )
}
