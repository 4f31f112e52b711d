import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { Ledger } from '@/components/view/ledger'
import { type Reading, toName } from '@/components/view/reading'
import type { FieldDifference, Operation } from '@/domain/change'
import type { AnyFields, Noun } from '@/domain/field'
import { DifferenceRow } from './drift-notice'
import { Filled } from './filled'
import { NamedRecord, NameText } from './record-link'
import { RedactedFields } from './redaction-notice'

type Change = {
  noun: Noun
  id: string
  operation: Operation
  differences: FieldDifference[]
  /** The record as it was left, or as it was before it was withdrawn: what it is called by. */
  fields?: AnyFields | undefined
  reason?: string
  redacted?: readonly string[]
}

/** What an edition changed, record by record and field by field; a new record's fields are folded. */
export function EditionChanges({
  reading,
  changes,
  total,
  isPublished = true,
  children,
}: {
  reading: Reading
  changes: readonly Change[]
  total: number
  /** What only waits has no page to lead to where it is new. */
  isPublished?: boolean
  /** What stands below instead of how many are not shown. */
  children?: ReactNode
}) {
  const { words } = reading
  return (
    <section>
      <h2>
        {total === 1
          ? words.edition.oneChange
          : fillTemplate(words.edition.changes, { count: total.toLocaleString('en-US') })}
      </h2>
      <ol className="changes">
        {changes.map((change) => (
          <li key={`${change.noun} ${change.id}`} data-change={change.id}>
            <p>
              <span className="tag">{words.codes.operation[change.operation]}</span> {words.nouns[change.noun].one}{' '}
              <NamedRecord
                reading={reading}
                noun={change.noun}
                id={change.id}
                fields={change.fields}
                isLinked={isPublished || change.operation !== 'create'}
              />
            </p>
            {change.reason !== undefined && (
              <p className="text-muted">
                <Filled
                  template={words.record.reason}
                  values={{ reason: <NameText name={toName(change.reason, reading.language)} reading={reading} /> }}
                />
              </p>
            )}
            {change.redacted && <RedactedFields reading={reading} keys={change.redacted} />}
            {isHidden(change) && <p className="text-muted">{words.redaction.mark}</p>}
            {change.differences.length > 0 &&
              (change.operation === 'update' ? (
                <DifferenceTable reading={reading} change={change} />
              ) : (
                <details>
                  <summary className="text-sm">{words.edition.whole}</summary>
                  <DifferenceTable reading={reading} change={change} />
                </details>
              ))}
          </li>
        ))}
      </ol>
      {children ??
        (total > changes.length && (
          <p className="text-muted">{fillTemplate(words.view.more, { count: total - changes.length })}</p>
        ))}
    </section>
  )
}

/** What changed is not to be seen any more: two texts that were redacted since are the same mark. */
function isHidden({ operation, differences }: Change): boolean {
  return operation === 'update' && differences.length === 0
}

/** The fields in which two versions of a record differ; `heads` name the versions. */
export function DifferenceTable({
  reading,
  change,
  heads = [reading.words.edition.old, reading.words.edition.new],
}: {
  reading: Reading
  change: Change
  heads?: readonly [string, string]
}) {
  const { words } = reading
  const fields: AnyFields = Object.fromEntries(
    change.differences.map((difference) => [difference.key, difference.new ?? difference.old]),
  )
  // What was not there before has nothing to stand in a column of its own.
  const isNew = change.operation === 'create'
  return (
    <Ledger heads={[words.edition.field, ...(isNew ? [heads[1]] : heads)]}>
      {change.differences.map((difference) => (
        <DifferenceRow
          key={difference.key}
          reading={reading}
          noun={change.noun}
          difference={difference}
          fields={fields}
          {...(isNew ? { sides: ['new'] } : {})}
        />
      ))}
    </Ledger>
  )
}
