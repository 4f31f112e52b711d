import { fillTemplate } from '@/components/chart/chart-words'
import { toReading } from '@/components/view/reading'
import { SearchForm, SearchNothing, SearchResults } from '@/components/view/search-results'
import { getLabels } from '@/db/get-labels'
import { listRecords } from '@/db/list-records'
import { getNoun, type TablePage } from '@/db/view-queries'
import { getDefaultView, type View } from '@/domain/view'
import type { DrawnPage, PageRequest } from './page-request'
import { PinNotice, TextPinNotice } from './pin-notice'
import { listLabelled, readDrift } from './read-drift'

/** Where a word is looked for, in the order of the results. */
const searched = [
  'areas',
  'task-forces',
  'mentions',
  'documents',
  'indicators',
  'sources',
  'claimants',
] as const satisfies readonly TablePage[]
const ROWS = 8

/** The records of every kind that hold some words, with the words marked. */
export async function drawSearch(request: PageRequest): Promise<DrawnPage | null> {
  const { address, edition } = request
  if (address.id !== undefined) return null
  const { q } = address.view as View<'search'>
  const found = q === undefined ? [] : await Promise.all(searched.map((page) => find(page, q, edition.edition)))
  const groups = found.filter(({ total }) => total > 0)
  const labels = await getLabels(
    edition.edition,
    groups.flatMap(({ rows }) => rows),
  )
  const reading = toReading(address.language, edition, edition.at, labels)
  const pin =
    q === undefined
      ? null
      : await readDrift(request, reading, () => ({
          views: searched.map((page) => ({ page, view: { ...getDefaultView(page), q } })),
          beside: listLabelled(labels),
        }))
  const { words } = reading
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const said =
    q === undefined
      ? words.search.prompt
      : fillTemplate(total > 0 ? words.search.found : words.search.none, { q, total })
  return {
    title: words.pages.search.title,
    description: words.pages.search.lede,
    content: (
      <>
        <h1>{words.pages.search.title}</h1>
        {pin ? (
          <PinNotice request={request} pin={pin} />
        ) : (
          <TextPinNotice request={request} describe={(pinned) => pinned.newest} />
        )}
        <SearchForm reading={reading} q={q} />
        <p role="status" className="my-4" data-description>
          {said}
        </p>
        {q !== undefined && total > 0 && <SearchResults reading={reading} groups={groups} q={q} />}
        {q !== undefined && total === 0 && <SearchNothing reading={reading} pages={searched} />}
      </>
    ),
  }
}

async function find(page: (typeof searched)[number], q: string, edition: number) {
  const { rows, total } = await listRecords(page, { ...getDefaultView(page), q }, edition, { offset: 0, limit: ROWS })
  return { page, noun: getNoun(page), rows, total }
}
