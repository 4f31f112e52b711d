import { ID, type Language, type Noun } from './field'
import { formatLook, isDrawn, type Look, parseLook } from './picture'
import {
  type AnyView,
  formatView,
  getDefaultView,
  listUnknownKeys,
  type Page,
  parseView,
  VIEW_MOST,
  type ViewName,
  views,
} from './view'

/** The forms in which a view is served. */
export const formats = ['json', 'csv', 'xlsx', 'svg', 'png', 'atom', 'card', 'embed'] as const
export type Format = (typeof formats)[number]

/**
 * What a public address asks for: a page, or one record on it, in a language, live or pinned to an edition, as a page
 * or as a file.
 */
export type Address = {
  language: Language
  /** The edition the address is pinned to; absent for a live one. */
  pinned?: number
  page: Page
  id?: string
  format?: Format
  view: AnyView
  /** How a drawn form looks; absent for pages and data. */
  look?: Partial<Look>
}

/** Pages that are a table of records: each record has an address of its own, and the table has files. */
export const recordPages: readonly Page[] = [
  'debt',
  'indicators',
  'task-forces',
  'mentions',
  'provinces',
  'areas',
  'compare',
  'documents',
  'sources',
  'claimants',
  'editions',
  'lists',
  'reports',
]

/** Forms that are of a view only: one record has neither a workbook nor a feed. */
const formatsOfViews: readonly Format[] = ['xlsx', 'atom']

/** The forms a page or record is offered in as files. Only the figures make a chart, and a chart is of a view. */
export function listFileFormats({ page, id }: Pick<Address, 'page' | 'id'>): Format[] {
  return formats.filter((format) => {
    if (format === 'card' || format === 'embed') return false
    if (formatsOfViews.includes(format)) return id === undefined
    return !isDrawn(format) || (page === 'debt' && id === undefined)
  })
}

/** Whether a page may stand in a frame of another site: every table may, one record may not. */
export function canEmbed({ page, id }: Pick<Address, 'page' | 'id'>): boolean {
  return recordPages.includes(page) && id === undefined
}

const EDITION_MOST = 999_999_999

/** What a path means, before its query is read; null where no such page exists. */
export type Path = Omit<Address, 'view' | 'look'>

/** Reads the path of a public address: `/zh/@128/debt.csv`, `/debt/<id>`, `/`, `/embed/zh/debt`, `/home.card.png`. */
export function parsePath(pathname: string): Path | null {
  const parts = pathname.split('/').slice(1)
  if (parts.at(-1) === '') parts.pop()
  const framed = parts[0] === 'embed'
  if (framed) parts.shift()
  const path = parseParts(parts)
  if (!framed) return path
  return path && !path.format && canEmbed(path) ? { ...path, format: 'embed' } : null
}

function parseParts(parts: string[]): Path | null {
  const language: Language = parts[0] === 'zh' ? 'zh' : 'en'
  if (language === 'zh') parts.shift()
  const pinned = parts[0]?.startsWith('@') ? parseEdition(parts.shift() ?? '') : undefined
  if (pinned === null || parts.length > 2) return null
  const base = { language, ...(pinned === undefined ? {} : { pinned }) }
  const [first, second] = parts
  if (first === undefined) return { ...base, page: 'home' }
  if (second !== undefined) return parseRecordPath(base, first, second)
  const { name, format } = splitFormat(first)
  if (!isPage(name) || (name === 'home' && format !== 'card')) return null
  if (format && format !== 'card' && !recordPages.includes(name)) return null
  return { ...base, page: name, ...(format ? { format } : {}) }
}

function parseRecordPath(base: Omit<Path, 'page'>, page: string, last: string): Path | null {
  const { name: id, format } = splitFormat(last)
  if (!isPage(page) || !recordPages.includes(page) || !ID.test(id)) return null
  if (format && formatsOfViews.includes(format)) return null
  return { ...base, page, id, ...(format ? { format } : {}) }
}

/** Whether a path ends as a file does, be it of this site or not. */
export function namesFile(pathname: string): boolean {
  return splitFormat(pathname).format !== undefined
}

function splitFormat(text: string): { name: string; format?: Format } {
  const format = formats.findLast((known) => known !== 'embed' && text.endsWith(getEnding(known)))
  return format ? { name: text.slice(0, -getEnding(format).length), format } : { name: text }
}

/** What a path ends in; a frame is told by how its path begins. */
function getEnding(format: Format): string {
  return format === 'embed' ? '' : format === 'card' ? '.card.png' : `.${format}`
}

function isPage(name: string): name is Page {
  return Object.hasOwn(views, name)
}

