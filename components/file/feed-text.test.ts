import { expect, test } from 'vitest'
import { getMessages } from '@/messages/messages'
import { formatFeed } from './feed-text'

const feed = {
  words: getMessages('en'),
  language: 'en' as const,
  title: 'Debt statistics, as it changes',
  description: '3 figures.',
  self: 'https://example.org/debt.atom?area=CN-GZ&from=2024',
  page: 'https://example.org/debt?area=CN-GZ&from=2024',
  updated: new Date('2026-11-23T08:00:00Z'),
  entries: [
    {
      n: 5,
      at: new Date('2026-11-23T08:00:00Z'),
      authorName: 'Wang <w@example.org>',
      summary: 'Corrects ]]> & "more" </summary>',
      page: 'https://example.org/@5/debt?area=CN-GZ&from=2024',
      edition: 'https://example.org/editions/5',
      touched: '1 figure',
    },
  ],
}

test('an edition is an entry with its author, its day, and links to the view as it stood and to itself', () => {
  const text = formatFeed(feed)
  expect(text).toContain('<id>https://example.org/@5/debt?area=CN-GZ&amp;from=2024</id>')
  expect(text).toContain('<link rel="related" type="text/html" href="https://example.org/editions/5"/>')
  expect(text).toContain('<author><name>Wang &lt;w@example.org&gt;</name></author>')
  expect(text).toContain('<updated>2026-11-23T08:00:00.000Z</updated>')
  expect(text).toContain(
    '<summary>In this view: 1 figure. Corrects ]]&gt; &amp; &quot;more&quot; &lt;/summary&gt;</summary>',
  )
})

test('nothing an editor wrote becomes a tag', () => {
  expect(formatFeed(feed).match(/<\/?summary>/g)).toHaveLength(2)
})
