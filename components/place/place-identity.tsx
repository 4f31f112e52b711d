import { CitationList } from '@/components/record/citations'
import { getCodeText } from '@/components/record/field-value'
import type { RecordLike } from '@/components/record/record-like'
import { NameText, RecordLink } from '@/components/record/record-link'
import { type Reading, toName } from '@/components/view/reading'
import type { Citation } from '@/domain/field'
import { PlaceSection } from './place-sections'
import { fillPlaceWords } from './place-words'

/** What a place is called and coded, in a line or two, and where that is from. */
export function PlaceIdentity({ reading, record }: { reading: Reading; record: RecordLike }) {
  const { words } = reading
  const { kind, parent, isoCode, gbCode, latitude, longitude, note, citations } = record.fields
  const codes = [
    { name: words.fields.isoCode, code: isoCode },
    { name: words.fields.gbCode, code: gbCode },
    { name: words.fields.id, code: isoCode === record.id || gbCode === record.id ? undefined : record.id },
  ].filter(({ code }) => code !== undefined)
  return (
    <PlaceSection id="identity" title={words.place.identity}>
      <dl className="identity">
        <div>
          <dt>{words.fields.kind}</dt>
          <dd>{getCodeText(reading, 'area', 'kind', String(kind))}</dd>
        </div>
        {parent !== undefined && (
          <div>
            <dt>{words.fields.parent}</dt>
            <dd>
              <RecordLink reading={reading} noun="area" id={String(parent)} />
            </dd>
          </div>
        )}
        {codes.map(({ name, code }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{String(code)}</code>
            </dd>
          </div>
        ))}
        {latitude !== undefined && longitude !== undefined && (
          <div>
            <dt>
              {words.fields.latitude}
              {words.chart.listSeparator}
              {words.fields.longitude}
            </dt>
            <dd className="tabular-nums">
              {fillPlaceWords(reading, 'position', { latitude: String(latitude), longitude: String(longitude) })}
            </dd>
          </div>
        )}
        {note !== undefined && (
          <div className="identity-note">
            <dt>{words.fields.note}</dt>
            <dd data-field="note">
              <NameText name={toName(String(note), reading.language)} reading={reading} />
            </dd>
          </div>
        )}
      </dl>
      <details className="unfold">
        <summary>
          {words.record.citations} ({(citations as Citation[]).length})
        </summary>
        <CitationList reading={reading} citations={citations as Citation[]} />
      </details>
    </PlaceSection>
  )
}
