import { fillTemplate } from '@/components/chart/chart-words'
import { formatDoubtfulDate, formatPeriodCode } from '@/components/record/dates'
import { Filled } from '@/components/record/filled'
import type { RecordLike } from '@/components/record/record-like'
import { RecordLink } from '@/components/record/record-link'
import { type Reading, toName } from '@/components/view/reading'
import { getClaimKind } from '@/domain/claim'
import { getLatestDay } from '@/domain/date'
import type { Citation } from '@/domain/field'
import { type Frequency, parsePeriod } from '@/domain/period'

const SHOWN = 3

/** From when to when a picture speaks, figures of a target's later date apart, and who published what it rests on: those of most rows first, one source of each. */
export function PartSources({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  const dated = rows
    .filter(({ fields }) => getClaimKind(fields) !== 'target')
    .flatMap((row) => describeDate(reading, row) ?? [])
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const [first, last] = [dated[0], dated.at(-1)]
  const publishers = listPublished(reading, rows)
  const names = publishers.slice(0, SHOWN).map(({ publisher, source }, at) => (
    <span key={source}>
      {at > 0 && words.chart.listSeparator}
      <RecordLink reading={reading} noun="source" id={source} name={toName(publisher, reading.language)} />
    </span>
  ))
  const left = publishers.length - SHOWN
  return (
    <>
      {first && last && (
        <p className="part-note">
          {first.text === last.text
            ? fillTemplate(words.home.oneDate, { date: last.text })
            : fillTemplate(words.home.dates, { from: first.text, to: last.text })}
        </p>
      )}
      {publishers.length > 0 && (
        <p className="part-note">
          <Filled
            template={words.home.sources}
            values={{
              names: (
                <>
                  {names}
                  {left > 0 && words.chart.listSeparator + fillTemplate(words.home.moreSources, { count: left })}
                </>
              ),
            }}
          />
        </p>
      )}
    </>
  )
}

function describeDate({ words }: Reading, { noun, fields }: RecordLike): { day: string; text: string } | null {
  if (noun === 'observation') {
    const frequency = fields.frequency as Frequency
    const end = parsePeriod(String(fields.period), frequency)?.end
    return end === undefined ? null : { day: end, text: formatPeriodCode(words, String(fields.period), frequency) }
  }
  const date = fields.to ?? fields.from ?? fields.date
  return date === undefined ? null : { day: getLatestDay(String(date)), text: formatDoubtfulDate(words, String(date)) }
}

function listPublished(reading: Reading, rows: readonly RecordLike[]): { publisher: string; source: string }[] {
  const found = new Map<string, { publisher: string; source: string; count: number }>()
  for (const { fields } of rows) {
    for (const { source } of (fields.citations as Citation[] | undefined) ?? []) {
      const publisher = String(reading.labels.source?.[source]?.publisher ?? source)
      const known = found.get(publisher) ?? { publisher, source, count: 0 }
      known.count += 1
      found.set(publisher, known)
    }
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.publisher < b.publisher ? -1 : 1))
}
