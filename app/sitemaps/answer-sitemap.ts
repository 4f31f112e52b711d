import { type Markup, markup } from '@/components/picture/markup'
import { listAddresses } from '@/db/list-addresses'
import { type EditionSummary, getEdition, listEditions } from '@/db/list-editions'
import { formatAddress, pageOfNoun, parseEditionSegment } from '@/domain/address'
import { languages, nouns } from '@/domain/field'
import { getSiteOrigin } from '@/domain/origin'
import { type Page, views } from '@/domain/view'
import { answerReading } from '../files/read-file'

/** Two addresses a record, one in each language: 5,000 in a part. */
const RECORDS_PER_PART = 2_500
const HREFLANGS = { en: 'en', zh: 'zh-Hans' } as const

/** One page of the site in both languages, and when what stands there was published. */
type Entry = { page: Page; id?: string; at: Date }

/** Answers with the index of the map of the site, or one part of it (sitemaps.org); 404 for a part that is not there. */
export async function answerSitemap(parameters: Promise<{ edition: string; file: string }>): Promise<Response> {
  const { edition, file } = await parameters
  return answerReading(async () => {
    const segment = parseEditionSegment(edition)
    const found = segment && (await getEdition(segment.edition))
    const map = found && (await drawFile(found, file))
    return (
      map &&
      new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${map.text}`, {
        headers: { 'Content-Type': 'application/xml; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
      })
    )
  })
}

async function drawFile(edition: EditionSummary, file: string): Promise<Markup | null> {
  if (file === 'sitemap.xml') return drawIndex(edition)
  const part = listParts(edition).find(({ name, number }) => formatFile(name, number) === file)
  return part ? drawPart(await part.list(), getSiteOrigin(process.env)) : null
}

type Part = { name: string; number: number; list: () => Promise<Entry[]> }

/** Every part the map has in an edition. The totals stand in the edition: nothing is counted. */
function listParts(edition: EditionSummary): Part[] {
  const { n, totals, at } = edition
  const pages = (Object.keys(views) as Page[]).map((page) => ({ page, at }))
  return [
    { name: 'pages', number: 1, list: async () => pages },
    ...divide('editions', n, async (slice) => {
      const editions = await listEditions(n, { ...slice, oldestFirst: true })
      return editions.map((one) => ({ page: 'editions', id: String(one.n), at: one.at }))
    }),
    ...nouns.flatMap((noun) =>
      divide(pageOfNoun[noun], totals[noun] ?? 0, async (slice) => {
        const records = await listAddresses(noun, n, slice)
        return records.map(({ id, at: publishedAt }) => ({ page: pageOfNoun[noun], id, at: publishedAt }))
      }),
    ),
  ]
}

type Slice = { offset: number; limit: number }

function divide(name: Page, total: number, list: (slice: Slice) => Promise<Entry[]>): Part[] {
  return Array.from({ length: Math.ceil(total / RECORDS_PER_PART) }, (_, at) => ({
    name,
    number: at + 1,
    list: () => list({ offset: at * RECORDS_PER_PART, limit: RECORDS_PER_PART }),
  }))
}

function formatFile(name: string, number: number): string {
  return `sitemap-${name}-${number}.xml`
}

function drawIndex(edition: EditionSummary): Markup {
  const origin = getSiteOrigin(process.env)
  const parts = listParts(edition).map(
    ({ name, number }) => markup`<sitemap><loc>${`${origin}/${formatFile(name, number)}`}</loc></sitemap>\n`,
  )
  return markup`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts}</sitemapindex>\n`
}

function drawPart(entries: readonly Entry[], origin: string): Markup {
  return markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.map((entry) => drawEntry(entry, origin))}</urlset>
`
}

function drawEntry({ at, ...path }: Entry, origin: string): Markup[] {
  const links = languages.map((language) => ({ language, href: origin + formatAddress({ ...path, language }) }))
  const alternates = links.map(
    ({ language, href }) => markup`<xhtml:link rel="alternate" hreflang="${HREFLANGS[language]}" href="${href}"/>`,
  )
  const day = at.toISOString().slice(0, 10)
  return links.map(({ href }) => markup`<url><loc>${href}</loc><lastmod>${day}</lastmod>${alternates}</url>\n`)
}
