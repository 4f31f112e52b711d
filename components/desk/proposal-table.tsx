import { fillTemplate } from '@/components/chart/chart-words'
import { Moment } from '@/components/record/moment'
import { Ledger } from '@/components/view/ledger'
import type { Language } from '@/domain/field'
import type { ProposalKind, ProposalState } from '@/domain/proposal'
import { formatDeskPath } from '@/domain/return-path'
import type { ReviewMessages } from '@/messages/desk/review.en'

/** A proposal as a list shows it. */
export type ProposalRow = {
  n: number
  kind: ProposalKind
  state: ProposalState
  summary: string
  authorName: string
  takenByName: string | null
  count: number
  changedAt: Date
}

type ProposalTableProps = {
  rows: readonly ProposalRow[]
  most: number
  caption: string
  language: Language
  words: ReviewMessages
}

/** Proposals, the one that was changed last first. */
export function ProposalTable({ rows, most, caption, language, words }: ProposalTableProps) {
  if (rows.length === 0) return <p className="text-muted">{words.none}</p>
  return (
    <>
      <Ledger
        heads={[words.number, words.summary, words.kind, words.by, words.records, words.changed, words.state]}
        numeric={[words.records]}
        caption={caption}
      >
        {rows.slice(0, most).map((row) => (
          <tr key={row.n}>
            <td>{row.n}</td>
            <th scope="row" className="font-normal">
              <a href={formatDeskPath(language, `/edit/proposals/${row.n}`)}>{row.summary}</a>
            </th>
            <td>{words.kinds[row.kind]}</td>
            <td>
              {row.authorName}
              {row.takenByName && (
                <span className="block text-sm text-muted">
                  {fillTemplate(words.takenOver, { name: row.takenByName })}
                </span>
              )}
            </td>
            <td className="text-end">{row.count.toLocaleString('en')}</td>
            <td>
              <Moment at={row.changedAt} />
            </td>
            <td>{words.states[row.state]}</td>
          </tr>
        ))}
      </Ledger>
      {rows.length > most && <p className="text-muted">{fillTemplate(words.more, { count: most })}</p>}
    </>
  )
}
