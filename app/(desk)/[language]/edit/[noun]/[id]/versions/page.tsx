import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, getQuery } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { VersionForm } from '@/components/desk/version-form'
import { DifferenceTable } from '@/components/record/edition-changes'
import { Filled } from '@/components/record/filled'
import { NameText } from '@/components/record/record-link'
import { getName, toReading } from '@/components/view/reading'
import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { getLabels } from '@/db/get-labels'
import { getHistory } from '@/db/get-record'
import { compareFields } from '@/domain/change'
import { ID, nouns } from '@/domain/field'
import { getFields } from '@/domain/record'
import { formatDeskPath } from '@/domain/return-path'
import { getReviewMessages } from '@/messages/desk/review'

type Props = DeskPageProps<{ noun: string; id: string }>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${(await props.params).id} · ${getReviewMessages(language).history} · ${words.site}` }
}

/** Every version of a record, any two of them compared, and the older one to be opened in the form. */
export default async function VersionsPage(props: Props) {
  const { language } = await getDeskWords(props)
  const asked = await props.params
  const noun = nouns.find((known) => known === asked.noun)
  const id = decodeURIComponent(asked.id)
  if (!noun || !ID.test(id)) notFound()
  await authorisePage('/edit/[noun]/[id]/versions', language, `/edit/${noun}/${id}/versions`)
  await rememberCurrentEdition()
  const edition = (await getCurrentEdition()).n
  const history = await getHistory(noun, id, edition)
  const newest = history.at(-1)
  const named = history.findLast(({ fields }) => fields)?.fields
  if (!newest || !named) notFound()
  const [askedFrom, askedTo] = await Promise.all([getQuery(props, 'from'), getQuery(props, 'to')])
  const from = history.find((one) => String(one.edition) === askedFrom) ?? history.at(-2) ?? newest
  const to = history.find((one) => String(one.edition) === askedTo) ?? newest
  const rows = history.flatMap((one) =>
    one.fields ? [{ noun, id, fromEdition: one.edition, fields: one.fields }] : [],
  )
  const labels = await getLabels(edition, rows)
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0), labels)
  const keys = getFields(noun).map(({ key }) => key)
  const differences = compareFields(keys, from.fields ?? {}, to.fields ?? {})
  const words = getReviewMessages(language)
  return (
    <>
      <h1>
        <Filled
          template={words.compareTitle}
          values={{ name: <NameText name={getName(noun, id, named, reading)} reading={reading} /> }}
        />
      </h1>
      <p className="my-3 text-muted">{words.compareLede}</p>
      <VersionForm versions={history} from={from.edition} to={to.edition} words={words} />
      <section aria-live="polite">
        {differences.length > 0 ? (
          <DifferenceTable
            reading={reading}
            change={{ noun, id, operation: 'update', differences }}
            heads={[
              fillTemplate(reading.words.site.edition, { n: from.edition }),
              fillTemplate(reading.words.site.edition, { n: to.edition }),
            ]}
          />
        ) : (
          <p className="text-muted">{words.compareSame}</p>
        )}
      </section>
      {from.fields && from.edition !== newest.edition && (
        <p className="my-6">
          <a className="button" href={formatDeskPath(language, `/edit/${noun}/${id}?version=${from.edition}`)}>
            {words.restore}
          </a>
        </p>
      )}
    </>
  )
}
