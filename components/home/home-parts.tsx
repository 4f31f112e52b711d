import Link from 'next/link'
import { ChartFigure } from '@/components/chart/chart-figure'
import { fillTemplate } from '@/components/chart/chart-words'
import { ClaimDots } from '@/components/chart/claim-dots'
import { toFigureChart } from '@/components/chart/figure-chart'
import { type Tile, TileMap } from '@/components/chart/tile-map'
import { getCompactText } from '@/components/record/amount'
import { SourceLinks } from '@/components/record/citations'
import { formatDoubtfulDate, formatPeriodCode } from '@/components/record/dates'
import { type EditionLike, EditionsTable } from '@/components/record/editions-table'
import { getColumns } from '@/components/record/record-columns'
import type { RecordLike } from '@/components/record/record-like'
import { RecordLink } from '@/components/record/record-link'
import { DataTable } from '@/components/view/data-table'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import type { Citation } from '@/domain/field'
import { getMemberState, type Member } from '@/domain/member'
import { countStates } from '@/domain/member-view'
import type { Frequency } from '@/domain/period'
import { Part } from './home-part'

/** The latest official figures, each with its date, its claimant and its source. */
export function HomeOfficial({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  return (
    <Part
      reading={reading}
      id="official"
      title={words.home.official}
      lede={words.home.officialLede}
      all={{ page: 'debt', view: { area: ['CN'], status: ['official'] } }}
    >
      <dl className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {rows.map((row) => (
          <Figure key={row.id} reading={reading} row={row} />
        ))}
      </dl>
    </Part>
  )
}

/** How much: the official balance over time, and how far it has come from the first figure to the last. */
export function HomeBalance({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words, language } = reading
  const [newest] = rows
  const oldest = rows.at(-1)
  const result = toFigureChart(reading, [...rows].reverse())
  if (!newest || !oldest || !result?.ok) return null
  const indicator = String(newest.fields.indicator)
  const finding = fillTemplate(words.home.growth, {
    old: getAmount(reading, oldest),
    oldDate: getPeriod(reading, oldest),
    new: getAmount(reading, newest),
    newDate: getPeriod(reading, newest),
  })
  return (
    <Part
      reading={reading}
      id="balance"
      title={words.home.balance}
      lede={finding}
      all={{ page: 'debt', view: { indicator: [indicator], area: ['CN'] } }}
    >
      <ChartFigure
        chart={result.chart}
        title={getLabel(reading, 'indicator', indicator).text}
        worded={{ lang: language, words: words.chart }}
        id="balance-chart"
      />
    </Part>
  )
}

function getAmount(reading: Reading, { fields }: RecordLike): string {
  return getCompactText(reading, String(fields.value), reading.labels.indicator?.[String(fields.indicator)] ?? {})
}

function getPeriod(reading: Reading, { fields }: RecordLike): string {
  return formatPeriodCode(reading.words, String(fields.period), fields.frequency as Frequency)
}

function Figure({ reading, row }: { reading: Reading; row: RecordLike }) {
  const { indicator, period, frequency, value, citations, claimant } = row.fields
  const fields = reading.labels.indicator?.[String(indicator)]
  return (
    <div className="border-t border-rule pt-2">
      <dt className="mb-1 text-sm">
        <RecordLink reading={reading} noun="indicator" id={String(indicator)} />
      </dt>
      <dd>
        <Link
          href={hrefToRecord(reading, 'observation', row.id)}
          prefetch={false}
          className="font-serif text-2xl font-semibold"
        >
          {fields && value !== undefined ? getCompactText(reading, String(value), fields) : '–'}
        </Link>
        <p className="text-sm text-muted">
          {formatPeriodCode(reading.words, String(period), frequency as Frequency)} ·{' '}
          {getLabel(reading, 'claimant', String(claimant)).text}
        </p>
        <SourceLinks reading={reading} citations={(citations as Citation[]).slice(0, 1)} />
      </dd>
    </div>
  )
}

/** Who says what: official counts and every estimate of the whole in yuan, largest first. */
export function HomeClaims({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  const amounts = rows
    .filter(
      ({ fields }) =>
        reading.labels.indicator?.[String(fields.indicator)]?.unit === 'CNY' && fields.value !== undefined,
    )
    .sort((a, b) => Number(b.fields.value) - Number(a.fields.value))
  return (
    <Part
      reading={reading}
      id="estimates"
      title={words.home.estimates}
      lede={words.home.estimatesLede}
      all={{ page: 'debt', view: { status: ['estimate'] } }}
    >
      <ClaimDots reading={reading} rows={amounts} caption={words.home.estimatesLede} />
    </Part>
  )
}

/** Where: the twelve of Document No. 47 among all provinces; who has left is told apart. */
export function HomeProvinces({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  const states = countStates(rows)
  const tiles = Object.fromEntries(rows.map((row) => [String(row.fields.area), toTile(row, reading)]))
  const names = words.codes['member.state']
  const finding = fillTemplate(words.home.provincesNow, { in: states.in, total: rows.length, left: states.left })
  return (
    <Part reading={reading} id="provinces" title={words.home.provinces} lede={finding} all={{ page: 'provinces' }}>
      <TileMap reading={reading} tiles={tiles} label={words.home.provinces} />
      <p className="tile-key" aria-hidden="true">
        <span data-state="in">{names.in}</span>
        <span data-state="left">{names.left}</span>
        <span data-state="none">{words.home.neverListed}</span>
      </p>
    </Part>
  )
}

function toTile({ fields }: RecordLike, { words }: Reading): Tile {
  const names = words.codes['member.state']
  if (getMemberState(fields as Partial<Member>) !== 'left') return { state: 'in', text: names.in }
  return { state: 'left', text: names.left + words.chart.listSeparator + formatDoubtfulDate(words, String(fields.to)) }
}

export function HomeMentions({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  return (
    <Part reading={reading} id="mentions" title={words.home.mentions} all={{ page: 'mentions' }}>
      <DataTable
        caption={words.pages.mentions.title}
        columns={getColumns('mention', reading).filter(({ key }) => key !== 'evidence')}
        rows={rows}
        words={words}
      />
    </Part>
  )
}

export function HomeEditions({ reading, editions }: { reading: Reading; editions: readonly EditionLike[] }) {
  return (
    <Part reading={reading} id="editions" title={reading.words.home.editions} all={{ page: 'editions' }}>
      <EditionsTable reading={reading} editions={editions} />
    </Part>
  )
}
