'use client'

type FilterChoiceProps = {
  name: string
  label: string
  chosen: readonly string[]
  /** Ids and what they are called. */
  options: readonly (readonly [id: string, text: string])[]
}

/**
 * Several of many: a box that opens, with the number chosen on its lid. It is drawn on the server like everything else;
 * as a client component its hundred boxes travel once more as a list of names, not as a tree of elements.
 */
export function FilterChoice({ name, label, chosen, options }: FilterChoiceProps) {
  const known = new Set(options.map(([id]) => id))
  const unknown = chosen.filter((id) => !known.has(id)).map((id) => [id, id] as const)
  return (
    <details className="choice" name="filters">
      <summary>
        {label}
        {chosen.length > 0 && <span className="count">{chosen.length}</span>}
      </summary>
      <fieldset>
        <legend className="sr-only">{label}</legend>
        {[...unknown, ...options].map(([id, text]) => (
          <label key={id}>
            <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(id)} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
