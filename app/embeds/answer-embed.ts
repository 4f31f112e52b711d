import { toRequest } from '@/app/pages/draw-page'
import type { DrawParameters, PageRequest } from '@/app/pages/page-request'
import { listPublishers } from '@/app/pages/read-chart'
import { readPicture, type ViewPicture } from '@/app/pages/read-figure'
import { readView } from '@/app/pages/read-view'
import { fillTemplate } from '@/components/chart/chart-words'
import { drawEmbed } from '@/components/file/embed-page'
import { type TextTable, toTextTable, withComputedText } from '@/components/file/embed-table'
import { formatMoment } from '@/components/record/dates'
import { type Reading, toReading } from '@/components/view/reading'
import { nameView } from '@/components/view/view-name'
import { describeView } from '@/components/view/view-words'
import { computeFigures } from '@/db/compute-figures'
import { listEditions } from '@/db/list-editions'
import type { TablePage } from '@/db/view-queries'
import { canEmbed, formatAddress } from '@/domain/address'
import type { ComputedMeasure } from '@/domain/computed-measure'
import type { Noun } from '@/domain/field'
import type { Theme } from '@/domain/picture'
import { getMessages } from '@/messages/messages'
import { answerInTurn, describeEdition, describePublishers, formatPinned } from '../pictures/answer-picture'

/** The parameters of an internal address of a frame; `form` is `embed`, theme and a size that says nothing here. */
export type EmbedParameters = DrawParameters & { form: string }

const ROWS_MOST = 100

/** Answers with a view as a page for a frame: the figure where there is one, up to 100 rows, a line back to the view. */
export async function answerEmbed(parameters: Promise<EmbedParameters>): Promise<Response> {
  const { form, ...page } = await parameters
  const [, theme = 'auto'] = form.split('-') as [string, Theme?]
  return answerInTurn(page.language, async () => {
    const request = await toRequest(page)
    if (!request || !canEmbed(request.address)) return null
    const html = await drawRequest(request, theme)
    return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  })
}

async function drawRequest(request: PageRequest, theme: Theme): Promise<string> {
  const { address, edition } = request
  const { language, page, view, pinned } = address
  const words = getMessages(language)
  const { noun, reading, total, table, picture, publishers } = await readFrame(request)
  const figure = picture?.figure ?? null
  const link = {
    href:
      pinned === undefined
        ? request.origin + formatAddress({ language, page, view: { ...view, ignored: [] } })
        : formatPinned(request),
    text: pinned === undefined ? words.embed.live : fillTemplate(words.embed.pinned, { n: edition.edition }),
  }
  return drawEmbed({
    figure,
    worded: { lang: language, words: words.chart },
    theme,
    title: nameView(reading, page, view),
    description: describeView(reading, page, view, noun, total),
    table,
    describeCut: (rows) => (rows < total ? fillTemplate(words.embed.first, { count: rows, total }) : null),
    source: describePublishers(reading, publishers),
    edition: fillTemplate(words.picture.credit, { site: words.site.name, edition: describeEdition(request) }),
    link,
  })
}

type Frame = {
  noun: Noun | 'edition'
  reading: Reading
  total: number
  table: TextTable
  picture: ViewPicture | null
  publishers: readonly string[]
}

async function readFrame(request: PageRequest): Promise<Frame> {
  const { address, edition } = request
  if (address.page === 'editions') return readEditions(request)
  const page = address.page as TablePage
  const found = await readView({ language: address.language, page, view: address.view, edition }, ROWS_MOST)
  const { noun, reading, rows, total } = found
  const picture = page === 'debt' && total > 0 ? await readPicture(request, reading, total) : null
  const table = toTextTable(reading, noun, rows, address.view)
  const measure = noun === 'observation' ? (address.view.measure as ComputedMeasure | undefined) : undefined
  const computed = measure ? await computeFigures(measure, rows, edition.edition) : null
  const values = rows.map(({ id }) => computed?.get(id))
  return {
    ...{ noun, reading, total, picture },
    table: measure ? withComputedText(reading, table, measure, values) : table,
    publishers: picture?.figure ? picture.publishers : listPublishers(reading, rows),
  }
}

async function readEditions({ address, edition }: PageRequest): Promise<Frame> {
  const reading = toReading(address.language, edition, edition.at)
  const { words } = reading
  const oldestFirst = address.view.sort === 'n'
  const editions = await listEditions(edition.edition, { offset: 0, limit: ROWS_MOST, oldestFirst })
  return {
    ...{ noun: 'edition', reading, total: edition.edition, picture: null, publishers: [] },
    table: {
      heads: [words.edition.number, words.edition.published, words.fields.summary, words.edition.tally],
      rows: editions.map(({ n, at, summary, changes }) => [
        String(n),
        formatMoment(words, at),
        summary,
        String(changes),
      ]),
      numeric: [false, false, false, true],
    },
  }
}
