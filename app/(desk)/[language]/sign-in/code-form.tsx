import { DeskInput } from '@/components/desk/desk-input'
import { DeskRefusal } from '@/components/desk/desk-notice'
import type { DeskError } from '@/domain/desk-code'
import type { Language } from '@/domain/field'
import { formatDeskPath, parseReturnPath } from '@/domain/return-path'
import type { DeskMessages } from '@/messages/desk/desk.en'

type CodeFormProps = { language: Language; words: DeskMessages; error: DeskError | null; to: string | null }

/** The second step of signing in, for who has a second factor; it needs no JavaScript. */
export function CodeForm({ language, words, error, to }: CodeFormProps) {
  return (
    <>
      <h1>{words.code.title}</h1>
      <p className="my-3 text-muted">{words.code.lede}</p>
      {error && <DeskRefusal title={words.summary} text={words.errors[error]} href="#sign-in-code" />}
      <form method="post" action="/api/sign-in/code">
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="to" value={parseReturnPath(to) ?? ''} />
        <DeskInput
          id="sign-in-code"
          spec={{ name: 'code', label: words.fields.code, kind: 'text', autoComplete: 'one-time-code' }}
        />
        <button type="submit" className="button main">
          {words.code.submit}
        </button>
      </form>
      <p className="mt-6 text-sm">
        <a href={formatDeskPath(language, '/sign-in')}>{words.code.again}</a>
      </p>
    </>
  )
}
