import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { nameFields } from '@/components/record/redaction-notice'
import { listHeld } from '@/db/redaction-requests'
import { ID, nouns } from '@/domain/field'
import { formatDeskPath } from '@/domain/return-path'
import { getRedactionMessages } from '@/messages/desk/redaction'
import { getReviewMessages } from '@/messages/desk/review'
import { getMessages } from '@/messages/messages'
import { askRedactionAction } from '../../../redactions/actions'

type Props = DeskPageProps<{ noun: string; id: string }>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${(await props.params).id} · ${getRedactionMessages(language).title} · ${words.site}` }
}

/** Asks for fields of a record to be redacted in every version. For administrators. */
export default async function RedactPage(props: Props) {
  const { language, words } = await getDeskWords(props)
  const asked = await props.params
  const noun = nouns.find((known) => known === asked.noun)
  const id = decodeURIComponent(asked.id)
  if (!noun || !ID.test(id)) notFound()
  await authorisePage('/edit/[noun]/[id]/redact', language, `/edit/${noun}/${id}/redact`)
  const held = await listHeld(noun, id)
  if (!held) notFound()
  const redaction = getRedactionMessages(language)
  const names = nameFields(getMessages(language), held)
  return (
    <>
      <h1>{fillTemplate(redaction.askTitle, { name: id })}</h1>
      <p className="my-3 max-w-prose">{redaction.askLede}</p>
      <p className="my-3 max-w-prose text-muted">{redaction.limits}</p>
      <p className="my-3">
        <a href={formatDeskPath(language, `/edit/${noun}/${id}/versions`)}>{getReviewMessages(language).history}</a>
      </p>
      {held.length === 0 ? (
        <p className="notice">{redaction.nothing}</p>
      ) : (
        <DeskForm
          id="redact"
          action={askRedactionAction}
          words={pickFormWords(words)}
          submit={redaction.ask}
          isGrave
          hidden={{ noun, id, language }}
          inputs={[
            {
              name: 'keys',
              label: redaction.choose,
              kind: 'several',
              options: held.map((value, at) => ({ value, label: names[at] ?? value })),
            },
            { name: 'reason', label: redaction.reasonLabel, hint: redaction.reasonHint, kind: 'lines' },
          ]}
        />
      )}
    </>
  )
}
