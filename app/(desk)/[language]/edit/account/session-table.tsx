import { pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { formatMinute, Moment } from '@/components/record/moment'
import { Ledger } from '@/components/view/ledger'
import type { SessionRow } from '@/db/people/sessions'
import { describeAgent } from '@/domain/agent'
import type { DeskMessages } from '@/messages/desk/desk.en'
import { endSessionAction } from './actions'

type SessionTableProps = { sessions: readonly SessionRow[]; current: string; words: DeskMessages }

/** The browsers a person is signed in with, each with a button that signs it out. */
export function SessionTable({ sessions, current, words }: SessionTableProps) {
  const { account } = words
  return (
    <Ledger heads={[account.browser, account.since, account.used, account.action]} frame="my-4 overflow-x-auto">
      {sessions.map(({ id, agent, createdAt, usedAt }) => {
        const browser = describeAgent(agent) ?? account.unknownBrowser
        return (
          <tr key={id}>
            <th scope="row" title={agent ?? undefined}>
              {browser} {id === current && <span className="tag">{account.thisBrowser}</span>}
            </th>
            <td>
              <Moment at={createdAt} />
            </td>
            <td>
              <Moment at={usedAt} />
            </td>
            <td>
              <DeskForm
                id={`end-${id}`}
                action={endSessionAction}
                words={pickFormWords(words)}
                submit={account.end}
                label={fillTemplate(account.endNamed, { browser, time: formatMinute(usedAt) })}
                hidden={{ session: id }}
              />
            </td>
          </tr>
        )
      })}
    </Ledger>
  )
}
