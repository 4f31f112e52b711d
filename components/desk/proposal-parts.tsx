import { fillTemplate } from '@/components/chart/chart-words'
import { formatMinute, Moment } from '@/components/record/moment'
import { formatAddress } from '@/domain/address'
import type { DeskError } from '@/domain/desk-code'
import type { Language } from '@/domain/field'
import type { ProposalEventKind } from '@/domain/proposal'
import type { ReviewMessages } from '@/messages/desk/review.en'
import type { ProposalRow } from './proposal-table'

type Head = Omit<ProposalRow, 'count' | 'changedAt'> & {
  createdAt: Date
  edition: number | null
  undoes: number | null
}

/** What a proposal is, whose it is and how it stands. */
export function ProposalHead({
  proposal,
  language,
  words,
}: {
  proposal: Head
  language: Language
  words: ReviewMessages
}) {
  const { n, kind, state, summary, authorName, takenByName, createdAt, edition, undoes } = proposal
  const hrefTo = (id: number) => formatAddress({ language, page: 'editions', id: String(id) })
  return (
    <header className="mb-6">
      <p className="text-sm text-muted">
        {fillTemplate(words.one, { n })} · {words.kinds[kind]}
      </p>
      <h1>{summary}</h1>
      <p className="mt-2 text-muted">
        {fillTemplate(words.byWhen, { name: authorName, time: formatMinute(createdAt) })}
        {takenByName && <> · {fillTemplate(words.takenOver, { name: takenByName })}</>}
      </p>
      <p className="mt-2">
        <span className="tag">{words.states[state]}</span>{' '}
        {edition !== null && <a href={hrefTo(edition)}>{fillTemplate(words.publishedIn, { n: edition })}</a>}{' '}
        {undoes !== null && <a href={hrefTo(undoes)}>{fillTemplate(words.undoes, { n: undoes })}</a>}
      </p>
    </header>
  )
}

type StandingProps = {
  standing: { ok: true } | { ok: false; error: DeskError }
  isStale: boolean
  errors: Record<DeskError, string>
  words: ReviewMessages
}

/** Whether it could be published now, and what stands against it. */
export function ProposalStanding({ standing, isStale, errors, words }: StandingProps) {
  const text = standing.ok
    ? words.standing.good
    : isStale
      ? words.standing.stale
      : fillTemplate(words.standing.refused, { reason: errors[standing.error] })
  return (
    <p role="status" className="notice" data-standing={standing.ok ? 'good' : standing.error}>
      <strong>{words.standing.title}:</strong> {text}
    </p>
  )
}

type Event = { at: Date; authorName: string; kind: ProposalEventKind; note: string | null }

/** What happened to a proposal, the first first, each with what was said. */
export function ProposalEvents({ events, words }: { events: readonly Event[]; words: ReviewMessages }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">{words.eventsTitle}</h2>
      <ol className="space-y-3">
        {events.map(({ at, authorName, kind, note }) => (
          <li key={`${at.toISOString()} ${kind}`} className="border-s-2 border-rule ps-3" data-event={kind}>
            <p>
              {authorName} {words.events[kind]} · <Moment at={at} />
            </p>
            {note && <p className="whitespace-pre-line text-muted">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
