import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { CompareForm } from '@/components/place/compare-form'
import { Filled } from '@/components/record/filled'
import { HistoryList } from '@/components/record/history-list'
import { PrintedSources } from '@/components/record/printed-sources'
import { RecordFields } from '@/components/record/record-fields'
import { NameText, RecordLink } from '@/components/record/record-link'
import { RedactionNotice } from '@/components/record/redaction-notice'
import { FileLinks } from '@/components/view/file-links'
import { getName, toName, toReading } from '@/components/view/reading'
import { ShareControl } from '@/components/view/share-control'
import { getLabels } from '@/db/get-labels'
import { getHistory, getRecord, getTombstone } from '@/db/get-record'
import { listAll } from '@/db/list-all'
import { listAreas } from '@/db/list-area'
import { listRedactions } from '@/db/list-redactions'
import { pageOfNoun } from '@/domain/address'
import type { AnyFields, Noun } from '@/domain/field'
import { nouns } from '@/domain/field'
import { comparePlaces } from '@/domain/place-order'
import { isMark } from '@/domain/redaction'
import { getMessages } from '@/messages/messages'
import { drawPlace, namePlaces } from './area-page'
import { editHref } from './edit-href'
import { listRecordDrawn } from './list-record-drawn'
import type { DrawnPage, PageRequest } from './page-request'
import { PinNotice } from './pin-notice'
import { readDrift } from './read-drift'
import { RecordExtras, readExtras } from './record-extras'

/**
 * One record: what it says, who said so, what rests on it, and every version it ever had. A withdrawn one shows why;
 * null where no edition up to this one ever held it.
 */
export async function drawRecord(request: PageRequest): Promise<DrawnPage | null> {
  const { address, edition } = request
  const noun = nouns.find((known) => pageOfNoun[known] === address.page)
  if (!noun || address.id === undefined) return null
  const [record, tombstone, history, redactions] = await Promise.all([
    getRecord(noun, address.id, edition.edition),
    getTombstone(noun, address.id, edition.edition),
    getHistory(noun, address.id, edition.edition),
    listRedactions(noun, address.id),
  ])
  const last = history.findLast((version) => version.fields)
  if (!last?.fields) return null
  const shown = {
    noun,
    id: address.id,
    fromEdition: record?.fromEdition ?? last.edition,
    fields: record?.fields ?? last.fields,
  }
  const successor = tombstone?.successor === undefined ? [] : [{ noun, id: tombstone.successor }]
  const versions = history.flatMap(({ fields, edition: n }) => (fields ? [{ ...shown, fromEdition: n, fields }] : []))
  const labels = await getLabels(edition.edition, [shown, ...versions], successor)
  const reading = toReading(address.language, edition, edition.at, labels)
  const name = getName(noun, address.id, shown.fields, reading)
  const words = getMessages(address.language)
  const title = `${name.text}`
  const [areas, extras] = await Promise.all([
    noun === 'area' ? listAreas([address.id], edition.edition) : [],
    readExtras(shown, edition.edition),
  ])
  const places = noun === 'area' ? await namePlaces(reading, areas) : null
  const place = places && drawPlace(places, shown)
  const labelled = [places?.reading.labels ?? labels, extras.labels]
  const pin = await readDrift(request, reading, async (n) => {
    const drawn = noun === 'area' && n !== edition.edition ? await listAreas([shown.id], n) : areas
    return listRecordDrawn(shown, drawn, labelled)
  })
  const others = place ? await listAll('area', edition.edition) : []
  return {
    title,
    description: place?.lead ?? fillTemplate(words.view.clause, { name: words.nouns[noun].one, values: name.text }),
    content: (
      <article>
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="max-w-3xl">
            <p className="text-sm text-muted">
              {words.nouns[noun].one} · <code>{address.id}</code>
            </p>
            <h1>
              <NameText name={name} reading={reading} />
            </h1>
            <OtherName noun={noun} fields={shown.fields} language={address.language} />
          </div>
          <div className="flex flex-wrap items-start gap-2">
            {place && (
              <CompareForm
                reading={reading}
                id={address.id}
                name={title}
                others={others
                  .toSorted(comparePlaces)
                  .map(({ id, fields }) => ({ id, text: getName('area', id, fields, reading).text }))}
              />
            )}
            <a href={editHref(address.language, noun, address.id)} className="button no-print" rel="nofollow">
              {words.site.edit}
            </a>
            <ShareControl reading={reading} address={address} title={title} origin={request.origin} />
          </div>
        </div>
        <RedactionNotice reading={reading} redactions={redactions} />
        <PinNotice request={request} pin={pin} />
        {tombstone && (
          <div className="notice" role="status" data-tombstone>
            <p>
              <strong>
                {words.record.withdrawn}
                {words.chart.sentenceEnd.trim()}
              </strong>
              {words.site.gap}
              {fillTemplate(words.record.withdrawnIn, { n: tombstone.fromEdition })}
            </p>
            <p>
              <Filled
                template={words.record.reason}
                values={{ reason: <NameText name={toName(tombstone.reason, reading.language)} reading={reading} /> }}
              />
            </p>
            {tombstone.successor !== undefined && (
              <p>
                {words.record.successor} <RecordLink reading={reading} noun={noun} id={tombstone.successor} />
              </p>
            )}
          </div>
        )}
        {place ? place.content : <RecordFields reading={reading} record={shown} />}
        <RecordExtras reading={reading} record={shown} extras={extras} />
        <FileLinks address={request.address} />
        <HistoryList reading={reading} noun={noun} history={history} />
        {place ? place.sources : <PrintedSources reading={reading} rows={[shown]} />}
      </article>
    ),
  }
}

/** The name in the other language, under the title. */
function OtherName({ noun, fields, language }: { noun: Noun; fields: AnyFields; language: 'en' | 'zh' }): ReactNode {
  const suffix = language === 'zh' ? 'En' : 'Zh'
  const name = fields[`name${suffix}`] ?? fields[`title${suffix}`]
  if (name === undefined || noun === 'source' || isMark(name)) return null
  return (
    <p className="font-serif text-lg text-muted" lang={suffix === 'Zh' ? 'zh-Hans' : 'en'}>
      {String(name)}
    </p>
  )
}
