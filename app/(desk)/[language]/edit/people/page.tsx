import type { Metadata } from 'next'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { FormSection } from '@/components/desk/form-section'
import { listInvitations } from '@/db/people/links'
import { listPeople } from '@/db/people/people'
import { roles } from '@/domain/permission'
import { inviteAction } from './actions'
import { InvitationTable } from './invitation-table'
import { PeopleTable } from './people-table'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { words } = await getDeskWords(props)
  return { title: `${words.people.title} · ${words.site}` }
}

/** Who may change the record, for administrators. */
export default async function PeoplePage(props: DeskPageProps) {
  const { language, words } = await getDeskWords(props)
  const user = await authorisePage('/edit/people', language, '/edit/people')
  const [everybody, invitations] = await Promise.all([listPeople(), listInvitations()])
  const { people, fields } = words
  const options = roles.map((role) => ({ value: role, label: `${words.roles[role]} · ${words.roleHints[role]}` }))
  return (
    <>
      <h1>{people.title}</h1>
      <p className="my-3 text-muted">{people.lede}</p>
      <section aria-labelledby="table-title">
        <h2 id="table-title">{people.tableTitle}</h2>
        <PeopleTable people={everybody} self={user.id} language={language} words={words} />
      </section>
      <FormSection
        id="invite"
        title={people.inviteTitle}
        lede={people.inviteLede}
        action={inviteAction}
        words={pickFormWords(words)}
        submit={people.inviteSubmit}
        hidden={{ language }}
        inputs={[
          { name: 'email', label: fields.email, kind: 'email', autoComplete: 'off' },
          { name: 'role', label: fields.role, kind: 'choice', options, value: 'editor' },
        ]}
      />
      <section aria-labelledby="invitations-title">
        <h2 id="invitations-title">{people.invitationsTitle}</h2>
        <InvitationTable invitations={invitations} words={words} />
      </section>
    </>
  )
}
