import { toRequest } from '@/app/pages/draw-page'
import type { DrawParameters, PageRequest } from '@/app/pages/page-request'
import { readView } from '@/app/pages/read-view'
import { fillTemplate } from '@/components/chart/chart-words'
import { toAboutRows, toDictionaryRows } from '@/components/file/workbook-words'
import { getLabel, toReading } from '@/components/view/reading'
import { computeFigures } from '@/db/compute-figures'
import { listEditions } from '@/db/list-editions'
import type { TablePage } from '@/db/view-queries'
import { canEmbed } from '@/domain/address'
import type { ComputedMeasure } from '@/domain/computed-measure'
import { computedColumns, getSheetColumns, SHEET_ROWS_MOST, type SheetCell, toSheetCell } from '@/domain/sheet'
import { getMessages } from '@/messages/messages'
import { answerInTurn, formatPinned } from '../pictures/answer-picture'
import { answerProblem } from '../problem'
import { CELL_MOST, type Sheet, writeWorkbook } from './write-workbook'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Answers with a whole view as a workbook of three sheets; 400 where the view is larger than a workbook holds. */
export async function answerWorkbook(parameters: Promise<DrawParameters>): Promise<Response> {
  const asked = await parameters
  return answerInTurn(asked.language, async () => {
    const request = await toRequest(asked)
    if (!request || !canEmbed(request.address)) return null
    const sheets = await (request.address.page === 'editions' ? readEditionSheets(request) : readSheets(request))
    if (typeof sheets === 'number') return refuse(request, sheets)
    return new Response(new Uint8Array(await writeWorkbook(sheets)), { headers: describeWorkbook(request) })
  })
}

/** The sheets of a view of records, or how many rows it has where these are too many. */
async function readSheets(request: PageRequest): Promise<Sheet[] | number> {
  const { address, edition, origin } = request
  const asked = { language: address.language, page: address.page as TablePage, view: address.view, edition }
  const { total } = await readView(asked, 1)
  if (total > SHEET_ROWS_MOST) return total
  const { noun, reading, rows } = await readView(asked, SHEET_ROWS_MOST)
  const { words } = reading
  const measure = noun === 'observation' ? (address.view.measure as ComputedMeasure | undefined) : undefined
  const computed = measure ? await computeFigures(measure, rows, edition.edition) : null
  const columns = [...getSheetColumns(noun), ...(measure ? computedColumns : [])]
  const cells = rows.map(({ id, fields }) => {
    const row = {
      ...{ id, fields, on: address.view.on as string | undefined, measure, computed: computed?.get(id) },
      indicator: reading.labels.indicator?.[String(fields.indicator)],
      getName: (of: Parameters<typeof getLabel>[1], to: string) => getLabel(reading, of, to).text,
    }
    return columns.map((column) => toFitting(toSheetCell(column, row), words.sheet.tooLong))
  })
  return [
    { name: words.sheet.about, rows: toAboutRows({ reading, address, noun, total, origin }), head: false },
    { name: words.sheet.rows, rows: [columns.map(({ head }) => head), ...cells], head: true },
    { name: words.sheet.dictionary, rows: toDictionaryRows(words, noun, columns), head: true },
  ]
}

function toFitting(cell: SheetCell, tooLong: string): SheetCell {
  return typeof cell === 'string' && cell.length > CELL_MOST ? tooLong : cell
}

/** Editions are no records: their columns are those of their `.csv`. */
async function readEditionSheets({ address, edition, origin }: PageRequest): Promise<Sheet[] | number> {
  const total = edition.edition
  if (total > SHEET_ROWS_MOST) return total
  const reading = toReading(address.language, edition, edition.at)
  const { words } = reading
  const oldestFirst = address.view.sort === 'n'
  const editions = await listEditions(total, { offset: 0, limit: SHEET_ROWS_MOST, oldestFirst })
  const { text, integer } = words.sheet.forms
  const dictionary: SheetCell[][] = [
    ['EDITION', words.edition.number, integer, null],
    ['PUBLISHED_AT', words.edition.published, 'ISO 8601', null],
    ['AUTHOR', words.sheet.author, text, null],
    ['SUMMARY', words.fields.summary, text, null],
    ['CHANGES', words.edition.tally, integer, null],
    ['HASH', words.edition.hashMeaning, 'SHA-256', null],
  ]
  const { column, meaning, form, codes } = words.sheet
  const cells = editions.map(({ n, at, authorName, summary, changes, hash }) => [
    ...[n, at.toISOString(), authorName],
    ...[summary, changes, hash],
  ])
  return [
    {
      name: words.sheet.about,
      rows: toAboutRows({ reading, address, noun: 'edition', total, origin }),
      head: false,
    },
    { name: words.sheet.rows, rows: [dictionary.map(([head]) => head ?? null), ...cells], head: true },
    { name: words.sheet.dictionary, rows: [[column, meaning, form, codes], ...dictionary], head: true },
  ]
}

function refuse(request: PageRequest, total: number): Response {
  const { tooMany } = getMessages(request.address.language).sheet
  const address = formatPinned(request, { format: 'csv' })
  return answerProblem(400, 'too-many-rows', {
    detail: fillTemplate(tooMany, { total, most: SHEET_ROWS_MOST, address }),
  })
}

function describeWorkbook(request: PageRequest): Record<string, string> {
  const name = `${request.address.page}-edition-${request.edition.edition}`
  return {
    'Content-Type': TYPE,
    'Content-Disposition': `attachment; filename="${name}.xlsx"`,
    Link: `<${formatPinned(request, { format: 'xlsx' })}>; rel="canonical", <https://creativecommons.org/licenses/by/4.0/>; rel="license"`,
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
  }
}
