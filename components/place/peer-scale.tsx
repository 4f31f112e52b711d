import { RecordLink } from '@/components/record/record-link'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import { getRank, type PlaceFigure } from '@/domain/place-figures'
import { fillPlaceWords, getFigureText, getPeriodText, getPlaceName } from './place-words'

type PeerScaleProps = { reading: Reading; peers: readonly PlaceFigure[]; area: string; kind: string }

const LINE = 46

/** A place on one scale with the places of its kind, from zero: dots, its own marked, and the same as a ranked table. */
export function PeerScale({ reading, peers, area, kind }: PeerScaleProps) {
  const { words } = reading
  const ranked = getRank(peers, area)
  const first = peers[0]
  if (!ranked || !first) {
    const none = kind === 'statistical' ? 'peersNoneScope' : kind === 'country' ? 'peersNoneNation' : 'peersNone'
    return <p className="empty">{words.place[none]}</p>
  }
  const finding = fillPlaceWords(reading, 'peersFinding', {
    place: getPlaceName(reading, area),
    rank: ranked.rank,
    count: peers.length,
    indicator: getLabel(reading, 'indicator', String(ranked.own.fields.indicator)).text,
    date: getPeriodText(reading, ranked.own),
  })
  return (
    <>
      <p className="finding">{finding}</p>
      <Dots reading={reading} peers={peers} own={ranked.own} finding={finding} />
      <details className="unfold">
        <summary>{fillPlaceWords(reading, 'peersTable', { count: peers.length })}</summary>
        <ol className="peer-list">
          {peers.map(({ id, fields }) => (
            <li key={id} aria-current={fields.area === area ? 'true' : undefined}>
              <RecordLink reading={reading} noun="area" id={String(fields.area)} />
              <a href={hrefToRecord(reading, 'observation', id)} className="tabular-nums">
                {getFigureText(reading, { id, fields })}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

type DotsProps = { reading: Reading; peers: readonly PlaceFigure[]; own: PlaceFigure; finding: string }

function Dots({ reading, peers, own, finding }: DotsProps) {
  const most = Math.max(...peers.map(({ fields }) => Number(fields.value)))
  const placeOf = ({ fields }: PlaceFigure) => `${Math.round((Number(fields.value) / (most || 1)) * 1e4) / 100}%`
  const middle = peers[Math.floor((peers.length - 1) / 2)] ?? own
  const least = peers.at(-1) ?? own
  const told = fillPlaceWords(reading, 'peersTold', {
    least: getFigureText(reading, least),
    most: getFigureText(reading, peers[0] ?? own),
    middle: getFigureText(reading, middle),
  })
  const at = Number(own.fields.value) / (most || 1)
  const anchor = at < 0.25 ? 'start' : at > 0.75 ? 'end' : 'middle'
  return (
    <div className="peer-scale">
      <svg
        role="img"
        aria-label={`${finding}${reading.words.site.gap}${told}`}
        width="100%"
        height="84"
        overflow="visible"
      >
        <line x1="0" x2="100%" y1={LINE} y2={LINE} className="chart-zero" />
        <line x1={placeOf(middle)} x2={placeOf(middle)} y1={LINE - 9} y2={LINE + 9} className="chart-tick" />
        {peers
          .filter(({ id }) => id !== own.id)
          .map((peer) => (
            <circle key={peer.id} className="peer-dot" cx={placeOf(peer)} cy={LINE} r="5">
              <title>{`${getPlaceName(reading, String(peer.fields.area))}${reading.words.chart.listSeparator}${getFigureText(reading, peer)}`}</title>
            </circle>
          ))}
        <circle className="peer-own" cx={placeOf(own)} cy={LINE} r="7.5" />
        <text x={placeOf(own)} y={LINE - 18} textAnchor={anchor} className="peer-name">
          {getPlaceName(reading, String(own.fields.area))} {getFigureText(reading, own)}
        </text>
        <text x="0" y={LINE + 28} className="peer-end">
          0
        </text>
        {peers[0] && peers[0].id !== own.id && (
          <text x="100%" y={LINE + 28} textAnchor="end" className="peer-end">
            {getPlaceName(reading, String(peers[0].fields.area))} {getFigureText(reading, peers[0])}
          </text>
        )}
      </svg>
    </div>
  )
}
