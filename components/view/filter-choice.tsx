'use client'

/** One value of a facet: its id, what it is called, how many rows it would give, and the view with or without it. */
export type ChoiceOption = readonly [id: string, text: string, rows?: string, href?: string]

type FilterChoiceProps = {
  name: string
  label: string
  chosen: readonly string[]
  options: readonly ChoiceOption[]
  /** What a count says to those who do not see its row, `{value}` and `{rows}`, and what to do with the panel. */
  words: { add: string; remove: string; hint?: string }
  /** Without boxes the values are led to one at a time. */
  single?: boolean
}

/**
 * Several of many: a lid with the number chosen on it, and under it a line for each value, with a box to choose several
 * and a count that leads to the value at once. It is drawn on the server like everything else; as a client component its
 * hundred lines travel once more as a list of names, not as a tree of elements.
 */
export function FilterChoice({ name, label, chosen, options, words, single }: FilterChoiceProps) {
  const known = new Set(options.map(([id]) => id))
  const unknown = chosen.filter((id) => !known.has(id)).map((id): ChoiceOption => [id, id])
  return (
    <details className="choice" name="filters">
      <summary>
        {label}
        {chosen.length > 0 && <span className="count">{chosen.length}</span>}
      </summary>
      <fieldset>
        <legend className="sr-only">{label}</legend>
        <ul>
          {[...unknown, ...options].map(([id, text, rows, href]) => {
            const isChosen = chosen.includes(id)
            const said = (isChosen ? words.remove : words.add).replace('{value}', text).replace('{rows}', rows ?? '')
            if (single) {
              return (
                <li key={id}>
                  <a href={href} aria-label={said} aria-current={isChosen || undefined}>
                    <span>{text}</span>
                    <span>{rows}</span>
                  </a>
                </li>
              )
            }
            return (
              <li key={id}>
                <label>
                  <input type="checkbox" name={name} value={id} defaultChecked={isChosen} />
                  <span>{text}</span>
                </label>
                {href && (
                  <a href={href} aria-label={said}>
                    {rows}
                  </a>
                )}
              </li>
            )
          })}
        </ul>
        {words.hint && <p>{words.hint}</p>}
      </fieldset>
    </details>
  )
}
