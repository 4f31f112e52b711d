import type { Metadata } from 'next'
import { authoriseFormPage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { ImportForm } from '@/components/desk/import-form'
import { formatMinute } from '@/components/record/moment'
import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { listImports } from '@/db/import-drafts'
import { nouns } from '@/domain/field'
import { formatDeskPath } from '@/domain/return-path'
import { getEditMessages } from '@/messages/desk/edit'
import { getImportMessages } from '@/messages/desk/import'
import { getMessages } from '@/messages/messages'
import { checkImportAction } from './actions'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${getImportMessages(language).title} · ${words.site}` }
}

/** Where a file is handed in, and those that are not published yet. */
export default async function ImportPage(props: DeskPageProps) {
  const { language } = await getDeskWords(props)
  const user = await authoriseFormPage('/edit/import', language, '/edit/import')
  await rememberCurrentEdition()
  const edition = (await getCurrentEdition()).n
  const kept = user ? await listImports(user.id) : []
  const words = getImportMessages(language)
  const { summary, errors, problems } = getEditMessages(language)
  const names = getMessages(language).nouns
  return (
    <>
      <h1>{words.title}</h1>
      <p className="my-3 max-w-prose text-muted">{words.lede}</p>
      {kept.length > 0 && (
        <section aria-labelledby="unfinished">
          <h2 id="unfinished">{words.unfinished}</h2>
          <ul>
            {kept.map(({ n, name, noun, checkedAt }) => (
              <li key={n} className="flex flex-wrap gap-x-4 border-b border-rule py-2">
                <a href={formatDeskPath(language, `/edit/import/${n}`)}>{fillTemplate(words.open, { n })}</a>
                <span className="text-muted">
                  {name || words.pasted} · {names[noun].many} · {formatMinute(checkedAt)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{words.begin}</h2>
      <ImportForm
        action={checkImportAction}
        language={language}
        edition={edition}
        nouns={nouns.toReversed().map((noun) => ({ noun, label: names[noun].many }))}
        words={{ ...pickImportWords(words), submit: words.check, summary, errors, missing: problems.missing }}
      />
    </>
  )
}

function pickImportWords({
  noun,
  file,
  fileHint,
  text,
  textHint,
  textLong,
  edition,
  editionHint,
  checking,
  progress,
}: ReturnType<typeof getImportMessages>) {
  return { noun, file, fileHint, text, textHint, textLong, edition, editionHint, checking, progress }
}
