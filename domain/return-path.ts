import type { Language } from './field'

const MOST = 1000
const DESK = /^\/(zh\/)?edit(?=[/?]|$)/

/**
 * The path in the desk that somebody was on the way to, when it is one: below `/edit` or `/zh/edit`, on this site, in
 * the spelling browsers make of it. Null for everything else, so no form can send a person elsewhere.
 */
export function parseReturnPath(given: string | null | undefined): string | null {
  if (!given || given.length > MOST || !DESK.test(given)) return null
  const base = 'http://site.invalid'
  if (!URL.canParse(given, base)) return null
  const url = new URL(given, base)
  if (url.origin !== base || !DESK.test(url.pathname)) return null
  return url.pathname + url.search
}

/** A path of the desk in the words of a language: Chinese pages live below `/zh`. */
export function formatDeskPath(language: Language, path: string): string {
  return language === 'zh' ? `/zh${path}` : path
}
