import { fillTemplate } from '@/components/chart/chart-words'
import { type Markup, markup } from '@/components/picture/markup'
import { getAuthorText } from '@/components/record/who'
import type { Language } from '@/domain/field'
import type { Messages } from '@/messages/en'

/** An edition in a feed: the view as it stood then, the edition itself, and how much of the view it touched. */
export type FeedEntry = {
  n: number
  at: Date
  authorName: string
  summary: string
  page: string
  edition: string
  touched: string | null
}

/** A feed: what it is of in words, its own address and that of its page, and its entries, the newest first. */
export type Feed = {
  words: Messages
  language: Language
  title: string
  description: string
  self: string
  page: string
  updated: Date
  entries: readonly FeedEntry[]
}

/** A feed as Atom (RFC 4287). A pinned address never changes its meaning, so it is the id of what it leads to. */
export function formatFeed({ words, language, title, description, self, page, updated, entries }: Feed): string {
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<id>${self}</id>
<title>${title} · ${words.site.name}</title>
<subtitle>${description}</subtitle>
<updated>${updated.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${page}"/>
<author><name>${words.site.name}</name></author>
<rights>${words.site.licence}</rights>
${entries.map((entry) => formatEntry(words, entry))}</feed>
`.text
}

function formatEntry(words: Messages, { n, at, authorName, summary, page, edition, touched }: FeedEntry): Markup {
  const told = touched === null ? summary : fillTemplate(words.feed.touched, { count: touched, summary })
  return markup`<entry>
<id>${page}</id>
<title>${fillTemplate(words.feed.entry, { n, summary })}</title>
<updated>${at.toISOString()}</updated>
<author><name>${getAuthorText(words, authorName)}</name></author>
<link rel="alternate" type="text/html" href="${page}"/>
<link rel="related" type="text/html" href="${edition}"/>
<summary>${told}</summary>
</entry>
`
}
