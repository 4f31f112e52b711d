import { fillTemplate } from '@/components/chart/chart-words'
import { SourceLinks } from '@/components/record/citations'
import { formatDoubtfulDate, formatMoment } from '@/components/record/dates'
import { getCodeText } from '@/components/record/field-value'
import type { RecordLike } from '@/components/record/record-like'
import { NameText, RecordLink } from '@/components/record/record-link'
import { type Reading, toName } from '@/components/view/reading'
import { getDayNumber, getEarliestDay, getLatestDay } from '@/domain/date'
import type { Citation } from '@/domain/field'
import { getMemberState, type Member } from '@/domain/member'
import { listMemberSpans } from '@/domain/member-spans'
import { fillPlaceWords, getPlaceName } from './place-words'

/** The strip begins with the year in which the list was drawn up. */
const FIRST_DAY = '2023-01-01'
const HEIGHT = 22

type StripProps = { reading: Reading; member: RecordLike; reports: readonly RecordLike[]; isNamed?: boolean }

/**
 * A stay on a list day by day: in, out, and hatched where its dates leave it open; under it what was reported and when.
 * It ends with the day the edition was published.
 */
export function ListStrip({ reading, member, reports, isNamed = false }: StripProps) {
  const { words, publishedAt } = reading
  const last = publishedAt.toISOString().slice(0, 10)
  const spans = listMemberSpans(member.fields as Partial<Member>, FIRST_DAY, last)
  const whole = getDayNumber(last) - getDayNumber(FIRST_DAY) + 1
  const placeOf = (day: string) => ((getDayNumber(day) - getDayNumber(FIRST_DAY)) / whole) * 100
  const states = words.codes['member.state']
  const hatch = `hatch-${member.id}`
  const place = getPlaceName(reading, String(member.fields.area))
  const told = fillPlaceWords(reading, 'listTold', {
    place,
    from: formatDoubtfulDate(words, FIRST_DAY),
    to: formatMoment(words, publishedAt),
    spans: spans
      .filter(({ state }) => state !== 'not-yet')
      .map(({ state, from, to }) =>
        to === last
          ? fillPlaceWords(reading, 'spanSince', { state: states[state], from: formatDoubtfulDate(words, from) })
          : fillPlaceWords(reading, 'spanFromTo', {
              state: states[state],
              from: formatDoubtfulDate(words, from),
              to: formatDoubtfulDate(words, to),
            }),
      )
      .join(words.chart.listSeparator),
  })
  const years = Array.from({ length: Number(last.slice(0, 4)) - 2022 }, (_, at) => String(2023 + at))
  return (
    <div className="list-strip" data-state={getMemberState(member.fields as Partial<Member>)}>
      {isNamed && (
        <p className="list-strip-name">
          <RecordLink reading={reading} noun="area" id={String(member.fields.area)} />{' '}
          <span className="text-muted">{states[getMemberState(member.fields as Partial<Member>)]}</span>
        </p>
      )}
      <svg role="img" aria-label={told} width="100%" height={isNamed ? HEIGHT + 4 : HEIGHT + 26} overflow="visible">
        <Hatch id={hatch} />
        {spans.map(({ state, from, to }) => (
          <rect
            key={from}
            data-state={state}
            x={`${placeOf(from)}%`}
            width={`${((getDayNumber(to) - getDayNumber(from) + 1) / whole) * 100}%`}
            y="0"
            height={HEIGHT}
            {...(state.startsWith('may') ? { style: { fill: `url(#${hatch})` } } : {})}
          >
            <title>{`${states[state]}${words.chart.listSeparator}${fillTemplate(words.chart.period.span, { from: formatDoubtfulDate(words, from), to: formatDoubtfulDate(words, to) })}`}</title>
          </rect>
        ))}
        <line x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} className="chart-zero" />
        {reports.map((report) => (
          <ReportMark key={report.id} report={report} placeOf={placeOf} />
        ))}
        {!isNamed &&
          years.map((year) => (
            <g key={year} className="chart-axis">
              <line
                x1={`${placeOf(`${year}-01-01`)}%`}
                x2={`${placeOf(`${year}-01-01`)}%`}
                y1={HEIGHT}
                y2={HEIGHT + 5}
                className="chart-tick"
              />
              <text x={`${placeOf(`${year}-01-01`)}%`} y={HEIGHT + 19} dx={year === '2023' ? 0 : 3}>
                {formatDoubtfulDate(words, year)}
              </text>
            </g>
          ))}
      </svg>
    </div>
  )
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="list-hatch-ground" />
        <rect width="2.25" height="6" className="list-hatch-line" />
      </pattern>
    </defs>
  )
}

/** A report stands at its date: a month as wide as the month; «no later than» an arrow that ends there. */
function ReportMark({ report, placeOf }: { report: RecordLike; placeOf: (day: string) => number }) {
  const { date } = report.fields
  if (date === undefined) return null
  const [earliest, latest] = [getEarliestDay(String(date)), getLatestDay(String(date))]
  const end = placeOf(latest)
  const begin = earliest === null ? Math.max(0, end - 3) : placeOf(earliest)
  return (
    <g className="list-report" data-kind={String(report.fields.kind)}>
      <line
        x1={`${begin}%`}
        x2={`${end}%`}
        y1={HEIGHT / 2}
        y2={HEIGHT / 2}
        strokeDasharray={earliest === null ? '2 2' : undefined}
      />
      <circle cx={`${end}%`} cy={HEIGHT / 2} r="5" />
    </g>
  )
}

type ReportListProps = { reading: Reading; reports: readonly RecordLike[]; showsPlace?: boolean }

/** What was reported of stays, each with its date and sources. */
export function ReportList({ reading, reports, showsPlace = false }: ReportListProps) {
  const { words } = reading
  if (reports.length === 0) return null
  return (
    <ul className="report-list">
      {reports.map((report) => {
        const { kind, date, note, citations } = report.fields
        return (
          <li key={report.id}>
            <span className="report-kind" data-kind={String(kind)}>
              <RecordLink
                reading={reading}
                noun="report"
                id={report.id}
                {...(showsPlace ? {} : { name: { text: getCodeText(reading, 'report', 'kind', String(kind)) } })}
              />
            </span>
            <span>
              {fillPlaceWords(reading, 'reportedBy', {
                date: date === undefined ? words.dates.unknown : formatDoubtfulDate(words, String(date)),
              })}
            </span>
            {note !== undefined && (
              <span className="text-muted">
                <NameText name={toName(String(note), reading.language)} reading={reading} />
              </span>
            )}
            <SourceLinks reading={reading} citations={citations as Citation[]} />
          </li>
        )
      })}
    </ul>
  )
}
