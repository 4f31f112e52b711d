import type { ComputedColumn } from '@/components/record/computed-column'
import type { RecordLike } from '@/components/record/record-like'
import type { Choices } from '@/components/view/filter-form'
import { ROWS_PER_PAGE } from '@/components/view/pagination'
import { getName, type Reading, toReading } from '@/components/view/reading'
import { nounOfParameter } from '@/components/view/view-words'
import { compareView, type ViewDifference } from '@/db/compare-view'
import { computeFigures } from '@/db/compute-figures'
import { getLabels } from '@/db/get-labels'
import { listAll } from '@/db/list-all'
import { listRecords } from '@/db/list-records'
import { getNoun, type TablePage } from '@/db/view-queries'
import type { Noun } from '@/domain/field'
import { refineMembers } from '@/domain/member-view'
import type { AnyView, View } from '@/domain/view'
import { getParameters } from '@/domain/view'
import type { PageRequest } from './page-request'

/** Everything a table page shows: its rows and their names, what may be chosen, and how far a pinned view has moved on. */
export type TableReading = {
  noun: Noun
  reading: Reading
  rows: readonly RecordLike[]
  total: number
  choices: Choices
  drift: ViewDifference | null
  /** What is computed from the figures, where the view asks for it. */
  computed: ComputedColumn | null
}

const ALL_MOST = 5_000

/** Reads one page of a view. Memberships are few and their state follows from the day asked for, so they are refined here. */
export async function readTable({ address, edition }: PageRequest, page: TablePage): Promise<TableReading> {
  const { view, language } = address
  const noun = getNoun(page)
  const number = Number(view.page ?? 1)
  const slice =
    noun === 'member' ? { offset: 0, limit: ALL_MOST } : { offset: (number - 1) * ROWS_PER_PAGE, limit: ROWS_PER_PAGE }
  const [listing, chosen, drift] = await Promise.all([
    listRecords(page, view, edition.edition, slice),
    listChoices(page, edition.edition),
    edition.pinned ? compareView(page, view, edition.edition, edition.current) : null,
  ])
  const { rows, total } = noun === 'member' ? refine(listing.rows, view, number) : listing
  const also = Object.entries(nounOfParameter).flatMap(([key, of]) =>
    ((view[key] as string[] | undefined) ?? []).map((id) => ({ noun: of, id })),
  )
  const mentioned = drift?.rows.map((row) => ({ ...row, fromEdition: row.edition })) ?? []
  const [labels, computed] = await Promise.all([
    getLabels(edition.edition, [...rows, ...mentioned], also),
    page === 'debt' ? readComputed(view as View<'debt'>, rows, edition) : null,
  ])
  const reading = toReading(language, edition, edition.at, labels)
  return { noun, reading, rows, total, choices: toChoices(chosen, reading), drift, computed }
}

/** On a pinned page also what the same would come to in the current edition. */
async function readComputed(
  { measure }: View<'debt'>,
  rows: readonly RecordLike[],
  { edition, current, pinned }: PageRequest['edition'],
): Promise<ComputedColumn | null> {
  if (measure === undefined) return null
  const [values, now] = await Promise.all([
    computeFigures(measure, rows, edition),
    pinned && current !== edition ? computeFigures(measure, rows, current) : null,
  ])
  return { measure, values, now }
}

function refine(rows: readonly RecordLike[], view: AnyView, number: number) {
  const refined = refineMembers(rows, view as View<'provinces'>)
  return { rows: refined.slice((number - 1) * ROWS_PER_PAGE, number * ROWS_PER_PAGE), total: refined.length }
}

async function listChoices(page: TablePage, edition: number) {
  const keys = Object.keys(getParameters(page)).flatMap((key) =>
    nounOfParameter[key] ? [{ key, noun: nounOfParameter[key] }] : [],
  )
  return Promise.all(keys.map(async ({ key, noun }) => ({ key, noun, rows: await listAll(noun, edition) })))
}

function toChoices(chosen: Awaited<ReturnType<typeof listChoices>>, reading: Reading): Choices {
  return Object.fromEntries(
    chosen.map(({ key, noun, rows }) => [
      key,
      rows.map(({ id, fields }) => ({ id, text: getName(noun, id, fields, reading).text })),
    ]),
  )
}