function parseEdition(text: string): number | null {
  return /^@[1-9]\d{0,8}$/.test(text) && Number(text.slice(1)) <= EDITION_MOST ? Number(text.slice(1)) : null
}

/** Reads a whole public address; null where the path means nothing. */
export function parseAddress(pathname: string, query: URLSearchParams): Address | null {
  const path = parsePath(pathname)
  if (!path) return null
  if (!isDrawn(path.format)) return { ...path, view: parseView(getViewPage(path), query) }
  const { look, rest, refused } = parseLook(path.format, query)
  const view = parseView(getViewPage(path), rest)
  return { ...path, look, view: { ...view, ignored: [...view.ignored, ...refused].sort() } }
}

/** The keys of a query that its address has no use for. */
export function listUnknown(address: Address, query: URLSearchParams): string[] {
  const { rest } = isDrawn(address.format) ? parseLook(address.format, query) : { rest: query }
  return listUnknownKeys(getViewPage(address), rest)
}

/**
 * A record's own page takes no query: it is read as the page that takes none. Only an edition is read in parts; as a file
 * it is whole.
 */
function getViewPage({ page, id, format }: Pick<Path, 'page' | 'id' | 'format'>): ViewName {
  if (id === undefined) return page
  return page === 'editions' && format === undefined ? 'edition' : 'home'
}

/** The path of an address without its query. */
export function formatPath({ language, pinned, page, id, format }: Path): string {
  const parts = [
    format === 'embed' ? 'embed' : '',
    language === 'zh' ? 'zh' : '',
    pinned === undefined ? '' : `@${pinned}`,
    page === 'home' && !format ? '' : page,
    id ?? '',
  ]
  return `/${parts.filter((part) => part !== '').join('/')}${format ? getEnding(format) : ''}`
}

/** The canonical public address, path and query. Links, redirects and files are spelled by nothing else. */
export function formatAddress({ view, look, ...path }: Omit<Address, 'view'> & { view?: Partial<AnyView> }): string {
  const asked = view ? formatView(getViewPage(path), view) : ''
  const drawn = look && isDrawn(path.format) ? formatLook(path.format, look) : ''
  const query = [asked, drawn].filter((part) => part !== '').join('&')
  return formatPath(path) + (query === '' ? '' : `?${query}`)
}

/** Whether a query is short enough to be a view. */
export function isViewShortEnough(query: string): boolean {
  return query.length <= VIEW_MOST
}

const EMPTY_VIEW = '-'

/** The view as one path segment for the internal address: percent-encoding would be doubled there. */
export function toViewSegment({ view, ...path }: Pick<Address, 'page' | 'id' | 'view'>): string {
  const query = formatView(getViewPage(path), view)
  if (query === '') return EMPTY_VIEW
  return btoa(query).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The view of a segment that {@link toViewSegment} made. */
export function fromViewSegment(path: { page: Page; id?: string }, segment: string): AnyView {
  const page = getViewPage(path)
  if (segment === EMPTY_VIEW) return getDefaultView(page)
  return parseView(page, new URLSearchParams(atob(segment.replaceAll('-', '+').replaceAll('_', '/'))))
}

/**
 * Which edition a page is drawn from, and for a pinned page the one it is compared with. `redactions` is how many there
 * are by now: a page that was drawn before the last of them stands at another address.
 */
export type EditionSegment = { edition: number; current: number; pinned: boolean; redactions?: number }

/** `128` live, `128-141` pinned to 128 while 141 is current; `128.2` and `128-141.2` where there are two redactions. */
export function formatEditionSegment({ edition, current, pinned, redactions = 0 }: EditionSegment): string {
  const redacted = redactions > 0 ? `.${redactions}` : ''
  return (pinned ? `${edition}-${current}` : String(edition)) + redacted
}

export function parseEditionSegment(segment: string): EditionSegment | null {
  const match = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?(?:\.([1-9]\d{0,8}))?$/.exec(segment)
  if (!match) return null
  const edition = Number(match[1])
  const redactions = match[3] === undefined ? {} : { redactions: Number(match[3]) }
  return match[2] === undefined
    ? { edition, current: edition, pinned: false, ...redactions }
    : { edition, current: Number(match[2]), pinned: true, ...redactions }
}

/** The page on which the records of a noun have their addresses. */
export const pageOfNoun = {
  area: 'areas',
  source: 'sources',
  document: 'documents',
  list: 'lists',
  member: 'provinces',
  report: 'reports',
  'task-force': 'task-forces',
  mention: 'mentions',
  claimant: 'claimants',
  indicator: 'indicators',
  observation: 'debt',
} as const satisfies Record<Noun, Page>
