import type { ReactNode } from 'react'

type LabelledFieldProps = {
  id: string
  label: string
  hint?: string | undefined
  isWide?: boolean
  children: ReactNode
}

/** An input with its label and what it asks for; the input is described by `<id>-hint`. */
export function LabelledField({ id, label, hint, isWide = false, children }: LabelledFieldProps) {
  return (
    <div className={`my-4 ${isWide ? '' : 'max-w-md'}`}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
    </div>
  )
}
