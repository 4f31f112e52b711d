import { fillTemplate } from '@/components/chart/chart-words'
import { EditionChanges } from '@/components/record/edition-changes'
import { EditionHead, EditionsTable } from '@/components/record/editions-table'
import { FileLinks } from '@/components/view/file-links'
import { Pagination, ROWS_PER_PAGE } from '@/components/view/pagination'
import { toReading } from '@/components/view/reading'
import { ShareControl } from '@/components/view/share-control'
import { describeView } from '@/components/view/view-words'
import { getLabels } from '@/db/get-labels'
import { getEdition, listEditionChanges, listEditions } from '@/db/list-editions'
import { getOldFields } from '@/domain/change'
import { undoHref } from './edit-href'
import type { DrawnPage, PageRequest } from './page-request'
import { TextPinNotice } from './pin-notice'

/** Everything ever published, edition by edition. */
export async function drawEditions(request: PageRequest): Promise<DrawnPage | null> {
  const { address, edition, origin } = request
  if (address.id !== undefined) return drawEdition(request, address.id)
  const reading = toReading(address.language, edition, edition.at)
  const { title, lede } = reading.words.pages.editions
  const number = Number(address.view.page ?? 1)
  const slice = { offset: (number - 1) * ROWS_PER_PAGE, limit: ROWS_PER_PAGE, oldestFirst: address.view.sort === 'n' }
  const editions = await listEditions(edition.edition, slice)
  const description = describeView(reading, 'editions', address.view, 'edition', edition.edition)
  return {
    title,
    description: lede + reading.words.site.gap + description,
    content: (
      <>
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <h1>{title}</h1>
            <p className="mt-2 text-muted">{lede}</p>
            <p className="mt-1 font-semibold">{description}</p>
          </div>
          <ShareControl reading={reading} address={address} title={title} origin={origin} />
        </div>
        <TextPinNotice request={request} describe={(pinned) => pinned.newest} />
        <EditionsTable reading={reading} editions={editions} view={address.view} />
        <Pagination reading={reading} page="editions" view={address.view} total={edition.edition} />
        <FileLinks address={request.address} />
      </>
    ),
  }
}

async function drawEdition(request: PageRequest, id: string): Promise<DrawnPage | null> {
  const { address, edition } = request
  const n = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  if (n === 0 || n > edition.edition) return null
  const number = Number(address.view.page ?? 1)
  const slice = { offset: (number - 1) * ROWS_PER_PAGE, limit: ROWS_PER_PAGE }
  const [found, changes] = await Promise.all([getEdition(n), listEditionChanges(n, slice)])
  if (!found) return null
  const versions = changes.flatMap((change) => [
    { ...change, fromEdition: n },
    { ...change, fromEdition: n, fields: getOldFields(change) },
  ])
  const labels = await getLabels(n, versions)
  const reading = toReading(address.language, edition, edition.at, labels)
  const title = fillTemplate(reading.words.site.edition, { n })
  return {
    title,
    description: fillTemplate(reading.words.view.clause, { name: title, values: found.summary }),
    content: (
      <article>
        <EditionHead reading={reading} edition={found} last={edition.edition}>
          <div className="flex flex-wrap items-start gap-2">
            {!changes.some(({ operation }) => operation === 'redact') && (
              <a href={undoHref(address.language, n)} className="button no-print" rel="nofollow">
                {reading.words.edition.takeBack}
              </a>
            )}
            <ShareControl reading={reading} address={address} title={title} origin={request.origin} />
          </div>
        </EditionHead>
        <TextPinNotice request={request} describe={(pinned) => pinned.edition} />
        <EditionChanges reading={reading} changes={changes} total={found.changes}>
          <Pagination reading={reading} page="editions" id={id} view={{ page: number }} total={found.changes} />
        </EditionChanges>
        <FileLinks address={request.address} />
      </article>
    ),
  }
}
