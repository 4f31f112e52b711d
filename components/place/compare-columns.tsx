import type { ReactNode } from 'react'
import { getCodeText } from '@/components/record/field-value'
import type { RecordLike } from '@/components/record/record-like'
import { RecordLink } from '@/components/record/record-link'
import { hrefTo, type Reading } from '@/components/view/reading'
import { formatCount } from '@/components/view/view-words'
import { getMemberState, type Member } from '@/domain/member'
import { type DebtScope, getRank, NATION } from '@/domain/place-figures'
import { ListStrip } from './list-strip'
import { type FoundPlace, listFindings } from './place-findings'
import { fillPlaceWords, getBalanceName } from './place-words'

export type ComparedPlace = FoundPlace & {
  members: readonly RecordLike[]
  reports: readonly RecordLike[]
  mentions: readonly RecordLike[]
  taskForces: readonly RecordLike[]
}

type CompareColumnsProps = { reading: Reading; places: readonly ComparedPlace[]; scope: DebtScope | null }

/** Places in columns, the same findings in the same rows; on a phone one place under the other. */
export function CompareColumns({ reading, places, scope }: CompareColumnsProps) {
  const { words } = reading
  const names: readonly { key: string; name: string }[] = [
    { key: 'balance', name: scope === null ? words.place.balance : getBalanceName(reading, scope) },
    { key: 'use', name: words.place.use },
    { key: 'share', name: words.place.share },
    { key: 'rank', name: words.place.rank },
    { key: 'refinancing', name: words.place.refinancing },
  ]
  return (
    <div className="compare-columns" style={{ '--places': places.length } as React.CSSProperties}>
      {places.map((place) => (
        <article key={place.area.id} data-place={place.area.id}>
          <h3>
            <RecordLink reading={reading} noun="area" id={place.area.id} />
            <small>{getCodeText(reading, 'area', 'kind', String(place.area.fields.kind))}</small>
          </h3>
          <dl>
            <Found reading={reading} place={place} scope={scope} names={names} />
            <Row name={words.place.compareList47}>
              <Listed reading={reading} place={place} />
            </Row>
            <Row name={words.place.compareMentions}>
              <Said reading={reading} place={place} page="mentions" count={place.mentions.length} />
            </Row>
            <Row name={words.place.compareTaskForces}>
              <Said reading={reading} place={place} page="task-forces" count={place.taskForces.length} />
            </Row>
          </dl>
        </article>
      ))}
    </div>
  )
}

type FoundProps = {
  reading: Reading
  place: ComparedPlace
  scope: DebtScope | null
  names: readonly { key: string; name: string }[]
}

function Found({ reading, place, scope, names }: FoundProps) {
  const findings = new Map(listFindings(reading, place, scope).map((finding) => [finding.key, finding]))
  const { words } = reading
  return names.map(({ key, name }) => {
    const finding = findings.get(key)
    const isOut = place.area.id === NATION && (key === 'share' || key === 'rank')
    return (
      <Row key={key} name={name}>
        {finding ? (
          <>
            <a href={finding.href} className="compare-value">
              {finding.value}
            </a>
            <p>{finding.text}</p>
          </>
        ) : (
          <span className="text-muted">{isOut ? words.place.compareNotApplicable : words.place.compareNoFigure}</span>
        )}
      </Row>
    )
  })
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Its own stay on the list, drawn; a place below a province has none, and is told so. */
function Listed({ reading, place }: { reading: Reading; place: ComparedPlace }) {
  const { words } = reading
  const own = place.members.filter(({ fields }) => fields.area === place.area.id)
  const [member] = own
  if (!member) {
    const isProvince = place.area.fields.kind === 'province'
    return (
      <span className="text-muted">{isProvince ? words.place.compareNever : words.place.compareNotApplicable}</span>
    )
  }
  return (
    <>
      <a href={hrefTo(reading, 'provinces', { id: member.id })} className="compare-value">
        {words.codes['member.state'][getMemberState(member.fields as Partial<Member>)]}
      </a>
      <ListStrip reading={reading} member={member} reports={place.reports} />
    </>
  )
}

type SaidProps = { reading: Reading; place: ComparedPlace; page: 'mentions' | 'task-forces'; count: number }

function Said({ reading, place, page, count }: SaidProps) {
  const text = formatCount(reading.words, page === 'mentions' ? 'mention' : 'task-force', count)
  if (count === 0) return <span className="text-muted">{text}</span>
  return <a href={hrefTo(reading, page, { view: { area: [place.area.id] } })}>{text}</a>
}

/** Whether the ranks of the places are by the debt they are compared by, all of the same day. */
export function areRanksAlike(places: readonly FoundPlace[], scope: DebtScope | null): boolean {
  const ranked = places.flatMap(({ peers, area }) => {
    const own = getRank(peers, area.id)?.own
    return own ? [own.fields] : []
  })
  return (
    ranked.every(({ indicator }) => indicator === `lgd_balance_${scope}`) &&
    new Set(ranked.map(({ period }) => period)).size < 2
  )
}

/** The sentence over the columns: by what the places are compared, and how many of them publish it. */
export function describeShared(reading: Reading, shared: { scope: DebtScope; count: number }, total: number): string {
  return fillPlaceWords(reading, shared.count < total ? 'compareScopeSome' : 'compareScope', {
    indicator: getBalanceName(reading, shared.scope),
    count: shared.count,
    total,
  })
}
