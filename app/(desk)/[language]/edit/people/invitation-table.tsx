import { pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { Moment } from '@/components/record/moment'
import { Ledger } from '@/components/view/ledger'
import type { Invitation } from '@/db/people/links'
import type { DeskMessages } from '@/messages/desk/desk.en'
import { withdrawInvitationAction } from './actions'

/** Invitations nobody took up yet, each with a button that voids it. */
export function InvitationTable({ invitations, words }: { invitations: readonly Invitation[]; words: DeskMessages }) {
  const { people } = words
  if (invitations.length === 0) return <p className="text-muted">{people.invitationsNone}</p>
  return (
    <Ledger heads={[words.fields.email, words.fields.role, people.expires, people.actions]} frame="overflow-x-auto">
      {invitations.map(({ id, email, role, expiresAt }) => (
        <tr key={id}>
          <th scope="row">{email}</th>
          <td>{words.roles[role]}</td>
          <td>
            <Moment at={expiresAt} />
          </td>
          <td>
            <DeskForm
              id={`withdraw-${id}`}
              action={withdrawInvitationAction}
              words={pickFormWords(words)}
              submit={people.withdraw}
              label={fillTemplate(people.withdrawNamed, { email })}
              hidden={{ invitation: id }}
            />
          </td>
        </tr>
      ))}
    </Ledger>
  )
}
