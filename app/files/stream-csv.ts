import { getRecord } from '@/db/get-record'
import { getEdition, listEditionChanges, listEditions } from '@/db/list-editions'
import { listRecords, type RecordVersion, streamRecords } from '@/db/list-records'
import { streamFigures } from '@/db/stream-figures'
import { getNoun, type TablePage } from '@/db/view-queries'
import { pageOfNoun } from '@/domain/address'
import { toFiguresView } from '@/domain/comparison'
import { formatCsvRecord } from '@/domain/csv'
import { type AnyFields, nouns } from '@/domain/field'
import { formatFigure, formatFigures, listIndicators, makeFigureMemory, toFigureHeads } from '@/domain/figure-csv'
import { neutraliseText } from '@/domain/formula'
import { refineMembers } from '@/domain/member-view'
import { getCsvHeads, toCsvCells } from '@/domain/record-csv'
import type { View } from '@/domain/view'
import { addUnits } from './add-units'
import type { FileRequest } from './read-file'
import { streamComputed } from './stream-computed'
import { toTextStream } from './text-stream'

const ALL_MOST = 5_000
/** Figures written in one piece, about 80 kB: larger texts are given new memory each time, which takes longer than to write them. */
const PIECE = 1_000

/** The whole view as CSV, in the order of ids, drawn from the database as fast as it is read; null where there is no such record. */
export async function streamCsv(request: FileRequest): Promise<ReadableStream<Uint8Array> | null> {
  const { page, id, edition } = request
  if (page === 'editions')
    return orNull(id === undefined ? listEditionRecords(edition) : await listChangeRecords(id, edition))
  if (page === 'debt') return orNull(await listFigures(request))
  if (page === 'compare')
    return id === undefined
      ? orNull(await listFigures({ ...request, view: toFiguresView(request.view as View<'compare'>) }))
      : null
  const noun = nouns.find((known) => pageOfNoun[known] === page)
  if (!noun) return null
  const batches = id === undefined ? listBatches(request) : await listOne(request, id)
  return orNull(batches && toRecords(batches, noun))
}

async function listFigures({ id, view, edition }: FileRequest): Promise<AsyncIterable<string> | null> {
  const { measure } = view as View<'debt'>
  if (id === undefined && measure) return streamComputed(view as View<'debt'>, measure, edition)
  if (id === undefined) return toFigureRecords(streamFigures(view as View<'debt'>, edition), edition)
  const figure = await getRecord('observation', id, edition)
  return figure && toFigureRecord(figure, edition)
}

async function* listBatches({ page, view, edition }: FileRequest): AsyncGenerator<RecordVersion[]> {
  if (getNoun(page as TablePage) !== 'member') return yield* streamRecords(page as TablePage, view, edition)
  const { rows } = await listRecords('provinces', view, edition, { offset: 0, limit: ALL_MOST })
  yield refineMembers(rows, view as View<'provinces'>)
}

async function listOne({ page, edition }: FileRequest, id: string): Promise<AsyncIterable<RecordVersion[]> | null> {
  const record = await getRecord(getNoun(page as TablePage), id, edition)
  return record && yieldOne([record])
}

async function* yieldOne<T>(one: T): AsyncGenerator<T> {
  yield one
}

async function* toRecords(
  batches: AsyncIterable<RecordVersion[]>,
  noun: RecordVersion['noun'],
): AsyncGenerator<string> {
  yield formatCsvRecord(getCsvHeads(noun))
  for await (const rows of batches)
    yield rows.map(({ id, fields }) => formatCsvRecord(toCsvCells(noun, id, fields))).join('')
}

async function* toFigureRecords(batches: AsyncIterable<string[]>, edition: number): AsyncGenerator<string> {
  const memory = makeFigureMemory()
  yield formatCsvRecord(toFigureHeads())
  for await (const lines of batches) {
    await addUnits(memory, listIndicators(lines), edition)
    for (let at = 0; at < lines.length; at += PIECE) yield formatFigures(lines.slice(at, at + PIECE), memory)
  }
}

async function* toFigureRecord({ fields }: RecordVersion, edition: number): AsyncGenerator<string> {
  const memory = makeFigureMemory()
  await addUnits(memory, [String(fields.indicator)], edition)
  yield formatCsvRecord(toFigureHeads()) + formatFigure(fields, memory)
}

async function* listEditionRecords(last: number): AsyncGenerator<string> {
  yield formatCsvRecord(['EDITION', 'PUBLISHED_AT', 'AUTHOR', 'SUMMARY', 'CHANGES', 'HASH'])
  for (let offset = 0; offset < last; offset += ALL_MOST) {
    const editions = await listEditions(last, { offset, limit: ALL_MOST, oldestFirst: true })
    yield editions
      .map(({ n, at, authorName, summary, changes, hash }) =>
        formatCsvRecord([
          String(n),
          at.toISOString(),
          neutraliseText(authorName),
          neutraliseText(summary),
          String(changes),
          hash,
        ]),
      )
      .join('')
  }
}

async function listChangeRecords(id: string, last: number): Promise<AsyncIterable<string> | null> {
  const n = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  return n > 0 && n <= last && (await getEdition(n)) ? listChanges(n) : null
}

async function* listChanges(n: number): AsyncGenerator<string> {
  yield formatCsvRecord(['NOUN', 'ID', 'OPERATION', 'FIELD', 'OLD', 'NEW', 'REASON'])
  for (let offset = 0; ; offset += ALL_MOST) {
    const changes = await listEditionChanges(n, { offset, limit: ALL_MOST })
    yield changes
      .flatMap(({ noun, id, operation, differences, reason, redacted = [] }) => {
        const keys = redacted.map((key) => formatCsvRecord([noun, id, operation, key, '', '', '']))
        const changed = differences.map((one) =>
          formatCsvRecord([noun, id, operation, one.key, toText(one.old), toText(one.new), '']),
        )
        const made = [...keys, ...changed]
        return made.length > 0
          ? made
          : [formatCsvRecord([noun, id, operation, '', '', '', neutraliseText(reason ?? '')])]
      })
      .join('')
    if (changes.length < ALL_MOST) return
  }
}

function toText(value: AnyFields[string]): string {
  if (value === undefined) return ''
  return neutraliseText(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

async function orNull(records: AsyncIterable<string> | null): Promise<ReadableStream<Uint8Array> | null> {
  return records && (await toTextStream(records))
}
