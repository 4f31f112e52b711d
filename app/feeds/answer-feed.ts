import { toRequest } from '@/app/pages/draw-page'
import type { DrawParameters, PageRequest } from '@/app/pages/page-request'
import { readView } from '@/app/pages/read-view'
import { fillTemplate } from '@/components/chart/chart-words'
import { formatFeed } from '@/components/file/feed-text'
import { type Reading, toReading } from '@/components/view/reading'
import { nameView } from '@/components/view/view-name'
import { describeView, formatCount } from '@/components/view/view-words'
import { listTouchingEditions } from '@/db/list-touching-editions'
import type { TablePage } from '@/db/view-queries'
import { type Address, canEmbed, formatAddress } from '@/domain/address'
import type { Noun } from '@/domain/field'
import { answerReading } from '../files/read-file'

const ENTRIES_MOST = 50

/** Answers with the newest 50 editions that touch a view, as Atom (RFC 4287). */
export async function answerFeed(parameters: Promise<DrawParameters>): Promise<Response> {
  const asked = await parameters
  return answerReading(async () => {
    const request = await toRequest(asked)
    if (!request || !canEmbed(request.address)) return null
    return new Response(await drawFeed(request), {
      headers: {
        'Content-Type': 'application/atom+xml; charset=utf-8',
        'X-Content-Type-Options': 'nosniff',
        'Access-Control-Allow-Origin': '*',
      },
    })
  })
}

async function drawFeed(request: PageRequest): Promise<string> {
  const { address, edition, origin } = request
  const page = address.page as TablePage | 'editions'
  const [{ reading, noun, description }, editions] = await Promise.all([
    readDescription(request),
    listTouchingEditions(page, address.view, edition.edition, ENTRIES_MOST),
  ])
  const { words, language } = reading
  const of: Address = { ...address, view: { ...address.view, page: 1, ignored: [] } }
  return formatFeed({
    words,
    language,
    title: fillTemplate(words.feed.title, { page: nameView(reading, page, address.view) }),
    description,
    self: origin + formatAddress({ ...of, format: 'atom' }),
    page: origin + formatAddress(of),
    updated: editions[0]?.at ?? edition.at,
    entries: editions.map((touching) => ({
      ...touching,
      page: origin + formatAddress({ ...of, pinned: touching.n }),
      edition: origin + formatAddress({ language, page: 'editions', id: String(touching.n) }),
      touched: noun === 'edition' ? null : formatCount(words, noun, touching.records),
    })),
  })
}

type Description = { reading: Reading; noun: Noun | 'edition'; description: string }

async function readDescription({ address, edition }: PageRequest): Promise<Description> {
  const { language, page, view } = address
  if (page === 'editions') {
    const reading = toReading(language, edition, edition.at)
    return { reading, noun: 'edition', description: describeView(reading, page, view, 'edition', edition.edition) }
  }
  const { reading, noun, total } = await readView({ language, page: page as TablePage, view, edition }, 1)
  return { reading, noun, description: describeView(reading, page, view, noun, total) }
}
