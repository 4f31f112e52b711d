import { Fragment, type ReactNode } from 'react'

/** A template whose `{names}` are filled with more than plain text; a name without a value stays as it is. */
export function Filled({ template, values }: { template: string; values: { [name: string]: ReactNode } }) {
  return template
    .split(/(\{\w+\})/)
    .map((part, at) => (
      <Fragment key={`${at} ${part}`}>{/^\{\w+\}$/.test(part) ? (values[part.slice(1, -1)] ?? part) : part}</Fragment>
    ))
}
