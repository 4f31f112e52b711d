import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authoriseFormPage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, getQuery } from '@/app/desk-page'
import { readRecordForm } from '@/app/read-record-form'
import { readSubmitting } from '@/app/read-submitting'
import { fillTemplate } from '@/components/chart/chart-words'
import { PickerLists } from '@/components/desk/picker-lists'
import { RecordForm } from '@/components/desk/record-form'
import { getEditable } from '@/db/get-editable'
import { ID, type Noun, nouns } from '@/domain/field'
import { definitions } from '@/domain/record'
import { type FormValues, toFormValues } from '@/domain/record-form'
import { getEditMessages } from '@/messages/desk/edit'
import { getDeskHomeMessages } from '@/messages/desk/home'
import { getMessages } from '@/messages/messages'
import { publishRecordAction } from '../actions'

type Props = DeskPageProps<{ noun: string }>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${getEditMessages(language).newRecord} · ${words.site}` }
}

/** The empty form of a noun. */
export default async function NewRecordPage(props: Props) {
  const { language } = await getDeskWords(props)
  const asked = (await props.params).noun
  const noun = nouns.find((known) => known === asked)
  if (!noun) notFound()
  const user = await authoriseFormPage('/edit/[noun]/new', language, `/edit/${noun}/new`)
  const words = getMessages(language)
  const edit = getEditMessages(language)
  const { inputs, options, citationWords, warningWords } = await readRecordForm(noun, language, null)
  const like = await readLike(noun, await getQuery(props, 'like'))
  const { submitting, proposed } = await readSubmitting(user, language, {
    noun,
    proposal: await getQuery(props, 'proposal'),
  })
  return (
    <>
      <h1>{fillTemplate(edit.newTitle, { noun: words.nouns[noun].one })}</h1>
      {'indicator' in like && (
        <p className="notice">
          {fillTemplate(getDeskHomeMessages(language).like, { id: (await getQuery(props, 'like')) ?? '' })}
        </p>
      )}
      <PickerLists options={options}>
        <RecordForm
          action={publishRecordAction}
          language={language}
          noun={noun}
          composed={definitions[noun].compose !== undefined}
          base={null}
          inputs={inputs}
          values={proposed?.fields ? { id: proposed.id, ...toFormValues(noun, proposed.fields) } : like}
          words={edit}
          citationWords={citationWords}
          warningWords={warningWords}
          idLabel={words.fields.id}
          submitting={submitting}
        />
      </PickerLists>
    </>
  )
}

/** The next figure of a series: like one that is there, but for when, how much and what was said of it. */
async function readLike(noun: Noun, id: string | null): Promise<FormValues> {
  if (noun !== 'observation' || id === null || !ID.test(id)) return {}
  const record = await getEditable(noun, id)
  if (!record) return {}
  const { indicator, area, frequency, claimant, status } = record.fields
  return toFormValues(noun, { indicator, area, frequency, claimant, status })
}
