import type { ComputedColumn } from '@/components/record/computed-column'
import type { RecordLike } from '@/components/record/record-like'
import type { Choices } from '@/components/view/filter-form'
import { ROWS_PER_PAGE } from '@/components/view/pagination'
import { getName, type Reading, toReading } from '@/components/view/reading'
import { listNamed } from '@/components/view/view-name'
import { nounOfParameter } from '@/components/view/view-words'
import { computeFigures } from '@/db/compute-figures'
import { getLabels } from '@/db/get-labels'
import { listAll } from '@/db/list-all'
import { listFacets } from '@/db/list-facets'
import { getNoun, type TablePage } from '@/db/view-queries'
import { areaKinds } from '@/domain/area'
import type { RecordKey } from '@/domain/drift'
import type { FacetCounts } from '@/domain/facet'
import type { Noun } from '@/domain/field'
import { countMemberFacets } from '@/domain/member-view'
import { comparePlaces } from '@/domain/place-order'
import type { AnyView, View } from '@/domain/view'
import { getParameters } from '@/domain/view'
import { listRows } from './list-rows'
import type { PageRequest } from './page-request'
import { type DriftReading, listLabelled, readDrift } from './read-drift'

/** Everything a table page shows: its rows and their names, what may be chosen, and how far a pinned view has moved on. */
export type TableReading = {
  noun: Noun
  reading: Reading
  rows: readonly RecordLike[]
  total: number
  choices: Choices
  facets: FacetCounts
  /** How far a pinned view has moved on; null on a live page. */
  pin: DriftReading | null
  /** What is computed from the figures, where the view asks for it. */
  computed: ComputedColumn | null
}

/** What a page of a table draws besides its rows, as of the edition that is asked for. */
export type ListBeside = (request: PageRequest, rows: readonly RecordLike[]) => Promise<RecordKey[]>

/** Reads one page of a view, and how many rows its filters would give. */
export async function readTable(
  request: PageRequest,
  page: TablePage,
  listBeside: ListBeside = async () => [],
): Promise<TableReading> {
  const { address, edition } = request
  const { view, language } = address
  const noun = getNoun(page)
  const slice = { offset: (Number(view.page ?? 1) - 1) * ROWS_PER_PAGE, limit: ROWS_PER_PAGE }
  const [{ rows, total }, chosen, facets] = await Promise.all([
    listRows(page, view, edition.edition, slice),
    listChoices(page, edition.edition),
    noun === 'member'
      ? countMembers(view as View<'provinces'>, edition.edition)
      : listFacets(page, view, edition.edition),
  ])
  const [labels, computed] = await Promise.all([
    getLabels(edition.edition, rows, listNamed(view)),
    page === 'debt' ? readComputed(view as View<'debt'>, rows, edition) : null,
  ])
  const reading = toReading(language, edition, edition.at, labels)
  const pin = await readDrift(request, reading, async (n) => ({
    views: [{ page, view }],
    beside: [...listLabelled(labels), ...(await listBeside({ ...request, edition: { ...edition, edition: n } }, rows))],
  }))
  return {
    noun,
    reading,
    rows: toShownOrder(reading, page, view, rows, total),
    total,
    choices: toChoices(chosen, reading),
    facets,
    pin,
    computed,
  }
}

/** The pages that list places by id, or by the id of a place, where their address asks for no order. */
const byPlace: { [page in TablePage]?: string } = { areas: 'id', provinces: 'area' }

/**
 * A page lists places in their official order where nothing else is asked for; its files are in the order of ids, as they
 * always were. A view of several pages stays as it is: its first page must be the first of its files.
 */
function toShownOrder(
  reading: Reading,
  page: TablePage,
  { sort }: AnyView,
  rows: readonly RecordLike[],
  total: number,
): readonly RecordLike[] {
  if (byPlace[page] === undefined || sort !== byPlace[page] || total > ROWS_PER_PAGE) return rows
  const toPlace = (row: RecordLike) => {
    const id = page === 'areas' ? row.id : String(row.fields.area)
    return { id, fields: page === 'areas' ? row.fields : reading.labels.area?.[id] }
  }
  return rows.toSorted((a, b) => comparePlaces(toPlace(a), toPlace(b)))
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

async function countMembers(view: View<'provinces'>, edition: number): Promise<FacetCounts> {
  return countMemberFacets(await listAll('member', edition), view)
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
      sortPlaces(rows).map(({ id, fields }) => ({ id, text: getName(noun, id, fields, reading).text })),
    ]),
  )
}

/** Places from the nation down, each kind in the official order; other records stay as they came. */
function sortPlaces(rows: readonly RecordLike[]): readonly RecordLike[] {
  if (rows[0]?.noun !== 'area') return rows
  const kinds: readonly string[] = areaKinds
  const rankOf = ({ fields }: RecordLike) => kinds.indexOf(String(fields.kind))
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b) || comparePlaces(a, b))
}
