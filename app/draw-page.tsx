import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { SiteFrame } from '@/components/site-frame'
import { getEdition } from '@/db/list-editions'
import {
  type Address,
  type EditionSegment,
  formatAddress,
  fromViewSegment,
  parseEditionSegment,
} from '@/domain/address'
import type { Language } from '@/domain/field'
import { getSiteOrigin } from '@/domain/origin'
import { type Page, views } from '@/domain/view'
import { getMessages } from '@/messages/messages'
import { pages } from './pages'

/** The parameters of an internal address, as the folders name them. */
export type DrawParameters = { language: string; edition: string; page: string; view: string; id?: string[] }

/** What a page is drawn from: the public address it stands at and the edition it shows. */
export type PageRequest = { address: Address; edition: EditionSegment & { at: Date }; origin: string }

/** A drawn page: its title, one line on what it shows, and its content. */
export type DrawnPage = { title: string; description: string; content: ReactNode }

async function toRequest({ language, edition, page, view, id }: DrawParameters): Promise<PageRequest> {
  const segment = parseEditionSegment(edition)
  const found = segment && (await getEdition(segment.edition))
  if (!found || !Object.hasOwn(views, page)) notFound()
  const path = { page: page as Page, ...(id?.[0] === undefined ? {} : { id: id[0] }) }
  const pinned = segment.pinned ? { pinned: segment.edition } : {}
  const address = { language: language as Language, ...pinned, ...path, view: fromViewSegment(path, view) }
  return { address, edition: { ...segment, at: found.at }, origin: getSiteOrigin(process.env) }
}

/** Drawn once for the page and its metadata: React keeps it for the request by the text of its parameters. */
const drawOnce = cache(async (parameters: string): Promise<DrawnPage & { request: PageRequest }> => {
  const request = await toRequest(JSON.parse(parameters) as DrawParameters)
  const drawn = await pages[request.address.page](request)
  if (!drawn) notFound()
  return { ...drawn, request }
})

function draw({ language, edition, page, view, id }: DrawParameters) {
  return drawOnce(JSON.stringify({ language, edition, page, view, id }))
}

/** One public page, for the kept and the unkept route alike. */
export async function drawPage(parameters: DrawParameters): Promise<ReactNode> {
  const { content, request } = await draw(parameters)
  const { address, edition } = request
  return (
    <SiteFrame
      language={address.language}
      words={getMessages(address.language)}
      address={address}
      edition={{ n: edition.edition, at: edition.at }}
    >
      {content}
    </SiteFrame>
  )
}

/** Title, description and links of a page; a pinned one is not indexed and names the live one as canonical. */
export async function drawMetadata(parameters: DrawParameters): Promise<Metadata> {
  const { title, description, request } = await draw(parameters)
  const { pinned, ...live } = request.address
  const words = getMessages(live.language)
  const view = { ...live.view, ignored: [] }
  return {
    title: live.page === 'home' ? `${words.site.name} · ${words.site.tagline}` : `${title} · ${words.site.name}`,
    description,
    alternates: {
      canonical: formatAddress({ ...live, view }),
      languages: {
        en: formatAddress({ ...live, view, language: 'en' }),
        'zh-Hans': formatAddress({ ...live, view, language: 'zh' }),
      },
    },
    ...(pinned === undefined ? {} : { robots: { index: false } }),
  }
}
