import type { RecordLike } from '@/components/record/record-like'
import { type Reading, toReading } from '@/components/view/reading'
import { listNamed } from '@/components/view/view-name'
import { getLabels } from '@/db/get-labels'
import { getNoun, type TablePage } from '@/db/view-queries'
import type { EditionSegment } from '@/domain/address'
import type { Language, Noun } from '@/domain/field'
import type { AnyView } from '@/domain/view'
import { listRows } from './list-rows'

/** The view that is asked for: in which language, of which edition. */
export type ViewRequest = { language: Language; page: TablePage; view: AnyView; edition: EditionSegment & { at: Date } }

/** The first rows of a view with the names of what they and the view itself refer to, and how many rows there are. */
export type ViewReading = { noun: Noun; reading: Reading; rows: readonly RecordLike[]; total: number }

/** @param most how many rows are taken at most; the total counts all */
export async function readView({ language, page, view, edition }: ViewRequest, most: number): Promise<ViewReading> {
  const noun = getNoun(page)
  const { rows, total } = await listRows(page, view, edition.edition, { offset: 0, limit: most })
  const labels = await getLabels(edition.edition, rows, listNamed(view))
  const reading = toReading(language, edition, edition.at, labels)
  return { noun, reading, rows, total }
}
