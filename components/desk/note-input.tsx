import { inputClass } from './input-class'

type NoteInputProps = {
  id?: string
  name: string
  label: string
  /** The word that says it is needed. */
  required: string
  hint?: string | undefined
  value: string
  problem?: string | undefined
}

/** A few lines that a form of the record must have: why it is published, or why what is doubtful is right. */
export function NoteInput({ name, label, required, hint, value, problem, id = `f-${name}` }: NoteInputProps) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <>
      <label htmlFor={id} className="block font-semibold">
        {label} <span className="font-normal text-muted">({required})</span>
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
      <textarea
        id={id}
        name={name}
        rows={2}
        maxLength={500}
        defaultValue={value}
        className={inputClass}
        aria-required
        aria-invalid={problem ? true : undefined}
        aria-describedby={described === '' ? undefined : described}
      />
    </>
  )
}
