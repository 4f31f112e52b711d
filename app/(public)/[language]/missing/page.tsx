import Link from 'next/link'
import { SiteFrame } from '@/components/site/site-frame'
import { formatAddress } from '@/domain/address'
import type { Language } from '@/domain/field'
import { getMessages } from '@/messages/messages'

export const dynamic = 'force-static'

export function generateStaticParams() {
  return [{ language: 'en' }, { language: 'zh' }]
}

type MissingProps = { params: Promise<{ language: string }> }

const both: readonly Language[] = ['en', 'zh']

/** The one page for every address that leads nowhere, in both languages, the asked one first. */
export default async function MissingPage({ params }: MissingProps) {
  const language: Language = (await params).language === 'zh' ? 'zh' : 'en'
  const order = language === 'zh' ? [...both].reverse() : both
  return (
    <SiteFrame language={language} words={getMessages(language)}>
      {order.map((one, at) => {
        const { notFound } = getMessages(one)
        const Heading = at === 0 ? 'h1' : 'h2'
        return (
          <section key={one} lang={one === 'zh' ? 'zh-Hans' : 'en'} className="max-w-prose">
            <Heading>{notFound.title}</Heading>
            <p className="my-3">{notFound.text}</p>
            <p>
              <Link href={formatAddress({ language: one, page: 'home' })}>{notFound.home}</Link>
            </p>
          </section>
        )
      })}
    </SiteFrame>
  )
}
