import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { DatasetMarkup } from '@/components/file/dataset-markup'
import { getTickColumn } from '@/components/place/compare-tick'
import { withComputed } from '@/components/record/computed-column'
import { withDrift } from '@/components/record/drift-columns'
import { getFigureColumns } from '@/components/record/figure-columns'
import { PrintedSources } from '@/components/record/printed-sources'
import { getColumns } from '@/components/record/record-columns'
import { DataTable } from '@/components/view/data-table'
import { FileLinks } from '@/components/view/file-links'
import { FilterChips, FilterForm } from '@/components/view/filter-form'
import { NoRows } from '@/components/view/no-rows'
import { Pagination } from '@/components/view/pagination'
import { hrefTo } from '@/components/view/reading'
import { ShareControl } from '@/components/view/share-control'
import { nameView } from '@/components/view/view-name'
import { describeView, getParameterName } from '@/components/view/view-words'
import type { AnyView } from '@/domain/view'
import { getMessages } from '@/messages/messages'
import type { DrawnPage, PageRequest } from './page-request'
import { PinNotice } from './pin-notice'
import type { TableReading } from './read-table'

type TablePageProps = {
  request: PageRequest
  table: TableReading
  above?: ReactNode
  below?: ReactNode
  lead?: string
  /** What must be chosen before there is anything to show: it stands in place of a description and of rows. */
  prompt?: string
  /** What of `ignored` the page has told in its own words. */
  told?: readonly string[]
  /** What the view's pictures show; without it none are offered. */
  picture?: DrawnPage['picture'] | null
}

/** A page that is a table: title, what the view is in words, filters, the table, its files. */
export function toTablePage(properties: TablePageProps): DrawnPage {
  const { request, table, above, below, lead, picture, prompt, told = [] } = properties
  const { page, view, language } = request.address
  const words = getMessages(language)
  const title = words.pages[page].title
  const name = nameView(table.reading, page, view)
  const description = prompt ?? describeView(table.reading, page, view, table.noun, table.total)
  return {
    title: name,
    description: words.pages[page].lede + words.site.gap + description,
    ...(picture ? { picture } : {}),
    content: (
      <>
        <PageHead
          request={request}
          table={table}
          title={title}
          name={name}
          description={description}
          lede={words.pages[page].lede}
        />
        <FilterForm reading={table.reading} page={page} view={view} choices={table.choices} facets={table.facets} />
        <FilterChips reading={table.reading} page={page} view={view} />
        <Ignored request={request} table={table} told={told} />
        {lead && <p className="my-4 text-lg">{lead}</p>}
        {above}
        {prompt === undefined && (
          <>
            <Rows
              request={request}
              table={table}
              caption={fillTemplate(words.view.clause, { name: title, values: description })}
            />
            <Pagination reading={table.reading} page={page} view={view} total={table.total} />
            <FileLinks address={request.address} isPictured={Boolean(picture)} />
            <DatasetMarkup
              reading={table.reading}
              address={request.address}
              title={name}
              description={words.pages[page].lede + words.site.gap + description}
              total={table.total}
              origin={request.origin}
              indicators={getMeasured(table, view)}
            />
          </>
        )}
        {below}
        <PrintedSources reading={table.reading} rows={table.rows} />
      </>
    ),
  }
}

/** What the figures of a view measure: the indicators it asks for, else all there are. */
function getMeasured({ noun, choices }: TableReading, { indicator }: AnyView): readonly { id: string; text: string }[] {
  const all = noun === 'observation' ? (choices.indicator ?? []) : []
  const asked = (indicator as readonly string[] | undefined) ?? []
  return asked.length === 0 ? all : all.filter(({ id }) => asked.includes(id))
}

type HeadProps = {
  request: PageRequest
  table: TableReading
  title: string
  name: string
  description: string
  lede: string
}

/** The page is headed by its own title; what is shared is called by the name of the view. */
function PageHead({ request, table, title, name, description, lede }: HeadProps) {
  const { address, origin } = request
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="max-w-3xl">
          <h1>{title}</h1>
          <p className="mt-2 text-muted">{lede}</p>
          <p className="mt-1 font-semibold" data-description>
            {description}
          </p>
        </div>
        <ShareControl reading={table.reading} address={address} title={name} origin={origin} />
      </div>
      <PinNotice request={request} pin={table.pin} />
    </>
  )
}

/** What of the address was not understood, or names something that is not in the record. */
function Ignored({ request, table, told }: Pick<TablePageProps, 'request' | 'table'> & { told: readonly string[] }) {
  const { view } = request.address
  const ignored = view.ignored.filter((key) => !told.includes(key))
  const { words } = table.reading
  const unknown = Object.entries(table.choices).flatMap(([key, options]) =>
    ((view[key] as string[] | undefined) ?? [])
      .filter((id) => options.every((option) => option.id !== id))
      .map((id) => ({ key, id })),
  )
  const backwards =
    typeof view.from === 'string' && typeof view.to === 'string' && view.from.slice(0, view.to.length) > view.to
  if (ignored.length === 0 && unknown.length === 0 && !backwards) return null
  const names = ignored.map((key) => getParameterName(table.reading, key)).join(words.chart.listSeparator)
  return (
    <div role="status" className="notice">
      {ignored.length > 0 && <p>{fillTemplate(words.view.ignored, { names })}</p>}
      {unknown.map(({ key, id }) => (
        <p key={`${key} ${id}`}>
          {fillTemplate(words.view.unknownId, {
            noun: getParameterName(table.reading, key).toLocaleLowerCase('en'),
            id,
          })}
        </p>
      ))}
      {backwards && <p>{words.view.rangeBackwards}</p>}
    </div>
  )
}

/** Where all rows are of one list, the page has said which. */
function isOfSeveralLists(rows: TableReading['rows']): boolean {
  return new Set(rows.map(({ fields }) => fields.list)).size > 1
}

function Rows({ request, table, caption }: { request: PageRequest; table: TableReading; caption: string }) {
  const { page, view } = request.address
  const { reading, rows, noun } = table
  const { words } = reading
  if (rows.length === 0) {
    return <NoRows reading={reading} page={page} view={view} noun={noun} total={table.total} />
  }
  const columns = getShownColumns(table, view)
  return (
    <DataTable
      caption={caption}
      columns={table.pin ? withDrift(reading, columns, table.pin.drift) : columns}
      rows={rows}
      {...(view.sort === undefined ? {} : { sort: String(view.sort) })}
      hrefForSort={(sort) => hrefTo(reading, page, { view: { ...view, sort, page: 1, ignored: [] } })}
      words={words}
      canCopy
    />
  )
}

function getRecordColumns({ noun, reading, rows }: TableReading, view: AnyView) {
  const columns = getColumns(noun, reading, view.on as string | undefined).filter(
    ({ key }) => key !== 'list' || isOfSeveralLists(rows),
  )
  return noun === 'area' ? [...columns, getTickColumn(reading)] : columns
}

function getShownColumns(table: TableReading, view: AnyView) {
  if (table.noun !== 'observation') return getRecordColumns(table, view)
  const { reading, rows, computed } = table
  const columns = getFigureColumns(reading, rows, getSaid(view))
  return computed ? withComputed(reading, columns, computed) : columns
}

/** What a view of figures has one of: its description says it, so no column repeats it. A place always stands at its row. */
function getSaid(view: AnyView): string[] {
  return ['indicator', 'claimant'].filter((key) => (view[key] as string[] | undefined)?.length === 1)
}
