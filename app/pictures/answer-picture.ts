import { readPage, toRequest } from '@/app/pages/draw-page'
import type { DrawParameters, PageRequest } from '@/app/pages/page-request'
import { readPicture } from '@/app/pages/read-figure'
import { readView } from '@/app/pages/read-view'
import { fillTemplate } from '@/components/chart/chart-words'
import { drawCard } from '@/components/picture/picture-card'
import { drawPicture } from '@/components/picture/picture-svg'
import { formatMoment } from '@/components/record/dates'
import type { Reading } from '@/components/view/reading'
import { describeView } from '@/components/view/view-words'
import { type Address, formatAddress } from '@/domain/address'
import { getSiteOrigin } from '@/domain/origin'
import type { Look, Theme } from '@/domain/picture'
import { getMessages } from '@/messages/messages'
import { answerReading } from '../files/read-file'
import { answerProblem } from '../problem'
import { drawPng } from './draw-png'
import { drawInTurn } from './drawing-place'

/** The parameters of an internal address of a picture; `form` is format, theme and size, `png-dark-small`. */
export type PictureParameters = DrawParameters & { form: string }

const RETRY_SECONDS = 3
const PUBLISHERS_MOST = 4

/** Answers with a picture or a card: what it shows follows from its address alone. */
export async function answerPicture(parameters: Promise<PictureParameters>): Promise<Response> {
  const { form, ...page } = await parameters
  const [format, theme, size] = form.split('-') as ['svg' | 'png' | 'card', Theme, Look['size']]
  return answerInTurn(page.language, () =>
    format === 'card' ? answerCard(page) : answerChart(page, format, { theme, size }),
  )
}

/** Reads and draws in turn, or says when to come back. */
export async function answerInTurn(language: string, draw: () => Promise<Response | null>): Promise<Response> {
  const answer = await drawInTurn(() => answerReading(draw))
  if (answer) return answer
  const { busy } = getMessages(language === 'zh' ? 'zh' : 'en').picture
  const detail = fillTemplate(busy, { seconds: RETRY_SECONDS })
  return answerProblem(503, 'busy', { detail }, { 'Retry-After': String(RETRY_SECONDS) })
}

async function answerChart(parameters: DrawParameters, format: 'svg' | 'png', look: Look): Promise<Response | null> {
  const request = await toRequest(parameters)
  if (!request) return null
  const { address, edition } = request
  const words = getMessages(address.language)
  if (address.page !== 'debt' || address.id !== undefined)
    return answerProblem(422, 'no-chart', { detail: words.picture.onlyFigures })
  const { language, page, view } = { ...address, page: 'debt' as const }
  const { reading, total } = await readView({ language, page, view, edition }, 1)
  const picture = await readPicture(request, reading, total)
  if (!picture.figure) return answerProblem(422, 'no-chart', { detail: picture.refusal })
  const text = {
    description: describeView(reading, page, view, 'observation', total),
    source: describePublishers(reading, picture.publishers),
    edition: fillTemplate(words.picture.credit, { site: words.site.name, edition: describeEdition(request) }),
    address: formatPinned(request),
  }
  const svg = drawPicture({ figure: picture.figure, worded: { lang: language, words: words.chart }, text, look })
  const headers = describePicture(request, format)
  return new Response(format === 'svg' ? svg : await drawPng(svg), { headers })
}

async function answerCard(parameters: DrawParameters): Promise<Response | null> {
  const drawn = await readPage(parameters)
  if (!drawn) return null
  const { title, description, picture, request } = drawn
  const { language, page } = request.address
  const words = getMessages(language)
  const text = {
    site: words.site.name,
    title: picture?.title ?? (page === 'home' ? words.site.tagline : title),
    description: picture ? picture.head + words.chart.sentenceEnd + withoutLede(request, description) : description,
    edition: describeEdition(request),
    host: new URL(request.origin).host,
  }
  const svg = drawCard({
    text,
    worded: { lang: language, words: words.chart },
    ...(picture ? { figure: picture } : {}),
    shownOf: words.picture.shownOf,
  })
  return new Response(await drawPng(svg), { headers: describePicture(request, 'png') })
}

/** Beside a chart there is no room to say what kind of page it comes from. */
function withoutLede({ address }: PageRequest, description: string): string {
  const { pages, site } = getMessages(address.language)
  const lede = pages[address.page].lede + site.gap
  return description.startsWith(lede) ? description.slice(lede.length) : description
}

/** Who published what is shown, the most named first, the rest counted. */
export function describePublishers({ words }: Reading, publishers: readonly string[]): string {
  if (publishers.length === 0) return ''
  const shown = publishers.slice(0, PUBLISHERS_MOST)
  const more = publishers.length - shown.length
  const names = [...shown, ...(more > 0 ? [fillTemplate(words.picture.more, { count: more })] : [])]
  return fillTemplate(words.picture.source, { names: names.join(words.picture.separator) })
}

export function describeEdition({ address, edition }: PageRequest): string {
  const words = getMessages(address.language)
  return fillTemplate(words.site.editionOf, { n: edition.edition, date: formatMoment(words, edition.at) })
}

/** The page of the view at which it stays the same. */
export function formatPinned({ address, edition }: PageRequest, change: Partial<Address> = {}): string {
  const pinned = { ...address, pinned: edition.edition, ...change }
  return getSiteOrigin(process.env) + formatAddress({ ...pinned, view: { ...address.view, page: 1, ignored: [] } })
}

function describePicture(request: PageRequest, format: 'svg' | 'png'): Record<string, string> {
  const { page, id } = request.address
  const name = [page, id, `edition-${request.edition.edition}`].filter(Boolean).join('-')
  return {
    'Content-Type': format === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png',
    'Content-Disposition': `inline; filename="${name}.${format}"`,
    Link: `<${formatPinned(request)}>; rel="canonical", <https://creativecommons.org/licenses/by/4.0/>; rel="license"`,
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
}
