import type { Metadata } from 'next'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { DeskForm } from '@/components/desk/desk-form'
import { proveAgainAction } from './actions'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { words } = await getDeskWords(props)
  return { title: `${words.prove.title} · ${words.site}` }
}

/** Asks again for the password before roles, rules, tokens and redactions. */
export default async function ProvePage(props: DeskPageProps) {
  const { language, words } = await getDeskWords(props)
  await authorisePage('/edit/prove', language, '/edit/prove')
  const { prove, fields } = words
  return (
    <>
      <h1>{prove.title}</h1>
      <p className="my-3 text-muted">{prove.lede}</p>
      <DeskForm
        id="prove"
        action={proveAgainAction}
        words={pickFormWords(words)}
        submit={prove.submit}
        inputs={[
          { name: 'password', label: fields.password, kind: 'password', autoComplete: 'current-password' },
          {
            name: 'code',
            label: fields.code,
            hint: prove.codeHint,
            kind: 'text',
            autoComplete: 'one-time-code',
            optional: true,
          },
        ]}
      />
    </>
  )
}
