import { type Address, fromViewSegment, parseEditionSegment, recordPages } from './address'
import type { Language } from './field'
import { type Page, views } from './view'

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
