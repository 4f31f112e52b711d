import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { Moment } from '@/components/record/moment'
import { nameFields } from '@/components/record/redaction-notice'
import { Ledger } from '@/components/view/ledger'
import { formatAddress, pageOfNoun } from '@/domain/address'
import type { Language } from '@/domain/field'
import type { RedactionRequest } from '@/domain/redaction'
import type { RedactionMessages } from '@/messages/desk/redaction.en'
import { getMessages } from '@/messages/messages'

type RedactionTableProps = {
  rows: readonly RedactionRequest[]
  caption: string
  language: Language
  words: RedactionMessages
  /** What may be done about a request; without it stands what became of it. */
  children?: (row: RedactionRequest) => ReactNode
}

/** What was asked to be redacted, by whom and why. */
export function RedactionTable({ rows, caption, language, words, children }: RedactionTableProps) {
  if (rows.length === 0) return <p className="text-muted">{words.none}</p>
  return (
    <Ledger heads={[words.record, words.reason, children ? words.action : words.outcome]} caption={caption}>
      {rows.map((row) => (
        <tr key={row.n}>
          <th scope="row" className="font-normal">
            {getMessages(language).nouns[row.noun].one}{' '}
            <a href={formatAddress({ language, page: pageOfNoun[row.noun], id: row.id })}>{row.id}</a>
            <span className="block">{nameFields(getMessages(language), row.keys).join(words.separator)}</span>
          </th>
          <td>
            {row.reason}
            <span className="block text-sm text-muted">
              {row.askedByName} · <Moment at={row.askedAt} />
            </span>
          </td>
          <td>{children ? children(row) : <Outcome row={row} language={language} words={words} />}</td>
        </tr>
      ))}
    </Ledger>
  )
}

type OutcomeProps = Pick<RedactionTableProps, 'language' | 'words'> & { row: RedactionRequest }

function Outcome({ row: { edition, decidedByName }, language, words }: OutcomeProps) {
  const name = decidedByName ?? ''
  if (edition === null) return fillTemplate(words.withdrawn, { name })
  return (
    <a href={formatAddress({ language, page: 'editions', id: String(edition) })}>
      {fillTemplate(words.done, { n: edition, name })}
    </a>
  )
}
