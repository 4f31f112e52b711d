import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import { groupDigits } from '@/domain/format-number'
import type { IdentityOutcome } from '@/domain/identity'
import type { Frequency } from '@/domain/period'
import { formatPeriodCode } from './dates'
import type { RecordLike } from './record-like'

type IdentityListProps = { reading: Reading; outcomes: readonly IdentityOutcome[]; figures: readonly RecordLike[] }

/** The tests a figure takes part in, with their figures and how they came out; rounding is named as rounding. */
export function IdentityList({ reading, outcomes, figures }: IdentityListProps) {
  const { words } = reading
  if (outcomes.length === 0) return <p className="text-muted">{words.record.identitiesNone}</p>
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return (
    <ul className="space-y-3">
      {outcomes.map((outcome) => (
        <li
          key={`${outcome.kind} ${outcome.total} ${outcome.parts.join(' ')}`}
          className="border-s-2 border-rule ps-3"
          data-identity={outcome.outcome}
        >
          {outcome.parts.map((id, at) => (
            <span key={id}>
              {at > 0 && ' + '}
              <Figure reading={reading} figure={byId.get(id)} />
            </span>
          ))}
          {outcome.kind === 'most' ? ' ≤ ' : ' = '}
          <Figure reading={reading} figure={byId.get(outcome.total)} />
          <span className={outcome.outcome === 'fails' ? 'text-accent' : 'text-muted'}>
            {' · '}
            {fillTemplate(words.identity[outcome.outcome], { difference: groupDigits(outcome.difference) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Figure({ reading, figure }: { reading: Reading; figure: RecordLike | undefined }) {
  if (!figure) return null
  const { indicator, period, frequency, value } = figure.fields
  return (
    <Link href={hrefToRecord(reading, 'observation', figure.id)} prefetch={false}>
      {getLabel(reading, 'indicator', String(indicator)).text}{' '}
      {formatPeriodCode(reading.words, String(period), frequency as Frequency)}{' '}
      <span className="tabular-nums">{groupDigits(String(value))}</span>
    </Link>
  )
}
