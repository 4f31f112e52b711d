import type { Metadata } from 'next'
import { type DeskPageProps, getAfterPost, getDeskWords } from '@/app/desk-page'
import { type Draft, getDraft } from '@/app/form-post'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskInput, type DeskInputSpec } from '@/components/desk/desk-input'
import { DeskRefusal } from '@/components/desk/desk-notice'
import { Moment } from '@/components/record/moment'
import { getLink, type OpenLink } from '@/db/people/links'
import type { DeskError } from '@/domain/desk-code'
import type { DeskMessages } from '@/messages/desk/desk.en'

type Props = DeskPageProps<{ secret: string }>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { words } = await getDeskWords(props)
  return { title: `${words.desk} · ${words.site}`, referrer: 'same-origin' }
}

/** What a one-use link opens: the form of a new account, or of a new password. It posts to /api/welcome. */
export default async function WelcomePage(props: Props) {
  const { language, words } = await getDeskWords(props)
  const { secret } = await props.params
  const { error } = await getAfterPost(props, words)
  const link = await getLink(secret)
  if (link === null) return <VoidLink words={words} />
  const text = words.welcome[link.purpose]
  const lede = fillTemplate(text.lede, { email: link.email ?? '', role: words.roles[link.role] })
  const field = error === null ? undefined : toField(error)
  const [before, after] = words.welcome.expires.split('{time}')
  return (
    <>
      <h1>{text.title}</h1>
      <p className="my-3">{lede}</p>
      <p className="my-3 text-sm text-muted">
        {before}
        <Moment at={link.expiresAt} />
        {after}
      </p>
      {error && <DeskRefusal title={words.summary} text={words.errors[error]} href={field && `#welcome-${field}`} />}
      <form method="post" action="/api/welcome">
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="secret" value={secret} />
        {listInputs(words, link, await getDraft()).map((spec) => (
          <DeskInput
            key={spec.name}
            id={`welcome-${spec.name}`}
            spec={spec}
            error={error && spec.name === field ? words.errors[error] : undefined}
          />
        ))}
        <button type="submit" className="button main">
          {text.submit}
        </button>
      </form>
    </>
  )
}

function VoidLink({ words }: { words: DeskMessages }) {
  return (
    <>
      <h1>{words.welcome.voidTitle}</h1>
      <p className="my-3">{words.welcome.voidText}</p>
    </>
  )
}

/** Asks for what the link does not know. The address is always there, for password managers to keep with the password. */
function listInputs({ fields, hints }: DeskMessages, { purpose, email }: OpenLink, draft: Draft): DeskInputSpec[] {
  const isNew = purpose !== 'reset'
  const address = email ?? draft.email
  return [
    {
      name: 'email',
      label: fields.email,
      kind: 'email',
      autoComplete: 'username',
      value: address,
      fixed: email !== null,
    },
    ...(isNew
      ? [
          {
            name: 'name',
            label: fields.name,
            hint: hints.name,
            kind: 'text',
            autoComplete: 'name',
            value: draft.name,
          } as const,
        ]
      : []),
    { name: 'password', label: fields.next, hint: hints.password, kind: 'password', autoComplete: 'new-password' },
    { name: 'repeat', label: fields.repeat, kind: 'password', autoComplete: 'new-password' },
  ]
}

function toField(error: DeskError): string | undefined {
  if (error === 'email' || error === 'email-taken') return 'email'
  if (error.startsWith('name-')) return 'name'
  if (error === 'repeat') return 'repeat'
  return ['short', 'long', 'common', 'own-email'].includes(error) ? 'password' : undefined
}
