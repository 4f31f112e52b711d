import Link from 'next/link'
import { Fragment } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { getLabel, hrefToRecord, type Reading, toName } from '@/components/view/reading'
import type { Citation } from '@/domain/field'
import { groupDigits } from '@/domain/format-number'
import { type IdentityOutcome, isOfOneMaker } from '@/domain/identity'
import type { Frequency } from '@/domain/period'
import { formatPeriodCode } from './dates'
import { Filled } from './filled'
import type { RecordLike } from './record-like'
import { NameText, RecordLink } from './record-link'

type IdentityListProps = {
  reading: Reading
  outcomes: readonly IdentityOutcome[]
  figures: readonly RecordLike[]
  /** Whether each test says where and when it is of: not on the page of one figure. */
  isOfMany?: boolean
}

/** So many tests fill more than the first screens. */
const NEAR = 9

/** The tests a figure takes part in, with their figures and how they came out; rounding is named as rounding. */
export function IdentityList({ reading, outcomes, figures, isOfMany = false }: IdentityListProps) {
  const { words } = reading
  if (outcomes.length === 0) return <p className="text-muted">{words.record.identitiesNone}</p>
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return (
    <ul className={isOfMany ? 'mt-4 space-y-3' : 'space-y-3'}>
      {outcomes.map((outcome, at) => (
        <li
          key={`${outcome.kind} ${outcome.total} ${outcome.parts.join(' ')}`}
          className={at < NEAR ? 'border-s-2 border-rule ps-3' : 'far border-s-2 border-rule ps-3'}
          data-identity={outcome.outcome}
        >
          {isOfMany && <Subject reading={reading} figure={byId.get(outcome.total)} />}
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
          <Publishers
            reading={reading}
            figures={[outcome.total, ...outcome.parts].flatMap((id) => byId.get(id) ?? [])}
          />
        </li>
      ))}
    </ul>
  )
}

/** The place and the period a test is of. */
function Subject({ reading, figure }: { reading: Reading; figure: RecordLike | undefined }) {
  if (!figure) return null
  const { area, period, frequency } = figure.fields
  const of = formatPeriodCode(reading.words, String(period), frequency as Frequency)
  return (
    <strong className="block font-semibold" data-subject>
      <RecordLink reading={reading} noun="area" id={String(area)} />
      {reading.words.chart.listSeparator}
      {of}
    </strong>
  )
}

/** Who published each term, where not all come from the same: figures of two makers need not add up. */
function Publishers({ reading, figures }: { reading: Reading; figures: readonly RecordLike[] }) {
  const { words, labels } = reading
  const named = figures.map(({ fields }) => {
    const citations = (fields.citations as Citation[] | undefined) ?? []
    return {
      indicator: getLabel(reading, 'indicator', String(fields.indicator)).text,
      publishers: [...new Set(citations.map(({ source }) => String(labels.source?.[source]?.publisher ?? source)))],
    }
  })
  if (isOfOneMaker(named.map(({ publishers }) => publishers))) return null
  return (
    <small className="block text-muted" data-publishers>
      {words.checks.publishers}
      {named.map(({ indicator, publishers }, at) => (
        <Fragment key={indicator}>
          {at > 0 && words.checks.publisherSeparator}
          <Filled
            template={words.view.clause}
            values={{ name: indicator, values: <Names reading={reading} names={publishers} /> }}
          />
        </Fragment>
      ))}
    </small>
  )
}

/** Names of publishers, each marked where it is in another language. */
function Names({ reading, names }: { reading: Reading; names: readonly string[] }) {
  return names.map((name, at) => (
    <Fragment key={name}>
      {at > 0 && reading.words.chart.listSeparator}
      <NameText name={toName(name, reading.language)} reading={reading} />
    </Fragment>
  ))
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
