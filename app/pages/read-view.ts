import type { RecordLike } from '@/components/record/record-like'
import { type Reading, toReading } from '@/components/view/reading'
import { nounOfParameter } from '@/components/view/view-words'
import { getLabels } from '@/db/get-labels'
import { listRecords } from '@/db/list-records'
import { getNoun, type TablePage } from '@/db/view-queries'
import type { EditionSegment } from '@/domain/address'
import type { Language, Noun } from '@/domain/field'
import { refineMembers } from '@/domain/member-view'
import type { AnyView, View } from '@/domain/view'

/** The view that is asked for: in which language, of which edition. */
export type ViewRequest = { language: Language; page: TablePage; view: AnyView; edition: EditionSegment & { at: Date } }

/** The first rows of a view with the names of what they and the view itself refer to, and how many rows there are. */
export type ViewReading = { noun: Noun; reading: Reading; rows: readonly RecordLike[]; total: number }

const ALL_MOST = 5_000

/** @param most how many rows are taken at most; the total counts all */
export async function readView({ language, page, view, edition }: ViewRequest, most: number): Promise<ViewReading> {
  const noun = getNoun(page)
  const limit = noun === 'member' ? ALL_MOST : most
  const listing = await listRecords(page, view, edition.edition, { offset: 0, limit })
  const rows = noun === 'member' ? refineMembers(listing.rows, view as View<'provinces'>) : listing.rows
  const named = Object.entries(nounOfParameter).flatMap(([key, of]) =>
    ((view[key] as string[] | undefined) ?? []).map((id) => ({ noun: of, id })),
  )
  const shown = rows.slice(0, most)
  const labels = await getLabels(edition.edition, shown, named)
  const reading = toReading(language, edition, edition.at, labels)
  return { noun, reading, rows: shown, total: noun === 'member' ? rows.length : listing.total }
}
