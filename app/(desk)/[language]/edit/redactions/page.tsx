import type { Metadata } from 'next'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { RedactionTable } from '@/components/desk/redaction-table'
import { listRedactionRequests } from '@/db/redaction-requests'
import { getRedactionMessages } from '@/messages/desk/redaction'
import { confirmRedactionAction, withdrawRedactionAction } from './actions'

const REQUESTS_MOST = 200

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${getRedactionMessages(language).title} · ${words.site}` }
}

/** What was asked to be redacted: to confirm or take back, and what became of the rest. For administrators. */
export default async function RedactionsPage(props: DeskPageProps) {
  const { language, words } = await getDeskWords(props)
  const admin = await authorisePage('/edit/redactions', language, '/edit/redactions')
  const requests = await listRedactionRequests(REQUESTS_MOST)
  const redaction = getRedactionMessages(language)
  const waiting = requests.filter(({ state }) => state === 'open')
  const decided = requests.filter(({ state }) => state !== 'open')
  return (
    <>
      <h1>{redaction.title}</h1>
      <p className="my-3 max-w-prose text-muted">{redaction.lede}</p>
      <h2>{redaction.waiting}</h2>
      <RedactionTable rows={waiting} caption={redaction.waiting} language={language} words={redaction}>
        {(request) => (
          <div className="flex flex-wrap gap-2">
            {request.askedBy === admin.id ? (
              <p className="w-full text-sm text-muted">{redaction.own}</p>
            ) : (
              <DeskForm
                id={`confirm-${request.n}`}
                action={confirmRedactionAction}
                words={pickFormWords(words)}
                submit={redaction.confirm}
                label={fillTemplate(redaction.named, { action: redaction.confirm, record: request.id })}
                hidden={{ n: String(request.n), language }}
              />
            )}
            <DeskForm
              id={`withdraw-${request.n}`}
              action={withdrawRedactionAction}
              words={pickFormWords(words)}
              submit={redaction.withdraw}
              label={fillTemplate(redaction.named, { action: redaction.withdraw, record: request.id })}
              hidden={{ n: String(request.n) }}
            />
          </div>
        )}
      </RedactionTable>
      <h2>{redaction.decided}</h2>
      <RedactionTable rows={decided} caption={redaction.decided} language={language} words={redaction} />
      {requests.length === REQUESTS_MOST && (
        <p className="text-muted">{fillTemplate(redaction.more, { count: REQUESTS_MOST })}</p>
      )}
    </>
  )
}
