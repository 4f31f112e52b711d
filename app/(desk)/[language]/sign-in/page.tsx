import type { Metadata } from 'next'
import { type DeskPageProps, getAfterPost, getDeskWords, getQuery } from '@/app/desk-page'
import { getDraft } from '@/app/form-post'
import { DeskInput } from '@/components/desk/desk-input'
import { DeskDoneNotice, DeskRefusal } from '@/components/desk/desk-notice'
import { parseReturnPath } from '@/domain/return-path'
import { CodeForm } from './code-form'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { words } = await getDeskWords(props)
  return { title: `${words.signIn.title} · ${words.site}` }
}

/** The form that opens a session; it posts to /api/sign-in and needs no JavaScript. */
export default async function SignInPage(props: DeskPageProps) {
  const { language, words } = await getDeskWords(props)
  const { error, done, to } = await getAfterPost(props, words)
  if ((await getQuery(props, 'step')) === 'code')
    return <CodeForm language={language} words={words} error={error} to={to} />
  const { email } = await getDraft()
  return (
    <>
      <h1>{words.signIn.title}</h1>
      <p className="my-3 text-muted">{words.signIn.lede}</p>
      {error && <DeskRefusal title={words.summary} text={words.errors[error]} href="#sign-in-email" />}
      {done && <DeskDoneNotice text={words.done[done]} />}
      <form method="post" action="/api/sign-in">
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="to" value={parseReturnPath(to) ?? ''} />
        <DeskInput
          id="sign-in-email"
          spec={{ name: 'email', label: words.fields.email, kind: 'email', autoComplete: 'username', value: email }}
        />
        <DeskInput
          id="sign-in-password"
          spec={{ name: 'password', label: words.fields.password, kind: 'password', autoComplete: 'current-password' }}
        />
        <button type="submit" className="button main">
          {words.signIn.submit}
        </button>
      </form>
      <p className="mt-6 text-sm text-muted">{words.signIn.lost}</p>
    </>
  )
}
