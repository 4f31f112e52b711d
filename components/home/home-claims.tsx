import type { CSSProperties } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { getFigureText, getPeriodText } from '@/components/place/place-words'
import { SourceLinks } from '@/components/record/citations'
import { formatDoubtfulDate } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { RecordLink } from '@/components/record/record-link'
import { getClaimantText } from '@/components/record/who'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import { describeValueAxis } from '@/domain/chart/chart-axis'
import { getClaimKind, readNominalDate } from '@/domain/claim'
import type { Citation } from '@/domain/field'
import { formatTicks } from '@/domain/format-number'
import { Part } from './home-part'

/** Who says what: official counts and every estimate of the whole in yuan, largest first, each a dot on one scale. */
export function HomeClaims({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  const amounts = rows
    .filter(
      ({ fields }) =>
        reading.labels.indicator?.[String(fields.indicator)]?.unit === 'CNY' && fields.value !== undefined,
    )
    .toSorted((a, b) => Number(b.fields.value) - Number(a.fields.value))
  const [most] = amounts
  if (!most) return null
  const axis = describeValueAxis(
    amounts.map(({ fields }) => Number(fields.value)),
    true,
  )
  return (
    <Part
      reading={reading}
      id="estimates"
      title={words.home.estimates}
      finding={describeClaims(reading, amounts)}
      notes={[words.home.claimsApart]}
      rows={amounts}
      all={{ page: 'debt', view: { status: ['estimate'] } }}
    >
      <ClaimScale reading={reading} ticks={axis.ticks} most={axis.max} like={most} />
      <ol className="said">
        {amounts.map((row) => (
          <Claim key={row.id} reading={reading} row={row} most={axis.max} />
        ))}
      </ol>
      <p className="said-key" aria-hidden="true">
        <span data-status="official">{words.home.officialDot}</span>
        <span data-status="estimate">{words.home.estimateDot}</span>
        {amounts.some(({ fields }) => getClaimKind(fields) === 'target') && (
          <span data-status="target">{words.home.targetDot}</span>
        )}
      </p>
    </Part>
  )
}

/** What is counted officially, and the largest estimate, each with its scope and date; a target is neither. */
function describeClaims(reading: Reading, amounts: readonly RecordLike[]): string {
  const { home, chart, site } = reading.words
  const scopes: Record<string, string> = home.scopesInText
  const tell = (template: string, row: RecordLike) =>
    fillTemplate(template, {
      amount: getFigureText(reading, row),
      claimant: getClaimant(reading, row),
      scope: scopes[String(row.fields.indicator)] ?? getLabel(reading, 'indicator', String(row.fields.indicator)).text,
      date: formatClaimDate(reading, row),
    })
  const counts = amounts.filter(({ fields }) => getClaimKind(fields) === 'official')
  const most = amounts.find(({ fields }) => getClaimKind(fields) === 'estimate')
  return [
    counts.length > 0 &&
      fillTemplate(home.claimsOfficial, {
        counts: counts.map((row) => tell(home.claimsCount, row)).join(chart.listSeparator),
      }),
    most && fillTemplate(home.claimsMost, { count: tell(home.claimsCountBy, most) }),
  ]
    .filter(Boolean)
    .join(site.gap)
}

/** The date of a claim, only as sharp as the record says that it is known. */
function formatClaimDate(reading: Reading, row: RecordLike): string {
  const vague = readNominalDate(row.fields)
  return vague ? formatDoubtfulDate(reading.words, vague.known) : getPeriodText(reading, row)
}

/** The same, and what of the date in the record is nominal. */
function describeClaimDate(reading: Reading, row: RecordLike): string {
  const date = formatClaimDate(reading, row)
  const vague = readNominalDate(row.fields)
  if (!vague) return date
  const { dayNominal, yearEndNominal } = reading.words.home
  return fillTemplate(vague.nominal === 'day' ? dayNominal : yearEndNominal, { date })
}

function getClaimant(reading: Reading, { fields }: RecordLike): string {
  return getClaimantText(reading, String(fields.claimant))
}

type ScaleProps = { reading: Reading; ticks: readonly string[]; most: number; like: RecordLike }

/** The scale over the dots, drawn once for all of them; each dot's own amount is in words beside it. */
function ClaimScale({ reading, ticks, most, like }: ScaleProps) {
  const indicator = reading.labels.indicator?.[String(like.fields.indicator)]
  const { numbers, scale } = formatTicks(ticks, 'CNY', Number(indicator?.unitMult ?? 8), reading.language)
  const ends = ticks.map((tick, at) => ({ tick, number: numbers[at] ?? tick }))
  return (
    <div className="said-axis" aria-hidden="true">
      <p>
        {ends.map(({ tick, number }) => (
          <span key={tick} style={{ '--share': Number(tick) / most } as CSSProperties}>
            {number}
          </span>
        ))}
      </p>
      <small>{reading.words.chart.scale[scale]}</small>
    </div>
  )
}

/** One claim: who, when, of what, how much. */
function Claim({ reading, row, most }: { reading: Reading; row: RecordLike; most: number }) {
  const { words } = reading
  const scopes: Record<string, string> = words.home.scopes
  const indicator = String(row.fields.indicator)
  return (
    <li data-status={getClaimKind(row.fields)} style={{ '--share': Number(row.fields.value) / most } as CSSProperties}>
      <div className="said-who">
        <strong>{getClaimant(reading, row)}</strong>
        <span>{describeClaimDate(reading, row)}</span>
      </div>
      <div className="said-scale">
        <span className="said-dot" aria-hidden="true" />
        <a href={hrefToRecord(reading, 'observation', row.id)}>{getFigureText(reading, row)}</a>
      </div>
      <div className="said-what">
        <RecordLink
          reading={reading}
          noun="indicator"
          id={indicator}
          {...(scopes[indicator] === undefined ? {} : { name: { text: scopes[indicator] } })}
        />
        <SourceLinks reading={reading} citations={row.fields.citations as Citation[]} />
      </div>
    </li>
  )
}
