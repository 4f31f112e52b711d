import { fillTemplate } from '@/components/chart/chart-words'
import {
  type BulletinColumn,
  type BulletinFigure,
  type BulletinHead,
  type BulletinIndicator,
  type BulletinRow,
  toFigureKey,
  toInputName,
} from '@/domain/bulletin'
import { groupDigits } from '@/domain/format-number'
import { formatFigureId, type IdentityOutcome } from '@/domain/identity'
import type { BulletinMessages } from '@/messages/desk/bulletin.en'
import { FieldWarnings } from './warning-parts'

export type BulletinCellProps = {
  head: BulletinHead
  indicators: readonly BulletinIndicator[]
  row: BulletinRow
  column: BulletinColumn
  /** The line and the column of the cell, from 0. */
  at: number
  place: number
  names: { readonly [indicator: string]: string }
  /** Published values by figure. */
  published: { readonly [id: string]: string }
  words: BulletinMessages
  figures: readonly BulletinFigure[]
  /** How the sums come out, and the words for that. */
  outcomes: readonly IdentityOutcome[]
  texts: Record<IdentityOutcome['outcome'], string>
  typed: { readonly [indicator: string]: string }
  /** The words of the warnings on each input. */
  warned: { readonly [name: string]: readonly string[] }
  onType: (changes: { [indicator: string]: string }) => void
}

const marks = { fails: '≠', rounding: '≈', passes: '✓' } as const

/** An input, what was understood of it, what is published now, and how the sums it takes part in come out. */
export function BulletinCell(props: BulletinCellProps) {
  const { head, indicators, row, column, at, place, names, published, words, figures, typed, onType } = props
  const indicator = row[column] ?? ''
  const figure = figures.find((one) => one.indicator === indicator)
  const unit = indicators.find(({ id }) => id === indicator)?.unit ?? 'CNY'
  const now = published[formatFigureId(toFigureKey(head, indicator))]
  const outcome = figure?.ok ? findWorst(props.outcomes, figure.id) : undefined
  const id = toInputName(indicator)
  const doubtful = props.warned[id] ?? []
  const edge = outcome?.outcome === 'fails' ? 'border-2 border-accent' : 'border border-muted'
  return (
    <>
      <input
        id={id}
        name={id}
        value={typed[indicator] ?? ''}
        onInput={(event) => onType({ [indicator]: event.currentTarget.value })}
        data-row={at}
        data-column={place}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        aria-label={fillTemplate(words.cell, {
          indicator: names[row.total] ?? row.total,
          column: words.columns[column],
        })}
        aria-invalid={figure && !figure.ok ? true : undefined}
        aria-describedby={doubtful.length > 0 ? `${id}-said ${id}-warned` : `${id}-said`}
        className={`min-h-9 w-full min-w-28 rounded-xs bg-field px-2 text-right text-ink tabular-nums ${edge}`}
      />
      <span id={`${id}-said`} className="mt-1 block min-h-5 text-right text-sm text-muted tabular-nums">
        {figure?.ok && fillTemplate(words.understood, { value: groupDigits(figure.value), unit: words.units[unit] })}
        {figure && !figure.ok && <span className="text-accent">{words.problems[figure.error]}</span>}
        {now !== undefined && (
          <span className="block">{fillTemplate(words.published, { value: groupDigits(now) })}</span>
        )}
        {outcome && (
          <span className={`block ${outcome.outcome === 'fails' ? 'text-accent' : ''}`} data-sum={outcome.outcome}>
            {marks[outcome.outcome]}{' '}
            {fillTemplate(props.texts[outcome.outcome], { difference: groupDigits(outcome.difference) })}
          </span>
        )}
      </span>
      {/* As wide as the cell is without it. */}
      <div className="w-0 min-w-full">
        <FieldWarnings id={`${id}-warned`} texts={doubtful} />
      </div>
    </>
  )
}

/** Of the sums a figure takes part in the one that comes out worst. */
function findWorst(outcomes: readonly IdentityOutcome[], id: string): IdentityOutcome | undefined {
  const own = outcomes.filter(({ total, parts }) => total === id || parts.includes(id))
  return (
    own.find(({ outcome }) => outcome === 'fails') ?? own.find(({ outcome }) => outcome === 'rounding') ?? own.at(0)
  )
}
