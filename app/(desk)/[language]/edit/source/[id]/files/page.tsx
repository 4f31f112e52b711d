import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { FormSection } from '@/components/desk/form-section'
import { FileList } from '@/components/record/file-list'
import { toReading } from '@/components/view/reading'
import { getCurrentEdition } from '@/db/current-edition'
import { getEditable } from '@/db/get-editable'
import { formatAddress } from '@/domain/address'
import type { EvidenceFile } from '@/domain/evidence-file'
import { ID_PART } from '@/domain/field'
import { formatDeskPath } from '@/domain/return-path'
import { getEvidenceMessages } from '@/messages/public/evidence'
import { addEvidenceAction, changeEvidenceAction } from './actions'

type Props = DeskPageProps<{ id: string }>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  const name = (await props.params).id
  return { title: `${fillTemplate(getEvidenceMessages(language).title, { name })} · ${words.site}` }
}

/** The files kept for a source: what is there, one more, and who may open which. */
export default async function FilesPage(props: Props) {
  const { language, words } = await getDeskWords(props)
  const { id } = await props.params
  if (!ID_PART.test(id)) notFound()
  await authorisePage('/edit/source/[id]/files', language, `/edit/source/${id}/files`)
  const record = await getEditable('source', id)
  if (!record || record.withdraw) notFound()
  const edition = (await getCurrentEdition()).n
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0), {})
  const text = getEvidenceMessages(language)
  const files = (record.fields.files ?? []) as EvidenceFile[]
  const hidden = { source: id, language }
  const reason = { name: 'reason', label: text.reason, hint: text.reasonHint, kind: 'lines' } as const
  const toOptions = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <>
      <h1>{fillTemplate(text.title, { name: String(record.fields.title) })}</h1>
      <p className="my-2 text-sm text-muted">
        <a href={formatAddress({ language, page: 'sources', id })}>
          <code className="wrap-anywhere">{id}</code>
        </a>
      </p>
      <p className="my-3 max-w-prose text-muted">{text.lede}</p>
      {files.length === 0 ? <p>{text.none}</p> : <FileList reading={reading} files={files} />}
      {files.length > 0 && (
        <ul className="my-4 text-sm">
          {files.map(({ sha256, name }) => (
            <li key={sha256}>
              <a href={formatDeskPath(language, `/edit/source/${id}/files/${sha256}`)} className="wrap-anywhere">
                {text.original}: {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <FormSection
        id="add"
        title={text.add}
        className="mt-10 border-t border-rule pt-2"
        action={addEvidenceAction}
        words={pickFormWords(words)}
        submit={text.add}
        hidden={hidden}
        inputs={[
          { name: 'file', label: text.file, hint: text.fileHint, kind: 'file' },
          {
            name: 'access',
            label: text.access,
            hint: text.warning,
            kind: 'choice',
            value: 'private',
            options: toOptions(text.accesses),
          },
          reason,
        ]}
      />
      {files.length > 0 && (
        <FormSection
          id="change"
          title={text.change}
          className="mt-10 border-t border-rule pt-2"
          action={changeEvidenceAction}
          words={pickFormWords(words)}
          submit={text.save}
          hidden={hidden}
          inputs={[
            {
              name: 'sha256',
              label: text.which,
              kind: 'choice',
              options: files.map(({ sha256, name }) => ({ value: sha256, label: name })),
            },
            { name: 'change', label: text.what, kind: 'choice', options: toOptions(text.changes) },
            reason,
          ]}
        />
      )}
    </>
  )
}
