import { EMBED_HEIGHT, EMBED_WIDTH, formatEmbedCode } from '@/components/file/embed-code'
import { CARD_HEIGHT, CARD_WIDTH } from '@/components/picture/picture-card'
import { getCurrentEdition } from '@/db/current-edition'
import { type Address, canEmbed, formatAddress, isViewShortEnough, parseAddress } from '@/domain/address'
import { getOwnOrigins, getSiteOrigin } from '@/domain/origin'
import { getMessages } from '@/messages/messages'
import { describeProblem } from '@/messages/public/problem'
import { answerReading } from '../files/read-file'
import { readViewName } from '../pages/read-view-name'
import { answerProblem } from '../problem'

export const dynamic = 'force-dynamic'

const CACHED_SECONDS = 3600

/**
 * How a view is put in a frame, as oEmbed 1.0 asks for it: `?url=` a view of this site, `format=json`, and how wide and
 * tall the frame may be. 404 where the address is no view of this site, 501 for other formats.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  if ((query.get('format') ?? 'json') !== 'json')
    return answerProblem(501, 'format', { detail: describeProblem('frame-format') })
  return answerReading(async () => {
    const address = parseOwn(query.get('url') ?? '')
    const current = address && (await getCurrentEdition(address.pinned))
    if (!address || !current || (address.pinned ?? 1) > current.n) return refuse()
    const [wide, tall] = [parseBound(query.get('maxwidth')), parseBound(query.get('maxheight'))]
    const name = await readViewName(address, address.pinned ?? current.n)
    const body = describeFrame(address, current.n, {
      name,
      width: Math.min(wide, EMBED_WIDTH),
      height: Math.min(tall, EMBED_HEIGHT),
      fitsCard: wide >= CARD_WIDTH && tall >= CARD_HEIGHT,
    })
    return Response.json(body, { headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' } })
  })
}

function refuse(): Response {
  return answerProblem(404, 'not-found', { detail: describeProblem('no-frame') })
}

/** The view an address of this site means; null for other sites, single records and what is not understood. */
function parseOwn(text: string): Address | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !getOwnOrigins(process.env).includes(url.origin) || !isViewShortEnough(url.search)) return null
  const address = parseAddress(url.pathname, url.searchParams)
  if (!address || !canEmbed(address) || address.view.ignored.length > 0) return null
  return address.format === undefined || address.format === 'embed' ? address : null
}

/** What the view is called, the size of the frame, and whether the picture of the view is within the bounds. */
type Frame = { name: string; width: number; height: number; fitsCard: boolean }

function describeFrame(address: Address, current: number, { name, width, height, fitsCard }: Frame) {
  const origin = getSiteOrigin(process.env)
  const { language, page, view } = address
  const words = getMessages(language)
  const title = `${name} · ${words.site.name}`
  const card = { language, page, view: { ...view, page: 1, sort: undefined }, pinned: address.pinned ?? current }
  const thumbnail = {
    thumbnail_url: origin + formatAddress({ ...card, format: 'card' }),
    thumbnail_width: CARD_WIDTH,
    thumbnail_height: CARD_HEIGHT,
  }
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: words.site.name,
    provider_url: origin + formatAddress({ language, page: 'home' }),
    cache_age: CACHED_SECONDS,
    width,
    height,
    html: formatEmbedCode(origin + formatAddress({ ...address, format: 'embed' }), title, width, height),
    ...(fitsCard ? thumbnail : {}),
  }
}

/** How wide or tall it may be at most, in pixels; no bound where none is named. */
function parseBound(text: string | null): number {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY
}
