import type { Metadata } from 'next'
import Link from 'next/link'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords } from '@/app/desk-page'
import { nouns } from '@/domain/field'
import { formatDeskPath } from '@/domain/return-path'
import { getEditMessages } from '@/messages/edit'
import { getMessages } from '@/messages/messages'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${getEditMessages(language).title} · ${words.site}` }
}

/** Where editing begins: every noun of the record, to search in or to add to. */
export default async function EditPage(props: DeskPageProps) {
  const { language } = await getDeskWords(props)
  await authorisePage('/edit', language, '/edit')
  const edit = getEditMessages(language)
  const words = getMessages(language)
  return (
    <>
      <h1>{edit.title}</h1>
      <p className="my-3 max-w-prose text-muted">{edit.lede}</p>
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {nouns.map((noun) => (
          <li key={noun} className="flex items-baseline justify-between border-b border-rule py-3">
            <Link href={formatDeskPath(language, `/edit/${noun}`)} prefetch={false} className="py-1 font-semibold">
              {words.nouns[noun].many}
            </Link>
            <a href={formatDeskPath(language, `/edit/${noun}/new`)} className="py-1 text-sm">
              {edit.newRecord}
              <span className="sr-only">: {words.nouns[noun].one}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
