import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authoriseFormPage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, getQuery } from '@/app/desk-page'
import { readRecordForm } from '@/app/read-record-form'
import { readResting } from '@/app/read-resting'
import { readSubmitting } from '@/app/read-submitting'
import { fillTemplate } from '@/components/chart/chart-words'
import { PickerLists } from '@/components/desk/picker-lists'
import { RecordForm } from '@/components/desk/record-form'
import { WithdrawForm } from '@/components/desk/withdraw-form'
import { Filled } from '@/components/record/filled'
import { NameText } from '@/components/record/record-link'
import { getName } from '@/components/view/reading'
import { getEditable, getVersion } from '@/db/get-editable'
import { formatAddress, pageOfNoun } from '@/domain/address'
import { ID, nouns } from '@/domain/field'
import { canPerform } from '@/domain/permission'
import { definitions } from '@/domain/record'
import { toFormValues } from '@/domain/record-form'
import { formatDeskPath } from '@/domain/return-path'
import { getEditMessages } from '@/messages/desk/edit'
import { getRedactionMessages } from '@/messages/desk/redaction'
import { getReviewMessages } from '@/messages/desk/review'
import { getMessages } from '@/messages/messages'
import { getEvidenceMessages } from '@/messages/public/evidence'
import { publishRecordAction, withdrawRecordAction } from '../actions'

type Props = DeskPageProps<{ noun: string; id: string }>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${(await props.params).id} · ${getEditMessages(language).records} · ${words.site}` }
}

/** The form of a record that is there, or that was withdrawn and may be restored; and its withdrawal. */
export default async function EditRecordPage(props: Props) {
  const { language } = await getDeskWords(props)
  const asked = await props.params
  const noun = nouns.find((known) => known === asked.noun)
  const id = decodeURIComponent(asked.id)
  if (!noun || !ID.test(id)) notFound()
  const user = await authoriseFormPage('/edit/[noun]/[id]', language, `/edit/${noun}/${id}`)
  const record = await getEditable(noun, id)
  if (!record) notFound()
  const words = getMessages(language)
  const edit = getEditMessages(language)
  const { inputs, options, citationWords, warningWords, reading } = await readRecordForm(noun, language, record)
  const asking = { noun, id, proposal: await getQuery(props, 'proposal') }
  const { submitting, proposed } = await readSubmitting(user, language, asking)
  const older = await getVersion(noun, id, Number(await getQuery(props, 'version')))
  const fields = proposed?.fields ?? older?.fields ?? record.fields
  const review = getReviewMessages(language)
  const name = getName(noun, id, record.fields, reading)
  return (
    <>
      <h1>
        <Filled template={edit.editTitle} values={{ name: <NameText name={name} reading={reading} /> }} />
      </h1>
      <p className="my-2 text-sm text-muted">
        {words.nouns[noun].one} · <code className="wrap-anywhere">{id}</code> ·{' '}
        <a href={formatAddress({ language, page: pageOfNoun[noun], id })}>{edit.open}</a> ·{' '}
        <a href={formatDeskPath(language, `/edit/${noun}/${id}/versions`)}>{review.history}</a>
        {noun === 'source' && !record.withdraw && (
          <>
            {' · '}
            <a href={formatDeskPath(language, `/edit/source/${id}/files`)}>{getEvidenceMessages(language).link}</a>
          </>
        )}
        {user && canPerform(user.role, '/edit/[noun]/[id]/redact') && (
          <>
            {' '}
            · <a href={formatDeskPath(language, `/edit/${noun}/${id}/redact`)}>{getRedactionMessages(language).link}</a>
          </>
        )}
      </p>
      {older && <p className="notice">{fillTemplate(review.restoring, { n: older.edition })}</p>}
      {record.withdraw && (
        <p className="notice">
          {fillTemplate(edit.withdrawn, { n: record.base, reason: record.withdraw.reason })} {edit.restoreHint}
        </p>
      )}
      <PickerLists options={options}>
        <RecordForm
          action={publishRecordAction}
          language={language}
          noun={noun}
          id={id}
          composed={definitions[noun].compose !== undefined}
          base={proposed?.base ?? record.base}
          inputs={inputs}
          values={{ id, ...toFormValues(noun, fields) }}
          words={edit}
          citationWords={citationWords}
          warningWords={warningWords}
          idLabel={words.fields.id}
          submitting={submitting}
        />
        {!record.withdraw && (
          <section className="mt-16 border-t border-rule pt-2" aria-labelledby="withdraw">
            <h2 id="withdraw">{edit.withdrawTitle}</h2>
            <p className="text-muted">{edit.withdrawHint}</p>
            <WithdrawForm
              action={withdrawRecordAction}
              language={language}
              noun={noun}
              id={id}
              base={record.base}
              resting={await readResting(noun, id, language)}
              words={edit}
            />
          </section>
        )}
      </PickerLists>
    </>
  )
}
