import type { Metadata } from 'next'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getAfterPost, getDeskWords, pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { DeskRefusal } from '@/components/desk/desk-notice'
import { FormSection } from '@/components/desk/form-section'
import { listSessions } from '@/db/people/sessions'
import { changeNameAction, changePasswordAction, endOtherSessionsAction } from './actions'
import { FactorSection } from './factor-section'
import { SessionTable } from './session-table'
import { TokenSection } from './token-section'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { words } = await getDeskWords(props)
  return { title: `${words.account.title} · ${words.site}` }
}

/** A person's own name, password and signed-in browsers. */
export default async function AccountPage(props: DeskPageProps) {
  const { language, words } = await getDeskWords(props)
  const user = await authorisePage('/edit/account', language, '/edit/account')
  const { error } = await getAfterPost(props, words)
  const sessions = await listSessions(user.id)
  const { account, fields, hints } = words
  const formWords = pickFormWords(words)
  return (
    <>
      <h1>{account.title}</h1>
      <p className="my-3 text-muted">
        {fillTemplate(account.lede, { email: user.email, role: words.roles[user.role] })}
      </p>
      {error && <DeskRefusal title={words.summary} text={words.errors[error]} />}
      <FormSection
        id="name"
        title={account.nameTitle}
        action={changeNameAction}
        words={formWords}
        submit={account.nameSubmit}
        inputs={[
          {
            name: 'name',
            label: fields.name,
            hint: hints.name,
            kind: 'text',
            autoComplete: 'nickname',
            value: user.name,
          },
        ]}
      />
      <FormSection
        id="password"
        title={account.passwordTitle}
        lede={account.passwordLede}
        action={changePasswordAction}
        words={formWords}
        submit={account.passwordSubmit}
        inputs={[
          { name: 'current', label: fields.current, kind: 'password', autoComplete: 'current-password' },
          { name: 'next', label: fields.next, hint: hints.password, kind: 'password', autoComplete: 'new-password' },
          { name: 'repeat', label: fields.repeat, kind: 'password', autoComplete: 'new-password' },
        ]}
      />
      <FactorSection user={user.id} words={words} />
      <TokenSection user={user.id} language={language} words={words} />
      <section aria-labelledby="sessions-title">
        <h2 id="sessions-title">{account.sessionsTitle}</h2>
        <p className="text-muted">{account.sessionsLede}</p>
        <SessionTable sessions={sessions} current={user.session} words={words} />
        <DeskForm id="end-others" action={endOtherSessionsAction} words={formWords} submit={account.endOthers} />
      </section>
    </>
  )
}
