import {
  type Address,
  type EditionSegment,
  formatEditionSegment,
  fromViewSegment,
  parseEditionSegment,
  recordPages,
  toViewSegment,
} from './address'
import type { Language } from './field'
import { isDrawn } from './picture'
import { type Page, views } from './view'

/** Deeper pages of a table and free text would let anyone fill the memory: they are drawn each time. */
const KEPT_PAGES_MOST = 10

/** The edition a view is read from, with what stands beside it in an internal address. */
export type ReadFrom = Omit<EditionSegment, 'pinned'>

/** Whether a view is drawn each time it is asked for. */
export function isUnkept(view: Address['view']): boolean {
  return view.q !== undefined || Number(view.page ?? 1) > KEPT_PAGES_MOST
}

/** Where the page of an address is drawn: `/en/128/debt/<view>`, `/en/unkept/128/debt/<view>`. */
export function formatPagePath(address: Address, from: ReadFrom): string {
  const { language, view } = address
  const segment = formatEditionSegment({ ...from, pinned: address.pinned !== undefined })
  return `/${language}${isUnkept(view) ? '/unkept' : ''}/${segment}/${formatRest(address)}`
}

/** Where the file of an address is made. Feeds and frames say themselves whether they are pinned; every other file is the same. */
export function formatFilePath(address: Address, from: ReadFrom): string {
  const { language, format, look } = address
  const rest = formatRest(address)
  const same = formatEditionSegment({ ...from, current: from.edition, pinned: false })
  const own = formatEditionSegment({ ...from, current: from.edition, pinned: address.pinned !== undefined })
  if (format === 'xlsx') return `/workbooks/${language}/${same}/${rest}`
  if (format === 'atom') return `/feeds/${language}/${own}/${rest}`
  if (!isDrawn(format)) return `/files/${same}/${format}/${rest}`
  const folder = format === 'embed' ? 'embeds' : 'pictures'
  const segment = format === 'embed' ? own : same
  return `/${folder}/${language}/${segment}/${format}-${look?.theme}-${look?.size}/${rest}`
}

function formatRest(address: Address): string {
  const { page, id } = address
  return `${page}/${toViewSegment(address)}${id === undefined ? '' : `/${id}`}`
}

/**
 * The public address behind an internal one, `/en/128/debt/<view>`, that somebody typed or that leaked into a link.
 * Null for what is no internal address.
 */
export function parseInternalPath(pathname: string): Address | null {
  const match =
    /^\/(en|zh)(?:\/unkept)?\/(\d+(?:-\d+)?(?:\.\d+)?)\/([a-z-]+)\/([A-Za-z0-9_-]+)(?:\/([A-Za-z0-9_.-]+))?$/.exec(
      pathname,
    )
  const edition = parseEditionSegment(match?.[2] ?? '')
  const page = match?.[3] ?? ''
  const id = match?.[5]
  if (!match || !edition || !Object.hasOwn(views, page)) return null
  if (id !== undefined && !recordPages.some((known) => known === page)) return null
  const path = { page: page as Page, ...(id === undefined ? {} : { id }) }
  const pinned = edition.pinned ? { pinned: edition.edition } : {}
  try {
    return { language: match[1] as Language, ...pinned, ...path, view: fromViewSegment(path, match[4] ?? '') }
  } catch {
    return null
  }
}
