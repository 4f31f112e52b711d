import { getRecords } from '@/db/get-record'
import { type Listing, listRecords, type RecordVersion } from '@/db/list-records'
import { getNoun, type TablePage } from '@/db/view-queries'
import { gradeOf, grades } from '@/domain/evidence'
import type { Citation } from '@/domain/field'
import { getMemberState, type Member, memberStates } from '@/domain/member'
import { refineMembers } from '@/domain/member-view'
import type { Reliability } from '@/domain/source'
import type { AnyView, View } from '@/domain/view'

const ALL_MOST = 5_000

/**
 * A slice of a view in the view's order, and how many rows there are in all. What follows from other records or from
 * the day asked for, evidence and membership, is in no column: of these nouns there are few, and they are put in order here.
 */
export async function listRows(
  page: TablePage,
  view: AnyView,
  edition: number,
  slice: { offset: number; limit: number },
): Promise<Listing> {
  const key = String(view.sort ?? '').replace(/^-/, '')
  const isMember = getNoun(page) === 'member'
  if (!isMember && key !== 'evidence') return listRecords(page, view, edition, slice)
  const { rows: all } = await listRecords(page, view, edition, { offset: 0, limit: ALL_MOST })
  const rows = isMember ? refineMembers(all, view as View<'provinces'>) : all
  const rankOf = key === 'evidence' ? await rankByEvidence(rows, edition) : key === 'status' && rankByState(view)
  const ordered = rankOf ? sortByRank(rows, rankOf, String(view.sort).startsWith('-')) : rows
  return { rows: ordered.slice(slice.offset, slice.offset + slice.limit), total: rows.length }
}

type Rank = (row: RecordVersion) => number

/** By rank, and by id where ranks are the same. */
function sortByRank(rows: readonly RecordVersion[], rankOf: Rank, isDescending: boolean): RecordVersion[] {
  const sign = isDescending ? -1 : 1
  return rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .sort((a, b) => sign * (a.rank - b.rank) || (a.row.id < b.row.id ? -1 : 1))
    .map(({ row }) => row)
}

/** The weakest evidence first, so that downwards is from the strongest. */
async function rankByEvidence(rows: readonly RecordVersion[], edition: number): Promise<Rank> {
  const citationsOf = ({ fields }: RecordVersion) => (fields.citations as Citation[] | undefined) ?? []
  const ids = new Set(rows.flatMap((row) => citationsOf(row).map(({ source }) => source)))
  const sources = await getRecords('source', [...ids], edition)
  const reliabilities = new Map(sources.map(({ id, fields }) => [id, fields.reliability as Reliability]))
  return (row) => -grades.indexOf(gradeOf(citationsOf(row), (id) => reliabilities.get(id)))
}

function rankByState({ on }: AnyView): Rank {
  return ({ fields }) => memberStates.indexOf(getMemberState(fields as Partial<Member>, on as string | undefined))
}
