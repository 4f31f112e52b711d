import Link from 'next/link'
import type { Reading } from './reading'

/** A date one may step to: its words, what there is at it, and the view at it. */
export type DateStep = { key: string; text: string; note: string; href: string }

type DateControlProps = {
  reading: Reading
  /** The date shown, in words. */
  shown: string
  /** All dates, newest first. */
  steps: readonly DateStep[]
  shownKey?: string
  older?: DateStep | undefined
  newer?: DateStep | undefined
  /** The view at no date in particular, where there is one to go back to. */
  latest?: { text: string; href: string } | undefined
}

/** Steps a view through its reference dates: the one before, the one after, and any of them. All are links. */
export function DateControl({ reading, shown, steps, shownKey, older, newer, latest }: DateControlProps) {
  const { comparison, dateControl } = reading.words
  return (
    <nav className="date-control no-print" aria-label={comparison.dates}>
      <Step step={older} rel="prev" label={dateControl.older} />
      <strong aria-current="date">{shown}</strong>
      <Step step={newer} rel="next" label={dateControl.newer} />
      {steps.length > 1 && (
        <details className="choice">
          <summary>{comparison.dates}</summary>
          <ul>
            {steps.map(({ key, text, note, href }) => (
              <li key={key}>
                <Link href={href} prefetch={false} aria-current={key === shownKey ? 'date' : undefined}>
                  <span>{text}</span>
                  <small>{note}</small>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {latest && (
        <Link href={latest.href} prefetch={false} className="date-step">
          {latest.text}
        </Link>
      )}
    </nav>
  )
}

/** Where there is nothing further, the arrow stays as a mark, so that the others do not move under the pointer. */
function Step({ step, rel, label }: { step: DateStep | undefined; rel: 'prev' | 'next'; label: string }) {
  const arrow = rel === 'prev' ? '←' : '→'
  if (!step) {
    return (
      <span className="date-step" aria-hidden="true">
        {arrow}
      </span>
    )
  }
  return (
    <Link href={step.href} prefetch={false} rel={rel} className="date-step" title={label}>
      {rel === 'prev' && <span aria-hidden="true">{arrow} </span>}
      {step.text}
      {rel === 'next' && <span aria-hidden="true"> {arrow}</span>}
    </Link>
  )
}
