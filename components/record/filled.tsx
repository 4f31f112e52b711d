import { createElement, Fragment, type ReactNode } from 'react'

/** A template whose `{names}` are filled with more than plain text; a name without a value stays as it is. */
export function Filled({ template, values }: { template: string; values: { [name: string]: ReactNode } }) {
  const parts = template.split(/(\{\w+\})/).map((part) => values[/^\{(\w+)\}$/.exec(part)?.[1] ?? ''] ?? part)
  return createElement(Fragment, null, ...parts)
}
