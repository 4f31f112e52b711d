import type { Metadata } from 'next'
import { authoriseFormPage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, getQuery } from '@/app/desk-page'
import { readBulletinSheet } from '@/app/read-bulletin'
import { getWarningWords } from '@/app/read-record-form'
import { BulletinForm } from '@/components/desk/bulletin-form'
import { BulletinHeadForm } from '@/components/desk/bulletin-head-form'
import { getPolicies } from '@/db/people/policies'
import { canPublish } from '@/domain/permission'
import { formatDeskPath } from '@/domain/return-path'
import { getBulletinMessages } from '@/messages/desk/bulletin'
import { getEditMessages } from '@/messages/desk/edit'
import { getReviewMessages } from '@/messages/desk/review'
import { getMessages } from '@/messages/messages'
import { publishBulletinAction } from './actions'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${getBulletinMessages(language).title} · ${words.site}` }
}

/** The figures of one publication on one sheet, once it is said what they are about. */
export default async function BulletinPage(props: DeskPageProps) {
  const { language } = await getDeskWords(props)
  const user = await authoriseFormPage('/edit/bulletin', language, '/edit/bulletin')
  const asked = {
    source: (await getQuery(props, 'source')) ?? '',
    area: (await getQuery(props, 'area')) ?? 'CN',
    period: (await getQuery(props, 'period')) ?? '',
    frequency: (await getQuery(props, 'frequency')) ?? 'M',
  }
  const { sheet, sources, areas } = await readBulletinSheet(asked, language)
  const words = getBulletinMessages(language)
  const edit = getEditMessages(language)
  const { propose, proposing, restored, discard } = getReviewMessages(language)
  const messages = getMessages(language)
  const { identity, codes } = messages
  const warningWords = getWarningWords({ language, words: messages })
  const publishes = user !== null && canPublish(user.role) && !(await getPolicies())['four-eyes']
  return (
    <>
      <h1>{words.title}</h1>
      <p className="my-3 max-w-prose text-muted">{words.lede}</p>
      <h2>{words.headTitle}</h2>
      {asked.source !== '' && !sheet && <p className="notice">{words.wrong}</p>}
      <BulletinHeadForm
        path={formatDeskPath(language, '/edit/bulletin')}
        {...{ asked, sources, areas, words }}
        frequencies={codes['observation.frequency']}
      />
      {sheet && (
        <section aria-labelledby="sheet">
          <h2 id="sheet">{words.sheet}</h2>
          <BulletinForm
            key={Object.values(sheet.head).join(' ')}
            action={publishBulletinAction}
            {...{ language, words, edit, warningWords, ...sheet }}
            sourceName={sources.find(({ id }) => id === sheet.head.source)?.text ?? sheet.head.source}
            outcomes={{ passes: identity.passes, rounding: identity.rounding, fails: identity.fails }}
            submitting={{
              label: publishes ? edit.publish : propose,
              pending: publishes ? edit.publishing : proposing,
              mayReview: publishes,
              draft: user && `${user.id} bulletin ${Object.values(sheet.head).join(' ')}`,
              ...{ restored, discard },
            }}
          />
        </section>
      )}
    </>
  )
}
