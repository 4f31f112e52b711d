import { ChartFigure } from '@/components/chart/chart-figure'
import { fillTemplate } from '@/components/chart/chart-words'
import { type Tile, TileMap } from '@/components/chart/tile-map'
import { drawLines, toRow } from '@/components/place/place-charts'
import { getFigureText, getPeriodText, getPlaceName } from '@/components/place/place-words'
import { SourceLinks } from '@/components/record/citations'
import { formatDoubtfulDate } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { RecordLink } from '@/components/record/record-link'
import { getClaimantText } from '@/components/record/who'
import { hrefToRecord, type Reading } from '@/components/view/reading'
import { getPercent } from '@/domain/decimal'
import type { Citation } from '@/domain/field'
import { getMemberState, type Member } from '@/domain/member'
import { countStates } from '@/domain/member-view'
import { listBalances, NATION } from '@/domain/place-figures'
import { Part } from './home-part'

/** The latest official figures, each with its date, its claimant and its source. */
export function HomeOfficial({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  return (
    <section aria-labelledby="official">
      <h2 id="official" className="sr-only">
        {reading.words.home.official}
      </h2>
      <dl className="findings">
        {rows.map((row) => (
          <Figure key={row.id} reading={reading} row={row} note={getLimitNote(reading, row, rows)} />
        ))}
      </dl>
    </section>
  )
}

/** Beside a balance of a later year a limit would look broken: it is said that the record has none for that year. */
function getLimitNote({ words }: Reading, row: RecordLike, rows: readonly RecordLike[]): string | null {
  if (row.fields.indicator !== 'lgd_limit_total') return null
  const balance = rows.find(({ fields }) => fields.indicator === 'lgd_balance_total')
  const year = String(balance?.fields.period ?? '').slice(0, 4)
  return year > String(row.fields.period) ? fillTemplate(words.home.noLimit, { year }) : null
}

function Figure({ reading, row, note }: { reading: Reading; row: RecordLike; note: string | null }) {
  const { indicator, citations, claimant } = row.fields
  return (
    <div>
      <dt>
        <RecordLink reading={reading} noun="indicator" id={String(indicator)} />
      </dt>
      <dd>
        <a href={hrefToRecord(reading, 'observation', row.id)}>{getFigureText(reading, row)}</a>
        <p>
          {getPeriodText(reading, row)} · {getClaimantText(reading, String(claimant))}
        </p>
        {note && <p>{note}</p>}
        <SourceLinks reading={reading} citations={(citations as Citation[]).slice(0, 1)} />
      </dd>
    </div>
  )
}

/** How much: the official balance over time, in all and by kind, and how far it has come. */
export function HomeBalance({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words, language } = reading
  const [total, general, special] = (['total', 'general', 'special'] as const).map((scope) =>
    listBalances(rows, NATION, scope),
  ) as [RecordLike[], RecordLike[], RecordLike[]]
  const [newest] = total
  const oldest = total.at(-1)
  const indicator = reading.labels.indicator?.lgd_balance_total
  const chart =
    indicator &&
    drawLines(
      reading,
      [
        { key: '1', name: words.home.balanceTotal, rows: total.map(toRow) },
        { key: '2', name: words.home.balanceGeneral, rows: general.map(toRow) },
        { key: '3', name: words.home.balanceSpecial, rows: special.map(toRow) },
      ],
      { unit: 'CNY', unitMult: Number(indicator.unitMult), measure: 'stock' },
    )
  if (!newest || !oldest || !chart) return null
  const finding = fillTemplate(words.home.growth, {
    old: getFigureText(reading, oldest),
    oldDate: getPeriodText(reading, oldest),
    new: getFigureText(reading, newest),
    newDate: getPeriodText(reading, newest),
  })
  const kinds = describeKinds(reading, newest, general, special)
  return (
    <Part
      reading={reading}
      id="balance"
      title={words.home.balance}
      finding={finding}
      notes={kinds === null ? [] : [kinds, words.home.growthFormula]}
      rows={[...total, ...general, ...special]}
      all={{
        page: 'debt',
        view: { indicator: ['lgd_balance_total'], area: [NATION] },
      }}
    >
      <ChartFigure
        chart={chart}
        title={words.home.balanceChart}
        worded={{ lang: language, words: words.chart }}
        id="balance-chart"
      />
    </Part>
  )
}

/** What general and special debt are of the balance of a day; null where one of them is not published for it. */
function describeKinds(
  reading: Reading,
  whole: RecordLike,
  general: readonly RecordLike[],
  special: readonly RecordLike[],
): string | null {
  const shareOf = (parts: readonly RecordLike[]) => {
    const part = parts.find(({ fields }) => fields.period === whole.fields.period)
    return part ? getPercent(String(part.fields.value), String(whole.fields.value)) : null
  }
  const [generalShare, specialShare] = [shareOf(general), shareOf(special)]
  if (generalShare === null || specialShare === null) return null
  return fillTemplate(reading.words.home.growthKinds, {
    ...{ generalShare, specialShare },
    newDate: getPeriodText(reading, whole),
  })
}

/** Where: the twelve of Document No. 47 among all provinces; who has left is told apart. */
export function HomeProvinces({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  const states = countStates(rows)
  const tiles = Object.fromEntries(rows.map((row) => [String(row.fields.area), toTile(row, reading)]))
  const names = words.codes['member.state']
  const left = rows.filter(({ fields }) => getMemberState(fields as Partial<Member>) === 'left')
  const finding = fillTemplate(words.home.provincesFinding, {
    in: states.in,
    total: rows.length,
    left: states.left,
    names: left.map(({ fields }) => getPlaceName(reading, String(fields.area))).join(words.chart.listSeparator),
  })
  return (
    <Part
      reading={reading}
      id="provinces"
      title={words.home.provinces}
      finding={finding}
      rows={rows}
      all={{ page: 'provinces' }}
    >
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
