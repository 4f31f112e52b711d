import { fillTemplate } from '@/components/chart/chart-words'
import type { Reading } from '@/components/view/reading'
import { type Address, formatAddress } from '@/domain/address'
import { formatBibtex } from '@/domain/bibtex'
import { formatMoment } from './dates'

type Cited = { reading: Reading; address: Address; title: string; origin: string }

/** The address at which a view says the same for ever. */
export function formatPinnedLink({ reading, address, origin }: Omit<Cited, 'title'>): string {
  return origin + formatAddress({ ...address, pinned: reading.edition, view: { ...address.view, ignored: [] } })
}

/** How a view is cited in a sentence: what, which edition, its day, and the pinned address. */
export function formatCitation(cited: Cited): string {
  const { words, edition, publishedAt } = cited.reading
  return fillTemplate(words.share.cite, {
    title: cited.title,
    n: edition,
    date: formatMoment(words, publishedAt),
    address: formatPinnedLink(cited),
  })
}

export function formatBibtexCitation(cited: Cited): string {
  const { words, edition, publishedAt } = cited.reading
  const on = publishedAt.toISOString().slice(0, 10)
  return formatBibtex({ site: words.site.name, title: cited.title, edition, on, address: formatPinnedLink(cited) })
}
