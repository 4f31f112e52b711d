import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { readProposal } from '@/app/read-proposal'
import { getWarningWords } from '@/app/read-record-form'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { FormSection } from '@/components/desk/form-section'
import { ProposalEvents, ProposalHead, ProposalStanding } from '@/components/desk/proposal-parts'
import { ProposalWarnings } from '@/components/desk/proposal-warnings'
import { RebaseFields } from '@/components/desk/rebase-form'
import { toRebaseRows } from '@/components/desk/rebase-rows'
import { EditionChanges } from '@/components/record/edition-changes'
import { formatDeskPath } from '@/domain/return-path'
import { getReviewMessages } from '@/messages/desk/review'
import type { ReviewMessages } from '@/messages/desk/review.en'
import { decideProposalAction, rebaseProposalAction, takeOverProposalAction, withdrawProposalAction } from '../actions'

type Props = DeskPageProps<{ n: string }>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  const title = fillTemplate(getReviewMessages(language).one, { n: (await props.params).n })
  return { title: `${title} · ${words.site}` }
}

/** One proposal: what it would change, what happened to it, and what may be done about it. */
export default async function ProposalPage(props: Props) {
  const { language, words } = await getDeskWords(props)
  const { n: asked } = await props.params
  const user = await authorisePage('/edit/proposals/[n]', language, `/edit/proposals/${asked}`)
  const found = /^[1-9]\d{0,8}$/.test(asked) ? await readProposal(Number(asked), user, language) : null
  if (!found) notFound()
  const { proposal, events, waiting, total, standing, may, reading, warnings } = found
  const review = getReviewMessages(language)
  const form = pickFormWords(words)
  const n = String(proposal.n)
  const revision = String(proposal.revision)
  const stale = waiting.filter(({ isStale }) => isStale)
  const [only] = proposal.changes.length === 1 ? proposal.changes : []
  const decisions = may.publish
    ? (['publish', 'changes-wanted', 'declined'] as const)
    : (['changes-wanted', 'declined'] as const)
  return (
    <>
      <ProposalHead proposal={proposal} language={language} words={review} />
      {standing && (
        <ProposalStanding standing={standing} isStale={stale.length > 0} errors={words.errors} words={review} />
      )}
      {may.revise && stale.length > 0 && (
        <section aria-labelledby="rebase-title">
          <h2 id="rebase-title">{review.rebaseTitle}</h2>
          <p className="text-muted">{review.rebaseLede}</p>
          <RebaseFields
            action={rebaseProposalAction}
            hidden={{ n, revision }}
            rows={toRebaseRows(stale, reading, review)}
            words={pickRebaseWords(review)}
            formWords={form}
          />
        </section>
      )}
      <EditionChanges reading={reading} changes={waiting} total={total} isPublished={false} />
      {warnings && <ProposalWarnings {...warnings} reading={reading} words={getWarningWords(reading)} />}
      <ProposalEvents events={events} words={review} />
      {may.revise && only && (
        <p className="my-6">
          <a
            className="button"
            href={formatDeskPath(language, `/edit/${only.noun}/${only.base === null ? 'new' : only.id}?proposal=${n}`)}
          >
            {review.change}
          </a>
        </p>
      )}
      {may.decide && (
        <FormSection
          id="decide"
          title={review.decideTitle}
          lede={!may.publish && proposal.state === 'open' ? review.fourEyes : undefined}
          action={decideProposalAction}
          words={form}
          submit={review.decide}
          hidden={{ n, revision }}
          inputs={[
            {
              name: 'decision',
              label: review.decision,
              kind: 'choice',
              options: decisions.map((value) => ({ value, label: review.decisions[value] })),
            },
            { name: 'note', label: review.note, hint: review.noteHint, kind: 'lines', optional: true },
          ]}
        />
      )}
      {may.takeOver && (
        <section className="mt-8">
          <p className="text-muted">{review.takeOverHint}</p>
          <DeskForm
            id="take-over"
            action={takeOverProposalAction}
            words={form}
            submit={review.takeOver}
            hidden={{ n }}
          />
        </section>
      )}
      {may.withdraw && (
        <section className="mt-8">
          <DeskForm
            id="withdraw"
            action={withdrawProposalAction}
            words={form}
            submit={review.withdraw}
            hidden={{ n }}
          />
        </section>
      )}
    </>
  )
}

function pickRebaseWords({ field, base, theirs, yours, rebase }: ReviewMessages) {
  return { field, base, theirs, yours, rebase }
}
