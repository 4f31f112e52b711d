import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import { Ledger } from '@/components/view/ledger'
import { hrefTo, type Reading, toName } from '@/components/view/reading'
import { compareFields, type Operation, type Withdrawal } from '@/domain/change'
import type { AnyFields, Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import { formatMoment } from './dates'
import { DifferenceRow } from './drift-notice'
import { NameText } from './record-link'
import { RedactedFields } from './redaction-notice'
import { getAuthorText } from './who'

/** One version in a record's history, oldest first as the database lists them. */
export type Version = {
  edition: number
  at: Date
  authorName: string
  summary: string
  operation: Operation
  fields: AnyFields | null
  withdraw: Withdrawal | null
  redacted?: readonly string[]
}

/** Every version of a record: who, when, why, what changed, and the edition that did it. */
export function HistoryList({ reading, noun, history }: { reading: Reading; noun: Noun; history: readonly Version[] }) {
  const { words } = reading
  const versions = history.map((version, at) => ({ version, before: history[at - 1] ?? null })).reverse()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.record.history}</h2>
      <ol className="space-y-4" aria-label={words.record.historyOf}>
        {versions.map(({ version, before }) => (
          <li key={version.edition} className="border-s-2 border-rule ps-3" data-version={version.edition}>
            <p>
              <Link href={hrefTo(reading, 'editions', { id: String(version.edition) })} prefetch={false}>
                {fillTemplate(words.site.edition, { n: version.edition })}
              </Link>{' '}
              · {words.codes.operation[version.operation]} · {formatMoment(words, version.at)} ·{' '}
              {getAuthorText(words, version.authorName)}
            </p>
            <p className="text-muted">
              <NameText
                name={toName(version.withdraw?.reason ?? version.summary, reading.language)}
                reading={reading}
              />
            </p>
            {version.redacted && <RedactedFields reading={reading} keys={version.redacted} />}
            {before && version.fields && !version.redacted && (
              <Changes reading={reading} noun={noun} older={before.fields ?? {}} newer={version.fields} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Changes({
  reading,
  noun,
  older,
  newer,
}: {
  reading: Reading
  noun: Noun
  older: AnyFields
  newer: AnyFields
}) {
  const keys = getFields(noun).map((field) => field.key)
  const { words } = reading
  const differences = compareFields(keys, older, newer)
  // Two texts that were redacted since are the same mark.
  if (differences.length === 0) return <p className="text-muted">{words.redaction.mark}</p>
  return (
    <Ledger heads={[words.edition.field, words.edition.old, words.edition.new]}>
      {differences.map((difference) => (
        <DifferenceRow key={difference.key} reading={reading} noun={noun} difference={difference} fields={newer} />
      ))}
    </Ledger>
  )
}
