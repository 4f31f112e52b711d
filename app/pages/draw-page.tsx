import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { CARD_HEIGHT, CARD_WIDTH } from '@/components/picture/picture-card'
import { SiteFrame } from '@/components/site/site-frame'
import { getEdition } from '@/db/list-editions'
import { canEmbed, formatAddress, fromViewSegment, parseEditionSegment } from '@/domain/address'
import type { Language } from '@/domain/field'
import { getSiteOrigin } from '@/domain/origin'
import { type Page, views } from '@/domain/view'
import { getMessages } from '@/messages/messages'
import type { DrawnPage, DrawParameters, PageRequest } from './page-request'
import { pages } from './pages'

/** The request behind an internal address; null where there is no such edition or page. */
export async function toRequest(parameters: DrawParameters): Promise<PageRequest | null> {
  const { language, edition, page, view, id } = parameters
  const segment = parseEditionSegment(edition)
  const found = segment && (await getEdition(segment.edition))
  if (!found || !Object.hasOwn(views, page)) return null
  const path = { page: page as Page, ...(id?.[0] === undefined ? {} : { id: id[0] }) }
  const pinned = segment.pinned ? { pinned: segment.edition } : {}
  const address = { language: language as Language, ...pinned, ...path, view: fromViewSegment(path, view) }
  return { address, edition: { ...segment, at: found.at }, origin: getSiteOrigin(process.env) }
}

/** A page with its title and description, not yet turned into markup; null where there is none. */
export async function readPage(parameters: DrawParameters): Promise<(DrawnPage & { request: PageRequest }) | null> {
  const request = await toRequest(parameters)
  const drawn = request && (await pages[request.address.page](request))
  return drawn && { ...drawn, request }
}

/** Drawn once for the page and its metadata: React keeps it for the request by the text of its parameters. */
const readOnce = cache((parameters: string) => readPage(JSON.parse(parameters) as DrawParameters))

async function draw({ language, edition, page, view, id }: DrawParameters) {
  const drawn = await readOnce(JSON.stringify({ language, edition, page, view, id }))
  return drawn ?? notFound()
}

/** One public page, for the kept and the unkept route alike. */
export async function drawPage(parameters: DrawParameters): Promise<ReactNode> {
  const { content, request } = await draw(parameters)
  const { address, edition, origin } = request
  return (
    <SiteFrame
      language={address.language}
      words={getMessages(address.language)}
      address={address}
      edition={{ n: edition.edition, at: edition.at }}
      pinnedAddress={origin + formatAddress({ ...address, pinned: edition.edition })}
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
      ...(canEmbed(live)
        ? {
            types: {
              'application/json+oembed': formatOembedAddress(request),
              'application/atom+xml': [{ url: formatFeedAddress(request), title: words.feed.link }],
            },
          }
        : {}),
    },
    ...(pinned === undefined ? {} : { robots: { index: false } }),
    ...describeCard(request, live.page === 'home' ? words.site.tagline : title, description),
  }
}

function formatOembedAddress({ address, origin }: PageRequest): string {
  const url = origin + formatAddress({ ...address, view: { ...address.view, ignored: [] } })
  return `${origin}/oembed?${new URLSearchParams({ url, format: 'json' })}`
}

/** The feed of a view follows the live one, also from a page that is pinned. */
function formatFeedAddress({ address: { pinned: _pinned, ...live }, origin }: PageRequest): string {
  return origin + formatAddress({ ...live, format: 'atom', view: { ...live.view, page: 1, ignored: [] } })
}

/** The card a shared link is shown with: a picture of this view in this edition, at an address that never changes. */
function describeCard({ address, edition, origin }: PageRequest, title: string, description: string): Metadata {
  const { site } = getMessages(address.language)
  const view = { ...address.view, page: 1, ignored: [], sort: undefined }
  const url = origin + formatAddress({ ...address, pinned: edition.edition, format: 'card', view })
  const images = [{ url, width: CARD_WIDTH, height: CARD_HEIGHT, type: 'image/png', alt: `${title} · ${site.name}` }]
  return {
    openGraph: {
      type: 'website',
      siteName: site.name,
      locale: address.language === 'zh' ? 'zh_CN' : 'en',
      title,
      description,
      url: origin + formatAddress({ ...address, view: { ...address.view, ignored: [] } }),
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}
