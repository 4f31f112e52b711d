import { pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { formatMinute } from '@/components/record/moment'
import { Ledger } from '@/components/view/ledger'
import type { Person } from '@/db/people/people'
import type { DeskState } from '@/domain/desk-code'
import type { Language } from '@/domain/field'
import { roles } from '@/domain/permission'
import type { DeskMessages } from '@/messages/desk/desk.en'
import {
  changeAccessAction,
  changeRoleAction,
  createResetLinkAction,
  endSessionsAction,
  resetFactorAction,
} from './actions'

type PeopleTableProps = { people: readonly Person[]; self: string; language: Language; words: DeskMessages }

/** Everybody with an account, and what an administrator may do about each. */
export function PeopleTable({ people, self, language, words }: PeopleTableProps) {
  const labels = words.people
  return (
    <Ledger
      heads={[labels.person, words.fields.role, labels.state, labels.factor, labels.sessions, labels.actions]}
      frame="overflow-x-auto"
    >
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            {person.name} {person.id === self && <span className="tag">{labels.you}</span>}
            <br />
            <span className="text-muted">{person.email}</span>
          </th>
          <td>{words.roles[person.role]}</td>
          <td>{person.disabled ? labels.disabled : labels.active}</td>
          <td>{person.hasFactor ? labels.factorOn : labels.factorOff}</td>
          <td>{describeSessions(person, labels)}</td>
          <td>
            <PersonActions person={person} language={language} words={words} />
          </td>
        </tr>
      ))}
    </Ledger>
  )
}

function describeSessions({ sessions, usedAt }: Person, labels: DeskMessages['people']): string {
  if (sessions === 0 || usedAt === null) return labels.sessionsNone
  return fillTemplate(sessions === 1 ? labels.sessionsOne : labels.sessionsCount, {
    n: sessions,
    time: formatMinute(usedAt),
  })
}

type PersonAction = {
  key: string
  label: string
  action: (before: DeskState, form: FormData) => Promise<DeskState>
  hidden?: { [name: string]: string }
}

function PersonActions({ person, language, words }: { person: Person; language: Language; words: DeskMessages }) {
  return (
    <div className="flex flex-wrap gap-2">
      {listActions(person, language, words.people).map(({ key, label, action, hidden }) => (
        <DeskForm
          key={key}
          id={`${key}-${person.id}`}
          action={action}
          words={pickFormWords(words)}
          submit={label}
          label={fillTemplate(words.people.named, { action: label, name: person.name })}
          hidden={{ user: person.id, ...hidden }}
        />
      ))}
    </div>
  )
}

function listActions(person: Person, language: Language, labels: DeskMessages['people']): PersonAction[] {
  if (person.disabled) {
    return [{ key: 'access', label: labels.enable, action: changeAccessAction, hidden: { access: 'full' } }]
  }
  const others = roles.filter((role) => role !== person.role)
  return [
    ...others.map((role) => ({
      key: `role-${role}`,
      label: labels.makeRole[role],
      action: changeRoleAction,
      hidden: { role },
    })),
    ...(person.hasFactor ? [{ key: 'factor', label: labels.resetFactor, action: resetFactorAction }] : []),
    { key: 'reset', label: labels.reset, action: createResetLinkAction, hidden: { language } },
    { key: 'sessions', label: labels.endSessions, action: endSessionsAction },
    { key: 'access', label: labels.disable, action: changeAccessAction, hidden: { access: 'none' } },
  ]
}
