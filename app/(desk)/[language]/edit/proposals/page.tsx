import type { Metadata } from 'next'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords } from '@/app/desk-page'
import { ProposalTable } from '@/components/desk/proposal-table'
import { listProposals } from '@/db/list-proposals'
import { canPublish } from '@/domain/permission'
import { getReviewMessages } from '@/messages/desk/review'

const groups = [
  { key: 'waiting', states: ['open'] },
  { key: 'back', states: ['changes-wanted'] },
  { key: 'decided', states: ['published', 'declined', 'withdrawn'] },
] as const
const MOST = 50

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${getReviewMessages(language).title} · ${words.site}` }
}

/** What waits for somebody to look at it; a contributor sees only what is their own. */
export default async function ProposalsPage(props: DeskPageProps) {
  const { language } = await getDeskWords(props)
  const user = await authorisePage('/edit/proposals', language, '/edit/proposals')
  const isReviewer = canPublish(user.role)
  const words = getReviewMessages(language)
  const lists = await Promise.all(
    groups.map(({ states }) => listProposals({ states, limit: MOST, ...(isReviewer ? {} : { of: user.id }) })),
  )
  return (
    <>
      <h1>{words.title}</h1>
      <p className="my-3 text-muted">{isReviewer ? words.lede : words.ledeOwn}</p>
      {groups.map(({ key }, at) => (
        <section key={key} aria-labelledby={key}>
          <h2 id={key}>{words.groups[key]}</h2>
          <ProposalTable
            rows={lists[at] ?? []}
            most={MOST}
            caption={words.groups[key]}
            language={language}
            words={words}
          />
        </section>
      ))}
    </>
  )
}
