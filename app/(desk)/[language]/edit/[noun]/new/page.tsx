import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authoriseFormPage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, getQuery } from '@/app/desk-page'
import { readRecordForm } from '@/app/read-record-form'
import { readSubmitting } from '@/app/read-submitting'
import { fillTemplate } from '@/components/chart/chart-words'
import { PickerLists } from '@/components/desk/picker-lists'
import { RecordForm } from '@/components/desk/record-form'
import { nouns } from '@/domain/field'
import { definitions } from '@/domain/record'
import { toFormValues } from '@/domain/record-form'
import { getEditMessages } from '@/messages/edit'
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
  const { inputs, options, citationWords } = await readRecordForm(noun, language, null)
  const { submitting, proposed } = await readSubmitting(user, language, {
    noun,
    proposal: await getQuery(props, 'proposal'),
  })
  return (
    <>
      <h1>{fillTemplate(edit.newTitle, { noun: words.nouns[noun].one })}</h1>
      <PickerLists options={options}>
        <RecordForm
          action={publishRecordAction}
          language={language}
          noun={noun}
          composed={definitions[noun].compose !== undefined}
          base={null}
          inputs={inputs}
          values={proposed?.fields ? { id: proposed.id, ...toFormValues(noun, proposed.fields) } : {}}
          words={edit}
          citationWords={citationWords}
          idLabel={words.fields.id}
          submitting={submitting}
        />
      </PickerLists>
    </>
  )
}
