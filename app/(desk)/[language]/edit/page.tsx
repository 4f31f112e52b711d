import type { Metadata } from 'next'
import Link from 'next/link'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords } from '@/app/desk-page'
import { readDeskHome } from '@/app/read-desk-home'
import { ProposalTable } from '@/components/desk/proposal-table'
import { formatAddress } from '@/domain/address'
import { nouns } from '@/domain/field'
import { gapKinds } from '@/domain/gap'
import { formatDeskPath } from '@/domain/return-path'
import { getEditMessages } from '@/messages/desk/edit'
import { getDeskHomeMessages } from '@/messages/desk/home'
import { getReviewMessages } from '@/messages/desk/review'
import { getMessages } from '@/messages/messages'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${getEditMessages(language).title} · ${words.site}` }
}

/** Where editing begins: what waits, what is open, what is to be mended, and every noun of the record. */
export default async function EditPage(props: DeskPageProps) {
  const { language } = await getDeskWords(props)
  const user = await authorisePage('/edit', language, '/edit')
  const { waiting, open, gaps, failing, most } = await readDeskHome(user)
  const edit = getEditMessages(language)
  const words = getMessages(language)
  const home = getDeskHomeMessages(language)
  const table = { most, language, words: getReviewMessages(language) }
  const mending = [
    { href: formatAddress({ language, page: 'checks' }), label: home.checks, count: failing },
    ...gapKinds.map((kind) => ({
      href: formatDeskPath(language, `/edit/gaps/${kind}`),
      label: home.kinds[kind],
      count: gaps[kind],
    })),
  ]
  return (
    <>
      <h1>{edit.title}</h1>
      <p className="my-3 max-w-prose text-muted">{edit.lede}</p>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{home.waiting}</h2>
        {waiting.length > 0 ? (
          <ProposalTable rows={waiting} caption={home.waiting} {...table} />
        ) : (
          <p className="text-muted">{home.waitingNone}</p>
        )}
      </section>
      {open.length > 0 && (
        <section aria-labelledby="open">
          <h2 id="open">{home.open}</h2>
          <ProposalTable rows={open} caption={home.open} {...table} />
        </section>
      )}
      <section aria-labelledby="gaps">
        <h2 id="gaps">{home.gaps}</h2>
        <p className="mb-2 max-w-prose text-muted">{home.gapsLede}</p>
        <ul className="max-w-2xl">
          {mending.map(({ href, label, count }) => (
            <li key={href} className="flex items-baseline justify-between border-b border-rule py-2">
              <Link href={href} prefetch={false} className="py-1">
                {label}
              </Link>
              <span className="tabular-nums">{count.toLocaleString('en')}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="records">
        <h2 id="records">{home.records}</h2>
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
      </section>
    </>
  )
}
