import { type Reading, toName } from '@/components/view/reading'
import { OFFICIAL } from '@/domain/claimant'
import type { Citation, Field } from '@/domain/field'
import { getFields } from '@/domain/record'
import { Amount, getUnitText } from './amount'
import { FieldValue } from './field-value'
import { Filled } from './filled'
import type { RecordLike } from './record-like'
import { NameText } from './record-link'

/** A name stands in the heading, in both languages; a definition is shown in the reader's. */
function isShown(field: Field, reading: Reading): boolean {
  if (['nameEn', 'nameZh', 'titleEn', 'titleZh', 'title'].includes(field.key)) return false
  return !field.key.startsWith('definition') || field.language === reading.language
}

/** The competent state body is many: whose words an official figure stands in is told by its first source. */
function OfficialPublisher({ reading, record: { fields } }: { reading: Reading; record: RecordLike }) {
  const [first] = fields.citations as Citation[]
  const publisher = reading.labels.source?.[first?.source ?? '']?.publisher
  if (fields.claimant !== OFFICIAL || publisher === undefined) return null
  return (
    <small className="block text-muted" data-publisher>
      <Filled
        template={reading.words.record.publisherSays}
        values={{ publisher: <NameText name={toName(String(publisher), reading.language)} reading={reading} /> }}
      />
    </small>
  )
}

/** Every field a record has, in the order of its noun; what is unknown is left out. */
export function RecordFields({ reading, record }: { reading: Reading; record: RecordLike }) {
  const { noun, fields } = record
  const names: Record<string, string> = reading.words.fields
  return (
    <dl className="record-fields mt-6">
      {getFields(noun)
        .filter((field) => fields[field.key] !== undefined && isShown(field, reading))
        .map((field) => (
          <div key={field.key} className="contents">
            <dt>{names[field.key] ?? field.key}</dt>
            <dd data-field={field.key}>
              {noun === 'observation' && field.key === 'value' ? (
                <Amount
                  reading={reading}
                  fields={fields}
                  unit={getUnitText(reading, reading.labels.indicator?.[String(fields.indicator)])}
                />
              ) : (
                <FieldValue reading={reading} noun={noun} field={field} value={fields[field.key]} fields={fields} />
              )}
              {noun === 'observation' && field.key === 'claimant' && (
                <OfficialPublisher reading={reading} record={record} />
              )}
            </dd>
          </div>
        ))}
    </dl>
  )
}
