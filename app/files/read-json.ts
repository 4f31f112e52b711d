import { computeFigures } from '@/db/compute-figures'
import { getLabels } from '@/db/get-labels'
import { getHistory, getRecord, getTombstone } from '@/db/get-record'
import { getEdition, listEditionChanges, listEditions } from '@/db/list-editions'
import { listRecords } from '@/db/list-records'
import { getNoun, type TablePage } from '@/db/view-queries'
import { pageOfNoun } from '@/domain/address'
import type { Computed, ComputedMeasure } from '@/domain/computed-measure'
import { type AnyFields, type Noun, nouns } from '@/domain/field'
import { getMemberState, type Member } from '@/domain/member'
import { refineMembers } from '@/domain/member-view'
import type { View } from '@/domain/view'
import { type FileRequest, formatPinnedAddress } from './read-file'

/** Raised when a field is added; none is ever taken away or given another meaning. */
const FORMAT = 4
const ROWS_PER_FILE = 1_000
const ALL_MOST = 5_000

type Row = { id: string; fields: AnyFields; noun: Noun; fromEdition: number }

/** A view, or one record, as JSON: what it is, of which edition, and its rows; null where there is no such record. */
export async function readJson(request: FileRequest): Promise<object | null> {
  if (request.id !== undefined) return readRecord(request, request.id)
  if (request.page === 'editions') return readEditions(request)
  const page = request.page as TablePage
  const noun = getNoun(page)
  const number = Number(request.view.page ?? 1)
  const { rows, total } =
    noun === 'member'
      ? await listMembers(request, number)
      : await listRecords(page, request.view, request.edition, slice(number))
  return { ...head(request, total, number), rows: await toRows(noun, rows, request) }
}

function slice(number: number) {
  return { offset: (number - 1) * ROWS_PER_FILE, limit: ROWS_PER_FILE }
}

function head(request: FileRequest, total: number, number: number) {
  const more = number * ROWS_PER_FILE < total
  return {
    format: FORMAT,
    edition: request.edition,
    publishedAt: request.publishedAt.toISOString(),
    view: formatPinnedAddress(request),
    total,
    next: more ? formatPinnedAddress(request, { format: 'json', view: { ...request.view, page: number + 1 } }) : null,
  }
}

async function listMembers({ view, edition }: FileRequest, number: number) {
  const { rows } = await listRecords('provinces', view, edition, { offset: 0, limit: ALL_MOST })
  const refined = refineMembers(rows, view as View<'provinces'>)
  const { offset, limit } = slice(number)
  return { rows: refined.slice(offset, offset + limit), total: refined.length }
}

async function toRows(noun: Noun, rows: readonly Row[], { edition, view }: FileRequest): Promise<object[]> {
  if (noun === 'member') {
    return rows.map(({ id, fields }) => ({
      id,
      status: getMemberState(fields as Partial<Member>, view.on as string | undefined),
      ...fields,
    }))
  }
  if (noun !== 'observation') return rows.map(({ id, fields }) => ({ id, ...fields }))
  const measure = view.measure as ComputedMeasure | undefined
  const [labels, computed] = await Promise.all([
    getLabels(edition, rows),
    measure ? computeFigures(measure, rows, edition) : null,
  ])
  return rows.map((row) => ({
    ...toFigure(row, labels.indicator?.[String(row.fields.indicator)]),
    ...(measure ? { computed: toComputed(measure, computed?.get(row.id)) } : {}),
  }))
}

/** What a view asks to be computed, beside the figure as published: null where an operand is missing. */
function toComputed(measure: ComputedMeasure, found: Computed | undefined): object {
  return { measure, unit: 'percent', value: found?.value ?? null, operands: found?.operands ?? [] }
}

/** A figure: its key, the value as published with its unit, and who said so. */
export function toFigure({ id, fields }: Pick<Row, 'id' | 'fields'>, indicator: AnyFields | undefined): object {
  const { value, citations, ...rest } = fields
  const { indicator: of, area, period, frequency, status, claimant, ...more } = rest
  return {
    id,
    indicator: of,
    area,
    period,
    frequency,
    value: value ?? null,
    unit: indicator?.unit ?? null,
    unitMult: indicator?.unitMult ?? null,
    status,
    claimant,
    ...more,
    citations,
  }
}

async function readRecord(request: FileRequest, id: string): Promise<object | null> {
  if (request.page === 'editions') return readEdition(request, id)
  const noun = nouns.find((known) => pageOfNoun[known] === request.page)
  if (!noun) return null
  const [record, tombstone, history] = await Promise.all([
    getRecord(noun, id, request.edition),
    getTombstone(noun, id, request.edition),
    getHistory(noun, id, request.edition),
  ])
  if (history.length === 0) return null
  const rows = record ? await toRows(noun, [record], request) : []
  return {
    ...head(request, rows.length, 1),
    rows,
    ...(tombstone ? { withdrawn: tombstone } : {}),
    history: history.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })),
  }
}

async function readEditions(request: FileRequest): Promise<object> {
  const number = Number(request.view.page ?? 1)
  const editions = await listEditions(request.edition, { ...slice(number), oldestFirst: request.view.sort === 'n' })
  return { ...head(request, request.edition, number), rows: editions.map(toEdition) }
}

function toEdition({ at, totals, ...edition }: Awaited<ReturnType<typeof listEditions>>[number]) {
  return { ...edition, at: at.toISOString(), totals }
}

const CHANGES_MOST = 100_000

async function readEdition(request: FileRequest, id: string): Promise<object | null> {
  const n = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  const edition = n > 0 && n <= request.edition ? await getEdition(n) : null
  if (!edition) return null
  const changes = await listEditionChanges(n, { offset: 0, limit: CHANGES_MOST })
  return {
    ...head(request, 1, 1),
    rows: [toEdition(edition)],
    changes: changes.map(({ fields: _whole, ...change }) => change),
  }
}
